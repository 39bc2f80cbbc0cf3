import { expect, test, type Application } from '../support/launch.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, completeFirstRun, field, goTo } from '../support/startActions.ts'

async function begin(application: Application, year: string): Promise<void> {
  const { window } = application
  await useOfficeScreen(application)
  await completeFirstRun(window)
  await goTo(window, 'Tetapan', 'Hari dan cuti umum')
  await window.getByLabel('Tahun', { exact: true }).selectOption(year)
}

test('the office adds, changes and removes a public holiday by keyboard, each with undo', async ({
  application,
}) => {
  const { window } = application
  await begin(application, '2026')
  const row = (name: string) => window.getByRole('gridcell').filter({ hasText: name })
  await expect(row('Jumaat, 1 Mei 2026')).toContainText('Hari Pekerja')
  await picture(application, 'days-year-ms-light')
  await expectAccessible(application)

  await window.keyboard.press('n')
  await expect(window.getByLabel('Tarikh', { exact: true })).toBeFocused()
  await window.getByLabel('Tarikh', { exact: true }).fill('2026-12-04')
  await field(window, 'Nama cuti').fill('Cuti khas Piala Malaysia')
  await window.getByRole('checkbox', { name: 'Selangor' }).focus()
  await window.keyboard.press('Space')
  await picture(application, 'days-add-ms-light')
  await expectAccessible(application)
  await field(window, 'Nama cuti').press('Enter')
  await expect(row('Cuti khas Piala Malaysia')).toContainText('Ditambah pejabat')
  await button(window, 'Buat asal').click()
  await expect(row('Cuti khas Piala Malaysia')).toHaveCount(0)
  await expect(window.getByRole('button', { name: /^Dibuang/ })).toContainText('1')

  // A listed day: opened from the list by keys, moved, put back as listed.
  await row('Hari Keputeraan Sultan Selangor').focus()
  await window.keyboard.press('Enter')
  await window.getByLabel('Tarikh', { exact: true }).fill('2026-12-10')
  await button(window, 'Simpan').click()
  await expect(row('Khamis, 10 Disember 2026')).toContainText('Diubah pejabat')
  await picture(application, 'days-changed-ms-light')
  await expectAccessible(application)
  await button(window, 'Kembalikan kepada senarai asal').click()
  await expect(row('Jumaat, 11 Disember 2026')).toContainText('Dua sumber')
  await button(window, 'Buang cuti').click()
  await expect(row('Hari Keputeraan Sultan Selangor')).toHaveCount(0)
  await window.getByRole('button', { name: /^Dibuang/ }).click()
  await expect(row('Hari Keputeraan Sultan Selangor')).toBeVisible()
  await button(window, 'Pulihkan').click()
  await expect(row('Hari Keputeraan Sultan Selangor')).toHaveCount(0)

  await goTo(window, 'Log Audit')
  const newest = window.getByRole('gridcell').first()
  await expect(newest).toContainText('Pulihkan cuti umum')
  expect(application.complaints).toEqual([])
})

test('working days are counted with the reason for each day, in both languages and themes', async ({
  application,
}) => {
  const { window } = application
  await begin(application, '2025')
  await window.keyboard.press('k')
  await window.getByLabel('Tarikh mula').fill('2025-03-28')
  await window.getByLabel('Bilangan').fill('3')
  await expect(window.getByText('Jumaat, 4 April 2025', { exact: true }).first()).toBeVisible()
  await expect(window.getByText('3 dikira, 4 dilangkau')).toBeVisible()
  const days = window.getByRole('list', { name: 'Hari yang dikira dan dilangkau' })
  await expect(days.getByRole('listitem')).toHaveCount(7)
  await expect(days.getByRole('listitem').nth(2)).toContainText('Hari Raya Puasa')
  await picture(application, 'days-count-ms-light')
  await expectAccessible(application)

  // Johor: Friday and Saturday up to 2024.
  await window.getByLabel('Negeri', { exact: true }).last().selectOption('Johor')
  await window.getByLabel('Tarikh mula').fill('2024-12-26')
  await window.getByLabel('Bilangan').fill('7')
  await expect(days).toContainText('Hujung minggu (Jumaat dan Sabtu, hingga 31 Dis 2024)')
  await expect(days).toContainText('Hujung minggu (Sabtu dan Ahad, mulai 1 Jan 2025)')

  // A year without a list says so, here and in the list.
  await window.getByLabel('Tarikh mula').fill('2028-02-25')
  await expect(window.getByText(/Senarai cuti 2028 tidak lengkap/)).toBeVisible()
  await window.keyboard.press('Escape')
  await window.getByLabel('Tahun', { exact: true }).selectOption('2028')
  await button(window, 'Papar').click()
  await picture(application, 'days-forecast-ms-light')
  await expectAccessible(application)

  await window.keyboard.press('Control+k')
  await window.keyboard.type('tukar english')
  await window.keyboard.press('Enter')
  await expect(window.getByRole('heading', { name: 'Days and public holidays' })).toBeVisible()
  await window.keyboard.press('Control+k')
  await window.keyboard.type('dark')
  await window.keyboard.press('Enter')
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark')
  await picture(application, 'days-forecast-en-dark')
  await expectAccessible(application)
  await window.getByLabel('Year', { exact: true }).selectOption('2027')
  await window.keyboard.press('k')
  await window.getByLabel('First day').fill('2027-12-28')
  await window.getByLabel('Number').fill('6')
  await expect(window.getByText('6 working days after Tuesday, 28 December 2027')).toBeVisible()
  await picture(application, 'days-count-en-dark')
  await expectAccessible(application)
  expect(application.complaints).toEqual([])
})
