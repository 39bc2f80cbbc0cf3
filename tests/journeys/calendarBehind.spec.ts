import type { Locator, Page } from '@playwright/test'
import { todayInMalaysia } from '../../src/renderer/accounts/today.ts'
import { addDays, monthOf } from '../../src/renderer/posts/calendarDays.ts'
import { passphrase } from '../support/furnish.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { fillWithPosts } from '../support/manyPosts.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, field, goTo, unlock } from '../support/startActions.ts'

/** The tenth of this month: its grid always has a week before and after it. */
const day = addDays(monthOf(todayInMalaysia()).from, 9)

async function look(application: Application, name: string): Promise<void> {
  await picture(application, name)
  await expectAccessible(application)
}

function head(window: Page, of: string): Locator {
  return window.locator(`[data-day="${of}"] .day-number`)
}

test('notes, blackout periods and phases stand behind the days', async ({ start }) => {
  test.setTimeout(180_000)
  const first = await start()
  await fillWithPosts(first, 60, monthOf(day).from, 30)
  const application = await start()
  const { window } = application
  await useOfficeScreen(application)
  await unlock(window, passphrase)
  await goTo(window, 'Nota dan tempoh sekatan')
  const note = async (title: string, last: string, kind?: string): Promise<void> => {
    await window.keyboard.press('n')
    await field(window, 'Tajuk').fill(title)
    await window.getByLabel('Dari', { exact: true }).fill(day)
    await window.getByLabel('Hingga', { exact: true }).fill(last)
    if (kind !== undefined) {
      await window.getByRole('radio', { name: 'Tempoh sekatan' }).check()
      await window.getByLabel('Sebab', { exact: true }).selectOption('Berkabung')
      await window.getByRole('radio', { name: kind }).check()
    }
    await field(window, 'Tajuk').press('Enter')
    await expect(window.getByRole('gridcell').filter({ hasText: title })).toBeVisible()
    await window.keyboard.press('Escape')
  }
  await note('Mesyuarat ketua jabatan seluruh negara', addDays(day, 1))
  await note('Berkabung bagi negara', addDays(day, 2), 'Tahan penerbitan')
  await goTo(window, 'Kalendar')

  const marks = (of: string) => window.locator(`[data-day="${of}"] .day-marks`)
  const seen = async (scheme: 'light' | 'dark', language: 'ms' | 'en'): Promise<void> => {
    await expect(marks(day)).toHaveText(/^Berkabung bagi negara\+\d$/)
    await expect(marks(addDays(day, 2))).toContainText('Berkabung bagi negara')
    await expect(window.locator(`[data-day="${addDays(day, 3)}"]`)).not.toContainText('Berkabung')
    await window.keyboard.press('1')
    await expect(window.locator('.cal-cell[data-blackout]')).toHaveCount(3)
    await look(application, `calendar-behind-month-${language}-${scheme}`)
    // A third of the cell at least is its name's, whatever the day's rhythm; the rest is in its title.
    const last = marks(addDays(day, 2))
    await expect(last).toHaveAttribute('title', /Berkabung bagi negara/)
    const name = last.locator('.day-mark-name')
    const cell = window.locator('.cal-cell').first()
    const [wide, of] = [await name.boundingBox(), await cell.boundingBox()]
    expect(wide?.width).toBeGreaterThan((of?.width ?? Infinity) / 3)
    // The sign for adding lies over it, and moves nothing.
    await window
      .locator(`[data-day="${addDays(day, 2)}"]`)
      .first()
      .hover()
    expect(await name.boundingBox()).toEqual(wide)
    await window.keyboard.press('2')
    await expect(window.locator('.cal-head[data-phase]')).toHaveCount(7)
    // Its name gives way to the date, not the date to its name.
    const shown = await window.evaluate((of) => {
      const head = document.querySelector(`[data-day="${of}"]`)
      const date = head?.querySelector('.day-number')?.getBoundingClientRect()
      const column = head?.closest('.cal-head')?.getBoundingClientRect()
      return date && column ? [date.left - column.left, column.right - date.right] : []
    }, day)
    expect(shown).toHaveLength(2)
    for (const room of shown) expect(room).toBeGreaterThanOrEqual(0)
    await look(application, `calendar-behind-week-${language}-${scheme}`)
    await window.keyboard.press('1')
  }
  await head(window, day).focus()
  await expect(head(window, day)).toHaveAccessibleName(
    /Tempoh sekatan \(penerbitan ditahan\): Berkabung bagi negara, (Cuti: .*)?Nota: Mesyuarat .*, Fasa \d: /,
  )
  await seen('light', 'ms')
  await window.emulateMedia({ colorScheme: 'dark' })
  await button(window, 'EN').click()
  await head(window, day).focus()
  await expect(head(window, day)).toHaveAccessibleName(/Note: Mesyuarat .*, Phase \d: /)
  await seen('dark', 'en')
  expect(application.complaints).toEqual([])
})
