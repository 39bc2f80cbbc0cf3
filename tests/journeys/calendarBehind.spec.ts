import type { Locator, Page } from '@playwright/test'
import { todayInMalaysia } from '../../src/renderer/accounts/today.ts'
import { addDays, monthOf, weekStart } from '../../src/renderer/posts/calendarDays.ts'
import { passphrase } from '../support/furnish.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { fillWithPosts } from '../support/manyPosts.ts'
import { readRows } from '../support/readDatabase.ts'
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
  test.setTimeout(300_000)
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
    // The list says it under the day, in rows that are no taller for it.
    await window.keyboard.press('4')
    const marked = window.getByRole('gridcell', { name: /(ditahan|held)\): Berkabung bagi negara/ })
    await expect(marked.first()).toBeVisible()
    const row = window.getByRole('row').filter({ has: marked }).first()
    await row.scrollIntoViewIfNeeded()
    expect((await row.boundingBox())?.height).toBe(36)
    await look(application, `calendar-behind-list-${language}-${scheme}`)
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

  await button(window, 'BM').click()
  await expect(window.getByRole('tab', { name: 'Bulan' })).toBeVisible()

  // Days are local to Malaysia wherever the computer stands, and whatever day weeks begin on.
  await application.close()
  const days = readRows<{ id: string; day: string }>(
    application.folder,
    passphrase,
    'select id, day from post where trashed_at is null and day is not null',
  )
  const dayOf = new Map(days.map((post) => [post.id, post.day]))
  for (const [TZ, starts] of [
    ['America/New_York', 'Ahad'],
    ['Pacific/Auckland', 'Isnin'],
  ] as const) {
    await inTimeZone(await start({ env: { TZ } }), TZ, starts, dayOf)
  }
})

/** Under which day each post stands that is seen, by the heads of the days it lies below. */
function standing(window: Page): Promise<{ id: string; day: string }[]> {
  return window.evaluate(() => {
    const heads = [...document.querySelectorAll<HTMLElement>('.calendar-grid [data-day]')]
    return [...document.querySelectorAll<HTMLElement>('.calendar-grid [data-tile]')].flatMap(
      (tile) => {
        const { left, right, top } = tile.getBoundingClientRect()
        const middle = (left + right) / 2
        const over = heads
          .map((head) => ({
            head,
            box: (head.closest('.cal-head') ?? head).getBoundingClientRect(),
          }))
          .filter(({ box }) => box.left <= middle && middle <= box.right && box.top <= top)
          .sort((one, other) => other.box.top - one.box.top)[0]
        // An account with a slot of its own stands elsewhere than its post.
        const id = tile.dataset['tile'] ?? ''
        return over && !id.includes(' ') ? [{ id, day: over.head.dataset['day'] ?? '' }] : []
      },
    )
  })
}

async function inTimeZone(
  application: Application,
  zone: string,
  starts: 'Ahad' | 'Isnin',
  dayOf: ReadonlyMap<string, string>,
): Promise<void> {
  const { window } = application
  await useOfficeScreen(application)
  await unlock(window, passphrase)
  expect(await window.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe(zone)
  await goTo(window, 'Tetapan', 'Perancangan')
  await window.getByRole('radio', { name: starts, exact: true }).check()
  await button(window, 'Simpan').click()
  await expect(button(window, 'Simpan')).toBeDisabled()
  await goTo(window, 'Kalendar')
  for (const [key, count] of [
    ['1', 20],
    ['2', 1],
  ] as const) {
    await window.keyboard.press(key)
    await head(window, day).first().waitFor()
    const first = window.locator('.calendar-grid [data-day]').first()
    await expect(first).toHaveAttribute('data-day', firstShown(key, starts))
    await expect.poll(async () => (await standing(window)).length).toBeGreaterThanOrEqual(count)
    for (const tile of await standing(window)) expect(tile.day).toBe(dayOf.get(tile.id))
    if (zone === 'America/New_York') await picture(application, `calendar-sunday-${key}-ms-light`)
  }
  await window.keyboard.press('4')
  const shown = new Intl.DateTimeFormat('ms-MY', { dateStyle: 'medium', timeZone: 'UTC' })
  const [earliest = ''] = [...dayOf.values()].filter((of) => of.startsWith(day.slice(0, 7))).sort()
  await expect(window.locator('[data-row="0"] [data-column="0"]')).toContainText(
    shown.format(new Date(`${earliest}T00:00:00Z`)),
  )
  expect(application.complaints).toEqual([])
  await application.close()
}

/** The first day of the month's grid, or of the week. */
function firstShown(key: '1' | '2', starts: 'Ahad' | 'Isnin'): string {
  const from = key === '1' ? monthOf(day).from : day
  return weekStart(from, starts === 'Ahad' ? 'sunday' : 'monday')
}
