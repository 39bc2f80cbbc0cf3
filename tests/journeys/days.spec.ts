import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type {} from '../support/clientInPage.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { closePreview, openPreview, savedPages } from '../support/printActions.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter, field, goTo } from '../support/startActions.ts'
import { takeClient } from '../support/takeClient.ts'

async function begin(application: Application, year: string): Promise<void> {
  const { window } = application
  await useOfficeScreen(application)
  await enter(window)
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
  await openPreview(application)
  const read = (await savedPages(application, 'working-days')).join(' ').replaceAll(/\s+/g, ' ')
  expect(read).toContain('Sampai pada Jumaat, 4 April 2025')
  expect(read).toContain('3 dikira, 4 dilangkau')
  expect(read).toMatch(/– Isnin, 31 Mac 2025 Hari Raya Puasa/)
  await closePreview(application)

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

test('a viewer reads the days and counts, and may change none of them', async ({ application }) => {
  const { window } = application
  await begin(application, '2026')
  await sitAsViewer(application, 'Ahmad Faizal')
  await goTo(window, 'Hari dan cuti umum')
  await window.getByLabel('Tahun', { exact: true }).selectOption('2026')

  // What the role may not do stands there, says why, and does nothing.
  const add = button(window, 'Tambah cuti')
  await expect(add).toHaveAttribute('aria-description', /^Untuk pentadbir atau perancang sahaja/)
  await add.click({ force: true })
  await window.keyboard.press('n')
  const pane = window.getByRole('complementary')
  await expect(pane).toHaveCount(0)
  await window.getByRole('gridcell').filter({ hasText: 'Jumaat, 1 Mei 2026' }).click()
  await expect(field(window, 'Nama cuti')).toBeDisabled()
  await expect(pane.getByRole('note')).toContainText('Untuk pentadbir atau perancang sahaja')
  await expect(button(window, 'Simpan')).toHaveCount(0)
  await picture(application, 'days-refused-ms-light')
  await expectAccessible(application)
  await button(window, 'Buang cuti').click({ force: true })
  await window.keyboard.press('Escape')
  await window.keyboard.press('k')
  await expect(pane.getByLabel('Tarikh mula')).toBeEnabled()
  expect(application.complaints).toEqual([])

  // Not only in the window: the same call over the port is refused, and leaves nothing.
  await takeClient(application)
  expect(await removeOverPort(application)).toEqual({
    reason: 'people.not-allowed',
    removed: 0,
  })
})

async function sitAsViewer({ window }: Application, name: string): Promise<void> {
  await goTo(window, 'Orang')
  await window.keyboard.press('n')
  await field(window, 'Nama').fill(name)
  await field(window, 'Jawatan').fill('Pelatih')
  await expect(window.getByRole('checkbox', { name: 'Pemerhati', exact: true })).toBeChecked()
  await button(window, 'Tambah').click()
  await expect(window.getByRole('gridcell', { name })).toContainText('Pemerhati')
  await window.keyboard.press('Control+u')
  await window.getByRole('dialog').getByRole('button', { name }).click()
  await expect(window.getByRole('button', { name: `${name} (Pelatih)` })).toBeVisible()
}

/** How the workspace answers the command behind the barred button, and what it left behind. */
async function removeOverPort({ window: page }: Application) {
  return page.evaluate(async () => {
    const { days } = window.clientInPage.workspace
    const asked = { year: 2026, state: null }
    const [first] = (await days.holidays(asked)).holidays
    if (first === undefined) throw new Error('No holiday is listed')
    const reason = await days.removeHoliday({ id: first.id }).then(
      () => 'done',
      (error: unknown) => (error instanceof Error ? error.message : ''),
    )
    const after = (await days.holidays(asked)).holidays
    return { reason, removed: after.filter(({ removed }) => removed).length }
  })
}

test('a list of holidays comes in from a file, corrected, and goes again', async ({
  application,
  folder,
}) => {
  const { window } = application
  await begin(application, '2026')
  const row = (name: string) => window.getByRole('gridcell').filter({ hasText: name })
  const dialog = window.getByRole('dialog')
  const heads = ['Tarikh', 'Cuti umum', 'Negeri', 'Warta']
  const good = [
    ['24/11/2026', 'Cuti khas banjir', 'Kelantan, Terengganu', 'P.U.(B) 12/2026'],
    ['4/12/2026', 'Cuti peristiwa Piala Malaysia', 'Semua negeri kecuali Sabah, Sarawak', ''],
    ['31/8/2026', 'Hari Kebangsaan', 'Semua negeri', ''],
  ]
  const csv = (rows: readonly (readonly string[])[]) =>
    [heads, ...rows].map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\n')
  const [badFile, goodFile] = [join(folder, 'cuti silap.csv'), join(folder, 'cuti 2026.csv')]
  await writeFile(badFile, csv([...good, ['31/11/2026', 'Tiada hari begini', 'Singapura', '']]))
  await writeFile(goodFile, csv(good))
  const choose = (path: string) =>
    window.locator('input[type=file][accept*=xlsx]').setInputFiles(path)

  await button(window, 'Import daripada Excel atau CSV…').click()
  await choose(badFile)
  await expect(dialog.getByLabel('Lajur Cuti umum')).toHaveValue('name')
  await button(window, 'Semak baris').click()
  await expect(dialog).toContainText('“Singapura” bukan nama negeri')
  await picture(application, 'days-import-rejected-ms-light')
  await expectAccessible(application)
  await button(window, 'Pilih fail lain').click()
  await choose(goodFile)
  await button(window, 'Semak baris').click()
  await expect(dialog).toContainText('2 cuti baharu. 1 baris sudah ada dalam senarai.')
  await expect(dialog).toContainText('Semua kecuali Sabah, Sarawak')
  await picture(application, 'days-import-ms-light')
  await expectAccessible(application)
  await button(window, 'Import 2 cuti').click()
  await expect(row('Cuti khas banjir')).toContainText('Ditambah pejabat')
  await button(window, 'Import daripada Excel atau CSV…').click()
  await expect(dialog).toContainText('cuti 2026.csv')
  await button(window, 'Batalkan import').click()
  await expect(dialog).toContainText('Telah dibatalkan')
  await window.keyboard.press('Escape')
  await expect(row('Cuti khas banjir')).toHaveCount(0)
  expect(application.complaints).toEqual([])
})
