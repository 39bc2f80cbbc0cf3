import { expect, test, type Application } from '../support/launch.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter, field, goTo } from '../support/startActions.ts'

async function begin(application: Application, ...place: string[]): Promise<void> {
  const { window } = application
  await useOfficeScreen(application)
  await enter(window)
  await goTo(window, ...place)
}

/** English and dark, by the palette. */
async function turnEnglishAndDark({ window }: Application): Promise<void> {
  for (const typed of ['tukar english', 'dark']) {
    await expect(window.locator('dialog')).toHaveCount(0)
    await window.keyboard.press('Control+k')
    await window.keyboard.type(typed)
    await window.keyboard.press('Enter')
  }
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark')
}

test('notes and blackout periods are kept by keyboard, and everything is held and resumed', async ({
  application,
}) => {
  const { window } = application
  await begin(application, 'Nota dan tempoh sekatan')
  const year = new Date().getFullYear()
  await expect(window.getByText('Tiada nota atau tempoh sekatan')).toBeVisible()
  await expectAccessible(application)
  await picture(application, 'planning-empty-ms-light')

  await window.keyboard.press('n')
  await expect(field(window, 'Tajuk')).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(window.getByText('Isi tajuk.')).toBeVisible()
  await field(window, 'Tajuk').fill('Pilihan raya negeri Perak')
  await window.getByLabel('Dari', { exact: true }).fill(`${year}-03-05`)
  await window.getByLabel('Hingga', { exact: true }).fill(`${year}-03-01`)
  await field(window, 'Tajuk').press('Enter')
  await expect(window.getByText('Tarikh akhir tidak boleh sebelum tarikh mula.')).toBeVisible()
  await window.getByLabel('Hingga', { exact: true }).fill(`${year}-03-18`)
  await window.getByRole('radio', { name: 'Tempoh sekatan' }).check()
  await window.getByLabel('Sebab', { exact: true }).selectOption('Pilihan raya')
  await window.getByRole('radio', { name: 'Tahan penerbitan' }).check()
  await window.getByRole('checkbox', { name: 'Perak' }).check()
  await picture(application, 'planning-note-ms-light')
  await expectAccessible(application)
  await field(window, 'Tajuk').press('Enter')
  const row = (name: string) => window.getByRole('gridcell').filter({ hasText: name })
  await expect(row('Pilihan raya negeri Perak')).toContainText('Ditahan')
  await expect(row('Pilihan raya negeri Perak')).toContainText('14 hari')
  await expect(row('Pilihan raya negeri Perak')).toContainText('Mac')

  // Shown by opening it from the list, changed, and taken back.
  await window.keyboard.press('Escape')
  await row('Pilihan raya negeri Perak').focus()
  await window.keyboard.press('Enter')
  await field(window, 'Tajuk').fill('Pilihan raya kecil')
  await button(window, 'Simpan').click()
  await expect(row('Pilihan raya kecil')).toBeVisible()
  await button(window, 'Buat asal').click()
  await expect(row('Pilihan raya negeri Perak')).toBeVisible()
  await button(window, 'Buang nota').click()
  await expect(row('Pilihan raya negeri Perak')).toHaveCount(0)
  await button(window, 'Buat asal').click()
  await expect(row('Pilihan raya negeri Perak')).toBeVisible()

  // Nothing is held without a reason; then every page says so.
  await button(window, 'Gantung semua').click()
  const dialog = window.getByRole('dialog')
  await expect(dialog.getByLabel('Sebab')).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(dialog.getByText('Isi sebab penerbitan digantung.')).toBeVisible()
  await dialog.getByLabel('Sebab').fill('Banjir besar di Pantai Timur')
  await picture(application, 'planning-hold-ms-light')
  await expectAccessible(application)
  await dialog.getByRole('button', { name: 'Gantung semua' }).click()
  const banner = window.getByRole('status').filter({ hasText: 'Semua penerbitan digantung sejak' })
  await expect(banner).toContainText('Banjir besar di Pantai Timur')
  await expect(button(window, 'Gantung semua')).toBeDisabled()
  await goTo(window, 'Pustaka')
  await expect(banner).toContainText('Banjir besar di Pantai Timur')
  await goTo(window, 'Nota dan tempoh sekatan')
  await button(window, 'Rekod gantung').click()
  await expect(window.getByText('Masih digantung')).toBeVisible()
  await picture(application, 'planning-held-ms-light')
  await expectAccessible(application)

  await turnEnglishAndDark(application)
  await picture(application, 'planning-held-en-dark')
  await expectAccessible(application)
  await button(window, 'Resume').click()
  await dialog.getByLabel('Note').fill('Floods have gone down')
  await window.getByRole('dialog').getByRole('button', { name: 'Resume' }).click()
  await expect(window.getByText('All publication on hold since')).toHaveCount(0)
  await expect(window.getByText('Floods have gone down')).toBeVisible()
  expect(application.complaints).toEqual([])
})

test('planning settings show their clauses, and sensitive terms are kept with undo', async ({
  application,
}) => {
  const { window } = application
  await begin(application, 'Tetapan', 'Perancangan')
  const lead = window.getByLabel('Tempoh awal sebelum program')
  await expect(lead).toHaveValue('5')
  await expect(window.getByText('KKS F, teras 3')).toBeVisible()
  await expect(window.getByText('Senarai ini kosong.')).toBeVisible()
  await lead.fill('61')
  await expect(window.getByText('Isi nombor bulat 0 hingga 60.')).toBeVisible()
  await expect(button(window, 'Simpan')).toBeDisabled()
  await lead.fill('7')
  await button(window, 'Simpan').click()
  await expect(window.getByText('Tetapan perancangan disimpan').first()).toBeVisible()
  await button(window, 'Buat asal').click()
  await expect(lead).toHaveValue('5')

  await window.getByRole('heading', { name: 'Istilah sensitif' }).click()
  await window.keyboard.press('n')
  await expect(field(window, 'Istilah')).toBeFocused()
  await field(window, 'Istilah').fill('mangsa banjir')
  await window.getByLabel('Sebab').fill('Disebut sebagai orang, bukan angka.')
  await window.getByLabel('Cadangan ganti').fill('penduduk yang terjejas')
  await field(window, 'Istilah').press('Enter')
  const row = window.getByRole('gridcell').filter({ hasText: 'mangsa banjir' })
  await expect(row).toContainText('Ganti: penduduk yang terjejas')
  await picture(application, 'planning-settings-ms-light')
  await expectAccessible(application)
  await button(window, 'Tambah istilah').click()
  await field(window, 'Istilah').fill('Mangsa  Banjir')
  await button(window, 'Tambah').click()
  await expect(window.getByText('Istilah ini sudah ada dalam senarai.')).toBeVisible()
  await window.keyboard.press('Escape')
  await row.focus()
  await window.keyboard.press('Enter')
  await button(window, 'Buang istilah').click()
  await expect(row).toHaveCount(0)
  await button(window, 'Buat asal').click()
  await expect(row).toBeVisible()

  await turnEnglishAndDark(application)
  await picture(application, 'planning-settings-en-dark')
  await expectAccessible(application)
  expect(application.complaints).toEqual([])
})
