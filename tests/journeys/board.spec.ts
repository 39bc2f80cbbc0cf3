import { expect, test, type Application } from '../support/launch.ts'
import { addDesigner, addressOf, designer, goToAddress, sitAs } from '../support/postActions.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { enter, field, goTo } from '../support/startActions.ts'

const today = new Date(Date.now() + 8 * 3_600_000)

function dayFromToday(days: number): string {
  return new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10)
}

async function plan({ window }: Application, title: string, days: number): Promise<void> {
  await goToAddress(window, `/kalendar/hantaran?hari=${dayFromToday(days)}`)
  await expect(field(window, 'Tajuk')).toHaveValue('')
  await field(window, 'Tajuk').fill(title)
  await window.keyboard.press('Control+s')
  await expect.poll(() => addressOf(window)).toMatch(/hantaran\/[0-9a-f-]{36}/)
  // Elsewhere first: the next post begins on a page of its own.
  await goTo(window, 'Papan Pemuka')
}

test('what needs somebody today stands on one screen, late first, and opens by keyboard', async ({
  application,
}) => {
  const { window } = application
  await useOfficeScreen(application)
  await enter(window)
  await goTo(window, 'Papan Pemuka')
  await expect(window.getByText('Tiada apa-apa yang perlu dibuat hari ini.')).toBeVisible()
  await expectAccessible(application)

  await plan(application, 'Notis penutupan jambatan', -1)
  await plan(application, 'Tip memandu ketika hujan lebat', 1)
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]) {
    await plan(application, `Laporan cerun ${number}`, -10)
  }
  await goTo(window, 'Papan Pemuka')
  const expired = window.getByRole('region', { name: /^Tamat tempoh/ })
  const approve = window.getByRole('region', { name: /^Perlu kelulusan/ })
  await expect(expired).toContainText('14 lewat')
  await expect(approve).toContainText('Tip memandu ketika hujan lebat')
  await expect(window.getByRole('region').first()).toContainText('Tamat tempoh')
  await picture(application, 'board-ms-light')
  await expectAccessible(application)

  const lines = expired.getByRole('button')
  await lines.first().focus()
  await window.keyboard.press('End')
  await window.keyboard.press('Home')
  await window.keyboard.press('ArrowDown')
  await expect(lines.nth(1)).toBeFocused()
  await window.keyboard.press('Enter')
  await expect(field(window, 'Tajuk')).toHaveValue(/^Laporan cerun/)
  await goTo(window, 'Papan Pemuka')

  await expired.getByRole('button', { name: 'Lihat semua: Tamat tempoh' }).press('Enter')
  await expect(window.getByRole('gridcell')).toHaveCount(14)
  await expect(window.getByText('14 hantaran')).toBeVisible()
  await picture(application, 'board-all-ms-light')
  await expectAccessible(application)
  await window.keyboard.press('Escape')
  await expect(approve).toBeVisible()

  // Whoever sits down sees what needs them, and nobody else's.
  await addDesigner(application)
  await goTo(window, 'Papan Pemuka')
  await expect(approve).toBeVisible()
  await sitAs(application, designer)
  await expect(window.getByText('Tiada apa-apa yang perlu dibuat hari ini.')).toBeVisible()
  await sitAs(application, 'Siti Aminah')
  await expect(approve).toBeVisible()

  for (const words of ['tukar english', 'dark']) {
    await expect(window.locator('dialog')).toHaveCount(0)
    await window.keyboard.press('Control+k')
    await window.keyboard.type(words)
    await window.keyboard.press('Enter')
  }
  await expect(window.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(window.getByRole('heading', { name: 'Dashboard' })).toBeVisible()
  await picture(application, 'board-en-dark')
  await expectAccessible(application)
  expect(application.complaints).toEqual([])
})
