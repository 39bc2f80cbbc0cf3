import { notice } from '../support/imageActions.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { goToAddress } from '../support/postActions.ts'
import { closePreview, previewIsThere, savedPages } from '../support/printActions.ts'
import { readRows } from '../support/readDatabase.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter, field, goTo, office } from '../support/startActions.ts'

async function look(application: Application, name: string): Promise<void> {
  await picture(application, name)
  await expectAccessible(application)
}

test('a post is held against the rules while it is typed', async ({ application }) => {
  test.setTimeout(180_000)
  const { window } = application
  await useOfficeScreen(application)
  await enter(window)
  await goToAddress(window, '#/tetapan/perancangan')
  await window.getByRole('heading', { name: 'Istilah sensitif' }).click()
  await window.keyboard.press('n')
  await field(window, 'Istilah').fill('banjir')
  await window.getByLabel('Sebab').fill('Sahkan dengan JPS sebelum dihebahkan')
  await window.getByLabel('Cadangan ganti').fill('air bertakung')
  await field(window, 'Istilah').press('Enter')
  await expect(window.getByRole('gridcell').filter({ hasText: 'banjir' })).toBeVisible()
  const tab = window.getByRole('tab', { name: 'Semakan' })
  const findings = window.getByRole('list', { name: 'Penemuan semakan' })

  await test.step('a new post: everything found, with its clause and its place', async () => {
    await goToAddress(window, '#/kalendar/hantaran?hari=2030-12-02')
    await field(window, 'Tajuk').fill('Penutupan jalan di Gua Musang')
    await field(window, 'Teks induk').fill(
      'Jalan ditutup kerana banjir!! Hubungi encik Ali 900101-03-5678 atau 012-3456789.',
    )
    // Told beside the tab and beneath the field before anybody opens the checks.
    await expect(tab).toHaveAttribute('title', /^Semakan: 1 halangan, \d+ amaran/)
    const beneath = window.getByRole('list', { name: 'Semakan medan: Teks induk' })
    await expect(beneath).toContainText('nombor kad pengenalan')
    await beneath.scrollIntoViewIfNeeded()
    await look(application, 'post-checks-beside-ms-light')
    await tab.click()
    await expect(window.getByText('1 halangan')).toBeVisible()
    await expect(findings.getByRole('listitem').first()).toContainText('nombor kad pengenalan')
    await expect(findings.getByText('Sumber: Melaka 11')).toBeVisible()
    await expect(window.getByText('Simpan hantaran dahulu untuk mengesahkan')).toBeVisible()
    await look(application, 'post-checks-ms-light')
  })

  await test.step('a found piece leads to its place by the keyboard', async () => {
    await window.getByRole('button', { name: 'Tunjukkan dalam teks: 900101-03-5678' }).focus()
    await window.keyboard.press('Enter')
    await expect(field(window, 'Teks induk')).toBeFocused()
    await window.keyboard.press('Backspace')
    await expect(field(window, 'Teks induk')).not.toHaveValue(/900101/)
    await tab.click()
    await expect(window.getByText('1 halangan')).toHaveCount(0)
  })

  await test.step('a person looks at a term and says why it may stay', async () => {
    await button(window, 'Simpan sebagai draf').click()
    await expect(notice(window, /disimpan \(versi 1\)\. Semakan: \d+ amaran/)).toBeVisible()
    await button(window, 'Sahkan telah disemak').click()
    await expect(field(window, 'Sebab istilah ini boleh kekal')).toBeFocused()
    await window.keyboard.type('Disahkan JPS pada pagi ini')
    await window.keyboard.press('Enter')
    await expect(findings.getByText(/^Disemak oleh .+: Disahkan JPS pada pagi ini$/)).toBeVisible()
  })

  await test.step('each day on the way back to a deadline', async () => {
    const why = window.getByRole('button', { name: /^Mengapa Mula hasilkan/ })
    await why.click()
    await expect(why).toHaveAttribute('aria-expanded', 'true')
    await window.getByText('Sabtu, 30 November 2030').scrollIntoViewIfNeeded()
    await look(application, 'post-checks-deadlines-ms-light')
  })

  await test.step('and the same on paper, for the file', async () => {
    await button(window, 'Cetak kiraan tarikh akhir').click()
    await previewIsThere(window)
    const read = (await savedPages(application, 'post-deadlines')).join(' ').replaceAll(/\s+/g, ' ')
    const [post] = readRows<{ title: string; version: number }>(
      ...([application.folder, office.passphrase] as const),
      'select title, version from post',
    )
    expect(read).toContain(`Hantaran ${post?.title} Versi ${post?.version}`)
    // A day for making it before Monday, 2 December 2030: the Friday, over the weekend.
    expect(read).toContain('Mula hasilkan: Jumaat, 29 November 2030')
    expect(read).toMatch(/– Ahad, 1 Disember 2030 Hujung minggu/)
    expect(read).toMatch(/– Sabtu, 30 November 2030 Hujung minggu/)
    expect(read).toMatch(/1 Jumaat, 29 November 2030 Hari bekerja/)
    await closePreview(application)
  })

  await test.step('in the dark and in English', async () => {
    await window.emulateMedia({ colorScheme: 'dark' })
    await look(application, 'post-checks-ms-dark')
    await window.getByRole('button', { name: 'EN', exact: true }).click()
    await look(application, 'post-checks-en-dark')
  })

  const today = await window.evaluate(() =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Kuala_Lumpur' }).format(new Date()),
  )
  await test.step('what a hold kept back is looked through when everything goes on', async () => {
    await button(window, 'BM').click()
    await window.emulateMedia({ colorScheme: 'light' })
    await window.getByRole('tab', { name: 'Kandungan' }).click()
    await window.getByLabel('Tarikh', { exact: true }).fill(today)
    await button(window, 'Simpan').click()
    await expect(notice(window, /disimpan \(versi 2\)/)).toBeVisible()
    await goTo(window, 'Nota dan tempoh sekatan')
    await button(window, 'Gantung semua').click()
    const dialog = window.getByRole('dialog')
    await dialog.getByLabel('Sebab').fill('Banjir besar di Pantai Timur')
    await dialog.getByRole('button', { name: 'Gantung semua' }).click()
    await button(window, 'Sambung semula').click()
    await dialog.getByRole('button', { name: 'Sambung semula' }).click()
    await expect(window.getByRole('heading', { name: 'Semakan selepas gantungan' })).toBeVisible()
    const row = window.getByRole('gridcell').filter({ hasText: 'Penutupan jalan di Gua Musang' })
    await row.focus()
    await window.keyboard.press('Enter')
    await expect(field(window, 'Tajuk')).toHaveValue('Penutupan jalan di Gua Musang')
    await look(application, 'post-held-over-ms-light')
  })

  await test.step('and what a blackout held once it is taken out', async () => {
    await goTo(window, 'Nota dan tempoh sekatan')
    await window.keyboard.press('n')
    await field(window, 'Tajuk').fill('Hari berkabung')
    await window.getByLabel('Dari', { exact: true }).fill(today)
    await window.getByRole('radio', { name: 'Tempoh sekatan' }).check()
    await window.getByRole('radio', { name: 'Tahan penerbitan' }).check()
    await field(window, 'Tajuk').press('Enter')
    await expect(window.getByRole('link', { name: 'Lihat hantaran yang terlibat' })).toBeVisible()
    await button(window, 'Buang nota').click()
    await expect(
      window.getByRole('heading', { name: 'Semakan selepas tempoh sekatan' }),
    ).toBeVisible()
    await expect(
      window.getByRole('gridcell').filter({ hasText: 'Penutupan jalan di Gua Musang' }),
    ).toBeVisible()
    await look(application, 'post-after-blackout-ms-light')
  })
  expect(application.complaints).toEqual([])
})
