import { join } from 'node:path'
import { chip, dropFiles, notice, row } from '../support/imageActions.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { open, scene } from '../support/pictures.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter, field, goTo } from '../support/startActions.ts'

async function look(application: Application, name: string): Promise<void> {
  await picture(application, name)
  await expectAccessible(application)
}

/** A logo and a header, kept in the library. */
async function keepPictures({ window }: Application, folder: string): Promise<void> {
  const [logo, header] = [join(folder, 'logo.png'), join(folder, 'kepala.png')]
  await open(await scene(301, { width: 400, height: 400 }))
    .png()
    .toFile(logo)
  await open(await scene(300, { width: 1500, height: 500 }))
    .png()
    .toFile(header)
  await dropFiles(window, [logo, header])
  await expect(chip(window, 'Semua')).toContainText('2', { timeout: 60_000 })
  await window.getByRole('button', { name: /^Simpan 2 yang lulus$/ }).click()
  await expect(notice(window, /^2 imej disimpan dalam pustaka/)).toBeVisible()
}

test('the register is completed, counted, corrected and undone', async ({
  application,
  folder,
}) => {
  test.setTimeout(180_000)
  const { window } = application
  await useOfficeScreen(application)
  await enter(window)
  await keepPictures(application, folder)
  const pane = window.getByRole('complementary')
  const account = row(window, '@JKRMalaysia')

  await test.step('the 21 accounts of KKS C are there, none complete yet', async () => {
    await goTo(window, 'Akaun')
    await expect(chip(window, 'Semua')).toContainText('21')
    await expect(chip(window, 'Tidak lengkap')).toContainText('21')
    await expect(account).toContainText('Tidak lengkap 0/4')
    await look(application, 'accounts-ms-light')
  })

  await test.step('found by keys, opened, and what is missing is told with its clause', async () => {
    await window.keyboard.press('/')
    await window.keyboard.type('jkr malaysia')
    await expect(window.getByRole('gridcell')).toHaveCount(1)
    await account.focus()
    await window.keyboard.press('Enter')
    await expect(pane.getByRole('heading', { name: 'JKR Malaysia', level: 2 })).toBeVisible()
    await pane.getByRole('tab', { name: 'Maklumat' }).focus()
    await window.keyboard.press('ArrowRight')
    await expect(pane.getByRole('tab', { name: 'Kelengkapan 0/4' })).toBeFocused()
    await expect(pane).toContainText('Belum ada imej. Pilih satu daripada pustaka.')
    await expect(pane).toContainText('KKS K(ii)')
    await look(application, 'accounts-uniformity-ms-light')
    await button(window, 'Lengkapkan').click()
  })

  await test.step('the form says beside the field what does not fit', async () => {
    await field(window, 'E-mel rasmi (pilihan)').fill('pro')
    await expect(pane).toContainText('Isi alamat e-mel yang lengkap.')
    await expect(button(window, 'Simpan')).toBeDisabled()
    await field(window, 'E-mel rasmi (pilihan)').fill('aduan@jkr.gov.my')
    await button(window, 'Isi contoh').click()
    await expect(field(window, 'Biografi (pilihan)')).toHaveValue(
      'Ini ialah akaun rasmi JKR Ibu Pejabat. Sebarang aduan dan cadangan boleh dihantar kepada aduan@jkr.gov.my.',
    )
    await field(window, 'Laman web rasmi (pilihan)').fill('https://www.jkr.gov.my')
    await pane.getByRole('group', { name: 'Avatar (logo rasmi)' }).getByRole('button').click()
    await expect(window.getByRole('dialog').getByText('logo.png')).toBeVisible()
    await look(application, 'accounts-picker-ms-light')
    await window.getByRole('dialog').getByRole('gridcell').first().click()
    await pane.getByRole('group', { name: 'Imej kepala' }).getByRole('button').click()
    await window.getByRole('dialog').getByRole('gridcell').first().click()
    await expect(window.getByRole('dialog')).toHaveCount(0)
    await pane.getByRole('checkbox', { name: /Siti Aminah/ }).check()
    await window.keyboard.press('Control+s')
    await expect(notice(window, 'Maklumat JKR Malaysia disimpan')).toBeVisible()
    await expect(account).toContainText('Lengkap 4/4')
    await look(application, 'accounts-form-ms-light')
  })

  await test.step('numbers are recorded by day, taken out and brought back', async () => {
    await pane.getByRole('tab', { name: 'Pengikut' }).click()
    for (const [day, followers] of [
      ['2025-08-01', '101200'],
      ['2025-09-01', '104900'],
      ['2025-10-01', '104100'],
      ['2025-11-01', '112350'],
    ] as const) {
      await field(window, 'Tarikh').fill(day)
      await pane.getByRole('spinbutton', { name: 'Pengikut', exact: true }).fill(followers)
      await button(window, 'Rekod').click()
      await expect(pane.getByRole('cell', { name: followersWritten(followers) })).toBeVisible()
    }
    await field(window, 'Tarikh').fill('2025-11-01')
    await pane.getByRole('spinbutton', { name: 'Pengikut', exact: true }).fill('1')
    await button(window, 'Rekod').click()
    await expect(pane).toContainText('Angka bagi tarikh ini sudah direkod.')
    await look(application, 'accounts-numbers-ms-light')
    await pane.getByRole('button', { name: 'Buang angka 1 Nov 2025' }).click()
    await expect(account).toContainText('104,100 pengikut')
    await button(window, 'Buat asal').click()
    await expect(account).toContainText('112,350 pengikut')
  })

  await test.step('a picture in the trash makes the account incomplete at once', async () => {
    await goTo(window, 'Pustaka')
    await row(window, 'logo.png').click()
    await window.keyboard.press('Delete')
    await goTo(window, 'Akaun')
    await expect(account).toContainText('Tidak lengkap 3/4')
    await goTo(window, 'Akaun')
    await pane.getByRole('tab', { name: 'Kelengkapan 3/4' }).click()
    await expect(pane).toContainText('Imej ini berada dalam tong sampah.')
  })

  await test.step('a page of the office’s own is added; a taken name is refused', async () => {
    await window.keyboard.press('Escape')
    await window.keyboard.press('n')
    await expect(field(window, 'Nama akaun')).toBeFocused()
    await window.getByLabel('Saluran', { exact: true }).selectOption({ label: 'X (Twitter)' })
    await field(window, 'Nama akaun').fill('@jkrmalaysia')
    await field(window, 'Nama paparan').fill('JKR Malaysia (Facebook)')
    await field(window, 'Unit').fill('JKR Ibu Pejabat')
    await button(window, 'Tambah').click()
    await expect(pane).toContainText('Nama akaun ini sudah ada dalam daftar')
    await window.getByLabel('Saluran', { exact: true }).selectOption({ label: 'Facebook' })
    await button(window, 'Tambah').click()
    await expect(chip(window, 'Facebook')).toContainText('1')
  })

  await test.step('in English and dark', async () => {
    await window.emulateMedia({ colorScheme: 'dark' })
    await button(window, 'EN').click()
    await window.keyboard.press('Escape')
    await chip(window, 'All').click()
    await window.getByRole('searchbox', { name: 'Find an account' }).fill('')
    await account.click()
    await look(application, 'accounts-en-dark')
  })
  expect(application.complaints).toEqual([])
})

