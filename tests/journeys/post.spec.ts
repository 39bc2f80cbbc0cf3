import { notice } from '../support/imageActions.ts'
import { expect, test, type Application } from '../support/launch.ts'
import {
  addDesigner,
  addressOf,
  designer,
  goToAddress,
  keepPictures,
  sitAs,
} from '../support/postActions.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter, field, office } from '../support/startActions.ts'

const title = 'Kesiapsiagaan kementerian menghadapi ketidaktentuan monsun timur laut'
const text =
  'Pengguna jalan raya dinasihatkan mempertimbangkan laluan alternatif sepanjang penyelenggaraan.'

async function look(application: Application, name: string): Promise<void> {
  await picture(application, name)
  await expectAccessible(application)
}

test('a post is written, kept while it is typed, saved, compared and restored', async ({
  application,
  folder,
}) => {
  test.setTimeout(240_000)
  const { window } = application
  await useOfficeScreen(application)
  await enter(window)
  await keepPictures(application, folder)
  await addDesigner(application)

  await test.step('a new post from a day; what is missing is said', async () => {
    await goToAddress(window, '#/kalendar/hantaran?hari=2026-12-01')
    await expect(field(window, 'Tajuk')).toBeFocused()
    await expect(window.getByLabel('Tarikh', { exact: true })).toHaveValue('2026-12-01')
    await expect(window.getByText(/^Belum ada: teks, imej,/)).toBeVisible()
    await look(application, 'post-new-ms-light')
    await button(window, 'Simpan sebagai draf').click()
    await expect(window.getByText('Isi tajuk.')).toBeVisible()
  })

  await test.step('text, hashtags and links by keys alone', async () => {
    await field(window, 'Tajuk').fill(title)
    await field(window, 'Teks induk').fill(text)
    await field(window, 'Tanda pagar').focus()
    await window.keyboard.type('#JKR #MonsunTimurLaut ')
    await field(window, 'Pautan').focus()
    await window.keyboard.type('www.jkr.gov.my/laluan')
    await window.keyboard.press('Enter')
    await expect(window.getByText('https://www.jkr.gov.my/laluan')).toBeVisible()
    await window.getByLabel('Kategori gelombang').selectOption({ label: 'Info Rakyat' })
    await window.getByLabel('Masa', { exact: true }).fill('930')
    await window.keyboard.press('Tab')
    await expect(window.getByLabel('Masa', { exact: true })).toHaveValue('09:30')
  })

  await test.step('what is typed is kept by itself, and offered after the page was lost', async () => {
    await expect(window.getByText(/^Draf disimpan \d\d:\d\d$/)).toBeVisible({ timeout: 10_000 })
    await window.reload()
    await expect(window.getByText(/^Draf anda dari \d\d:\d\d belum disimpan/)).toBeVisible()
    await expect(field(window, 'Tajuk')).toBeDisabled()
    await look(application, 'post-draft-ms-light')
    await button(window, 'Sambung').click()
    await expect(field(window, 'Tajuk')).toHaveValue(title)
    await expect(field(window, 'Teks induk')).toHaveValue(text)
  })

  await test.step('pictures of the library, ordered by keys, described', async () => {
    await button(window, 'Pilih daripada pustaka').click()
    const dialog = window.getByRole('dialog')
    await expect(dialog.getByRole('gridcell')).toHaveCount(2)
    await dialog.getByRole('gridcell').first().focus()
    await window.keyboard.press('Space')
    await window.keyboard.press('ArrowRight')
    await window.keyboard.press('Space')
    await look(application, 'post-picker-ms-light')
    await button(window, 'Tambah 2 imej').click()
    const alternative = window.getByRole('textbox', { name: 'Teks alternatif' })
    await expect(alternative).toHaveCount(2)
    await expect(window.getByText('Teks alternatif belum diisi.')).toHaveCount(2)
    const names = () =>
      window
        .getByRole('button', { name: /^Ubah susunan/ })
        .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label') ?? ''))
    const [before = ''] = await names()
    await window
      .getByRole('button', { name: /^Ubah susunan/ })
      .first()
      .focus()
    await window.keyboard.press('ArrowDown')
    await expect
      .poll(async () => (await names())[1])
      .toBe(before.replace('1 daripada 2', '2 daripada 2'))
    await window
      .getByRole('button', { name: /^Ubah susunan/ })
      .first()
      .dragTo(window.getByRole('listitem').filter({ has: alternative }).last())
    await expect.poll(async () => (await names())[0]).toBe(before)
    await alternative.first().fill('Peta laluan alternatif di sekitar tapak kerja')
    await alternative.last().fill('Papan tanda lencongan di tepi jalan')
  })

  await test.step('the programme it is about, its people and its aim', async () => {
    await button(window, 'Isi butiran program').focus()
    await window.keyboard.press('Enter')
    await expect(field(window, 'Nama program')).toBeFocused()
    await window.keyboard.type('Taklimat Kesiapsiagaan Monsun')
    await window.getByLabel('Tarikh program').fill('2026-12-08')
    await window.getByLabel('Negeri').selectOption({ label: 'Kelantan' })
    await field(window, 'Tempat').fill('Kompleks Pejabat Kerajaan, Kota Bharu')
    await field(window, 'Tetamu').focus()
    await window.keyboard.type("Dato' Ir. Ahmad, Pengarah")
    await window.keyboard.press('Enter')
    await expect(button(window, "Buang Dato' Ir. Ahmad, Pengarah")).toBeVisible()
    await window.getByLabel('Pereka').selectOption({ label: `${designer} · Pereka grafik` })
    await window
      .getByRole('checkbox', { name: /maklumat/i })
      .first()
      .check()
    await field(window, 'Tempat').scrollIntoViewIfNeeded()
    await look(application, 'post-programme-ms-light')
    await field(window, 'Catatan (pilihan)').scrollIntoViewIfNeeded()
    await look(application, 'post-aim-ms-light')
  })

  await test.step('an account with a text of its own', async () => {
    await window.getByRole('tab', { name: 'Akaun' }).click()
    await window.getByRole('checkbox', { name: /JKR Malaysia/ }).check()
    await window.getByRole('checkbox', { name: /JKR Johor/ }).check()
    await button(window, 'Sesuaikan JKR Malaysia').click()
    await window.getByRole('radio', { name: 'Teks sendiri' }).check()
    await field(window, 'Teks bagi JKR Malaysia').fill('Rancang perjalanan anda.')
    await expect(window.getByText('2 akaun dipilih')).toContainText('1 berbeza daripada induk')
    await expect(window.getByRole('figure')).toContainText('Rancang perjalanan anda.')
    await expect(window.getByRole('figure')).toContainText('#JKR #MonsunTimurLaut')
    await look(application, 'post-accounts-ms-light')
    await window.keyboard.press('Control+s')
    await expect(notice(window, `“${title}” disimpan (versi 1)`)).toBeVisible()
    await expect(window.getByRole('heading', { name: title, level: 2 })).toBeVisible()
  })

  await test.step('edited and saved again, the two are compared and the first restored', async () => {
    await window.getByRole('tab', { name: 'Kandungan' }).click()
    await field(window, 'Teks induk').fill(text.replace('alternatif', 'lain'))
    await window.getByLabel('Jenis').selectOption({ label: 'Videografik' })
    await window.keyboard.press('Control+s')
    await expect(notice(window, `“${title}” disimpan (versi 2)`)).toBeVisible()
    await look(application, 'post-content-ms-light')
    // As narrow as a pane beside the calendar may be.
    const narrow = (width: string) =>
      window.locator('.sheet').evaluate((sheet, to) => {
        if (sheet instanceof HTMLElement) sheet.style.maxInlineSize = to
      }, width)
    await narrow('420px')
    await look(application, 'post-narrow-ms-light')
    await window.getByRole('textbox', { name: 'Teks alternatif' }).first().scrollIntoViewIfNeeded()
    await look(application, 'post-narrow-images-ms-light')
    await narrow('')
    await window.getByRole('tab', { name: 'Sejarah' }).click()
    await expect(window.getByRole('heading', { name: 'Perbezaan versi 1 dan 2' })).toBeVisible()
    const gone = window.locator('del')
    await expect(gone).toHaveText(['dibuang: Infografik', 'dibuang: alternatif'])
    await expect(window.locator('ins')).toHaveText(['ditambah: Videografik', 'ditambah: lain'])
    await look(application, 'post-history-ms-light')
    await button(window, 'Pulihkan versi 1').click()
    await expect(notice(window, 'Versi 1 dipulihkan sebagai versi baharu')).toBeVisible()
    await expect(window.getByText('Versi (3)')).toBeVisible()
    await window.getByRole('tab', { name: 'Kandungan' }).click()
    await expect(field(window, 'Teks induk')).toHaveValue(text)
    await button(window, 'Buat asal').click()
    await expect(field(window, 'Teks induk')).toHaveValue(text.replace('alternatif', 'lain'))
  })

  await test.step('somebody else saves in between: nothing is lost, and both stand there', async () => {
    const address = await addressOf(window)
    await field(window, 'Teks induk').fill(`${text} Hubungi talian 1-300.`)
    await sitAs(application, designer)
    await expect(field(window, 'Teks induk')).toHaveValue(text.replace('alternatif', 'lain'))
    await field(window, 'Tajuk').fill('Laluan lain sepanjang monsun')
    await field(window, 'Teks induk').fill(`${text} Terima kasih.`)
    await window.keyboard.press('Control+s')
    await expect(notice(window, /^“Laluan lain sepanjang monsun” disimpan/)).toBeVisible()
    await sitAs(application, office.name)
    expect(await addressOf(window)).toBe(address)
    await button(window, 'Sambung').click()
    const said = window.getByRole('region', {
      name: 'Hantaran ini disimpan oleh orang lain semasa anda menulis',
    })
    await expect(said).toContainText(`${designer} menyimpan versi 5`)
    await expect(said).toContainText('diubah oleh kedua-duanya')
    await expect(said.locator('ins').last()).toContainText('talian 1-300')
    await look(application, 'post-meanwhile-ms-light')
    await button(window, 'Guna versi terbaharu sebagai asas').click()
    await expect(field(window, 'Tajuk')).toHaveValue('Laluan lain sepanjang monsun')
    await expect(field(window, 'Teks induk')).toHaveValue(`${text} Hubungi talian 1-300.`)
    await window.keyboard.press('Control+s')
    await expect(notice(window, /disimpan \(versi 6\)/)).toBeVisible()
  })

  await test.step('held with a reason, taken up again, thrown away and taken back', async () => {
    await button(window, 'Tukar status').focus()
    await window.keyboard.press('Enter')
    await expect(window.getByRole('menuitem').first()).toBeFocused()
    await look(application, 'post-status-ms-light')
    await window.getByRole('menuitem', { name: 'Tangguh' }).click()
    await window.getByRole('dialog').getByRole('button', { name: 'Tangguh' }).click()
    await expect(window.getByText('Nyatakan sebabnya.')).toBeVisible()
    await field(window, 'Sebab').fill('Menunggu pengesahan laluan')
    await window.getByRole('dialog').getByRole('button', { name: 'Tangguh' }).click()
    await expect(window.getByText('Sebab: Menunggu pengesahan laluan')).toBeVisible()
    await button(window, 'Tukar status').click()
    await window.getByRole('menuitem', { name: 'Sambung semula' }).click()
    await expect(notice(window, 'Hantaran disambung: Draf')).toBeVisible()
  })

  await test.step('in English and dark', async () => {
    await window.emulateMedia({ colorScheme: 'dark' })
    await button(window, 'EN').click()
    await look(application, 'post-content-en-dark')
    await window.getByRole('tab', { name: 'History' }).click()
    await expect(
      window.getByRole('heading', { name: /^Difference between versions/ }),
    ).toBeVisible()
    await look(application, 'post-history-en-dark')
    await button(window, 'Move to the trash').click()
    await expect(notice(window, '“Laluan lain sepanjang monsun” moved to the trash')).toBeVisible()
    await button(window, 'Undo').click()
  })
  expect(application.complaints).toEqual([])
})
