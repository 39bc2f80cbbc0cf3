import { expect, test, type Application } from '../support/launch.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter, field, goTo } from '../support/startActions.ts'

const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear()

async function begin(application: Application): Promise<void> {
  const { window } = application
  await useOfficeScreen(application)
  await enter(window)
  await goTo(window, 'Kitaran dan fasa')
}

async function runFromPalette({ window }: Application, ...words: string[]): Promise<void> {
  for (const text of words) {
    await window.keyboard.press('Control+k')
    await window.keyboard.type(text)
    await window.keyboard.press('Enter')
  }
}

test('a planner shapes the year’s phases by keyboard: owner, targets, borders, undo', async ({
  application,
}) => {
  const { window } = application
  await begin(application)
  const row = (number: number) => window.getByRole('gridcell').nth(number - 1)
  const pane = window.getByRole('complementary')
  await expect(window.getByRole('heading', { name: `Kitaran ${year}` })).toBeVisible()
  await expect(row(1)).toContainText(`1 Jan ${year} – 31 Mac ${year}`)
  await expect(row(5)).toContainText(`1 Nov ${year} – 31 Dis ${year}`)
  await picture(application, 'cycles-ms-light')
  await expectAccessible(application)

  // By keys: down to the second phase, its details, then over the border of the third.
  await row(1).focus()
  await window.keyboard.press('ArrowDown')
  await window.keyboard.press('Enter')
  await expect(pane.getByRole('heading', { name: 'Fasa 2' })).toBeVisible()
  await pane.getByLabel('Hari akhir').fill(`${year}-07-15`)
  await expect(pane.getByText(`Bertindih dengan Fasa 3 (1 Jul ${year} – 31 Ogo`)).toBeVisible()
  await expect(button(window, 'Simpan')).toBeDisabled()
  await pane.getByRole('switch', { name: 'Gerakkan sempadan fasa jiran sekali' }).press('Space')
  await expect(pane.getByText(`Fasa 3 menjadi 16 Jul ${year}`)).toBeVisible()
  await picture(application, 'cycles-border-ms-light')
  await pane.getByLabel('Pemilik').selectOption({ label: 'Siti Aminah binti Rahman' })
  await field(window, 'Objektif (pilihan)').fill('Setiap daerah mempunyai wakil media sosial.')
  await pane.getByRole('spinbutton', { name: 'Info Rakyat' }).fill('12')
  await pane.getByRole('spinbutton', { name: 'Edukatif' }).fill('8')
  await pane.getByRole('spinbutton', { name: 'Infografik' }).fill('10')
  await picture(application, 'cycles-phase-ms-light')
  await expectAccessible(application)
  await window.keyboard.press('Control+s')
  await expect(row(2)).toContainText(`1 Apr ${year} – 15 Jul ${year}`)
  await expect(row(2)).toContainText('20 mengikut kategori · 10 mengikut jenis')
  await expect(row(2)).toContainText('Siti Aminah')
  await expect(row(3)).toContainText(`16 Jul ${year}`)

  // One step takes back the phase and its neighbour's border.
  await button(window, 'Buat asal').click()
  await expect(row(2)).toContainText(`1 Apr ${year} – 30 Jun ${year}`)
  await expect(row(3)).toContainText(`1 Jul ${year}`)
  await expect(row(2)).toContainText('Tiada sasaran')

  // A gap may be; it is said in words.
  await pane.getByLabel('Hari akhir').fill(`${year}-06-16`)
  await button(window, 'Simpan').click()
  const gaps = window.getByRole('list', { name: 'Hari di antara fasa' })
  await expect(gaps).toContainText(`Tiada fasa pada 17 Jun ${year} – 30 Jun ${year} (14 hari)`)
  await picture(application, 'cycles-gap-ms-light')
  await window.keyboard.press('Escape')
  await expect(pane).toHaveCount(0)
  await expectAccessible(application)

  await goTo(window, 'Log Audit')
  await expect(window.getByRole('gridcell').first()).toContainText('Ubah fasa')
  expect(application.complaints).toEqual([])
})

test('the history is loaded as an example, a cycle is added and archived, in English and dark', async ({
  application,
}) => {
  const { window } = application
  await begin(application)
  const cell = (text: string) => window.getByRole('gridcell').filter({ hasText: text })
  await button(window, 'Muat contoh 2015–2019').click()
  await expect(window.getByRole('heading', { name: 'Kitaran sejarah 2015–2019' })).toBeVisible()
  await expect(cell('Penglibatan negeri dan daerah')).toContainText('1 Jan 2017 – 31 Dis 2017')
  await expect(button(window, 'Muat contoh 2015–2019')).toHaveCount(0)
  await picture(application, 'cycles-history-ms-light')
  await expectAccessible(application)

  await window.keyboard.press('n')
  const pane = window.getByRole('complementary')
  await expect(field(window, 'Nama')).toBeFocused()
  await expect(field(window, 'Nama')).toHaveValue(`Kitaran ${year + 1}`)
  await pane.getByLabel('Hari akhir').fill(`${year + 1}-01-04`)
  await expect(pane.getByText('Kitaran memerlukan sekurang-kurangnya lima hari')).toBeVisible()
  await pane.getByLabel('Hari akhir').fill(`${year + 1}-12-31`)
  await expect(pane.getByText(`1 Jul ${year + 1} – 31 Ogo`)).toBeVisible()
  await picture(application, 'cycles-new-ms-light')
  await expectAccessible(application)
  await field(window, 'Nama').press('Enter')
  await expect(window.getByRole('heading', { name: `Kitaran ${year + 1}` })).toBeVisible()

  await button(window, 'Arkibkan').click()
  await expect(window.getByRole('heading', { name: `Kitaran ${year}`, exact: true })).toBeVisible()
  await window.getByRole('button', { name: /^Diarkibkan/ }).click()
  await expect(cell(`Kitaran ${year + 1}`)).toBeVisible()
  await button(window, 'Keluarkan daripada arkib').click()
  await expect(window.getByRole('heading', { name: `Kitaran ${year + 1}` })).toBeVisible()
  await button(window, 'Buat asal').click()
  await expect(window.getByRole('button', { name: /^Diarkibkan/ })).toContainText('1')

  await runFromPalette(application, 'tukar english', 'dark')
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark')
  await window.getByRole('button', { name: `Cycle ${year}`, exact: true }).click()
  await picture(application, 'cycles-en-dark')
  await expectAccessible(application)
  await window.getByRole('gridcell').nth(3).click()
  await expect(pane.getByRole('heading', { name: 'Phase 4' })).toBeVisible()
  await pane.getByLabel('Last day').fill(`${year}-12-31`)
  await expect(pane.getByText('Phase 5 cannot move along')).toBeVisible()
  await picture(application, 'cycles-phase-en-dark')
  await expectAccessible(application)
  await window.getByRole('button', { name: 'Historical cycle 2015–2019' }).click()
  await picture(application, 'cycles-history-en-dark')
  await expectAccessible(application)
  expect(application.complaints).toEqual([])
})