test('the office words its reference data, and the original comes back', async ({
  application,
}) => {
  const { window } = application
  await useOfficeScreen(application)
  await enter(window)
  await goTo(window, 'Tetapan', 'Data rujukan')
  await expect(chip(window, 'Segmen')).toContainText('18')
  await look(application, 'reference-phases-ms-light')
  const pane = window.getByRole('complementary')

  await row(window, 'Tindakan dalaman BKK').click()
  await field(window, 'Nama (Bahasa Melayu)').fill('Permulaan dalaman')
  await expect(pane).toContainText('Asal: Tindakan dalaman BKK')
  await window.keyboard.press('Control+s')
  await expect(row(window, 'Permulaan dalaman')).toContainText('Diubah')
  await expect(pane).toContainText('Perkara ini tidak boleh dibuang')
  await button(window, 'Pulihkan asal').click()
  await expect(row(window, 'Tindakan dalaman BKK')).toBeVisible()
  await button(window, 'Buat asal').click()
  await expect(row(window, 'Permulaan dalaman')).toBeVisible()

  await chip(window, 'Saluran').click()
  await window.keyboard.press('n')
  await expect(field(window, 'Nama (Bahasa Melayu)')).toBeFocused()
  await field(window, 'Nama (Bahasa Melayu)').fill('TikTok')
  await field(window, 'Nama (Inggeris)').fill('TikTok')
  await button(window, 'Tambah').click()
  await expect(row(window, 'TikTok')).toContainText('Ditambah')
  await button(window, 'Naik').click()
  await expect(window.getByRole('gridcell').nth(4)).toContainText('TikTok')
  await button(window, 'Buang daripada senarai').click()
  await expect(row(window, 'TikTok')).toContainText('Dibuang')
  await button(window, 'Buat asal').click()
  await expect(row(window, 'TikTok')).toContainText('Ditambah')
  await row(window, 'X (Twitter)').click()
  await look(application, 'reference-channel-ms-light')

  await window.emulateMedia({ colorScheme: 'dark' })
  await button(window, 'EN').click()
  await chip(window, 'Thrusts').click()
  await row(window, 'Image management').click()
  await look(application, 'reference-thrust-en-dark')
  expect(application.complaints).toEqual([])
})

function followersWritten(digits: string): RegExp {
  return new RegExp(`^${Number(digits).toLocaleString('en')}\\b`)
}
