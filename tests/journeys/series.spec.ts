import { todayInMalaysia } from '../../src/renderer/accounts/today.ts'
import { addDays, addMonths, monthOf } from '../../src/renderer/posts/calendarDays.ts'
import { notice } from '../support/imageActions.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { readRows } from '../support/readDatabase.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, enter, field, goTo, office } from '../support/startActions.ts'

/** The tenth of this month is the second of its weekday, whichever that is. */
const day = addDays(monthOf(todayInMalaysia()).from, 9)

/** The second of that weekday so many months on, found by walking from the month's first day. */
function secondOf(months: number): string {
  const weekday = (of: string) => new Date(`${of}T00:00:00Z`).getUTCDay()
  let at = monthOf(addMonths(day, months)).from
  while (weekday(at) !== weekday(day)) at = addDays(at, 1)
  return addDays(at, 7)
}

const days = [0, 1, 2, 3].map(secondOf)

async function look(application: Application, name: string): Promise<void> {
  await picture(application, name)
  await expectAccessible(application)
}

const tab = ({ window }: Application, name: string) =>
  window.getByRole('tab', { name, exact: true })

test('a post becomes a series that is skipped, edited, ended and undone', async ({
  application,
  folder,
}) => {
  test.setTimeout(420_000)
  const { window } = application
  const rows = <T>(query: string) => readRows<T>(folder, office.passphrase, query)
  const titles = () =>
    rows<{ day: string; title: string }>(
      'select day, title from post where trashed_at is null order by day',
    )
  const all = (...names: string[]) => names.map((title, at) => ({ day: days[at], title }))
  const posts = window.getByRole('list', { name: 'Hantaran dalam siri' })
  const undo = async () => {
    await button(window, 'Buat asal').click()
    await expect(button(window, 'Buat asal')).toBeHidden()
  }
  await useOfficeScreen(application)
  await enter(window)
  await goTo(window, 'Kalendar')

  await test.step('made by keyboard, after its days are read', async () => {
    await window.locator(`[data-day="${day}"] .day-number`).focus()
    await window.keyboard.press('n')
    await expect(field(window, 'Tajuk')).toBeFocused()
    await window.keyboard.type('Tip keselamatan')
    await window.keyboard.press('Enter')
    await expect(notice(window, 'Tip keselamatan ditambah')).toBeVisible()
    await window.locator('[data-tile]').first().focus()
    await window.keyboard.press('Enter')
    await tab(application, 'Kandungan').focus()
    await window.keyboard.press('ArrowLeft')
    await window.keyboard.press('ArrowLeft')
    await expect(tab(application, 'Siri')).toBeFocused()
    const preview = window.getByRole('region', { name: 'Tarikh siri' }).getByRole('listitem')
    await expect(preview).toHaveCount(12)
    await look(application, 'series-make-ms-light')
    await preview.last().scrollIntoViewIfNeeded()
    await picture(application, 'series-days-ms-light')
    const times = window.getByRole('spinbutton', { name: 'Berapa kali' })
    await times.fill('4')
    await expect(preview).toHaveCount(4)
    await times.press('Enter')
    await expect(notice(window, '4 hantaran dibuat dalam siri ini.')).toBeVisible()
    expect(titles()).toEqual(all(...Array.from({ length: 4 }, () => 'Tip keselamatan')))
    await expect(posts.getByRole('listitem')).toHaveCount(4)
    await look(application, 'series-pane-ms-light')
  })

  await test.step('one is skipped, and taken back', async () => {
    await posts.getByRole('button').nth(1).focus()
    await window.keyboard.press('Enter')
    await expect(posts.getByRole('button').nth(1)).toHaveAttribute('aria-current', 'true')
    await expect(window.getByText('(2 / 4)')).toBeVisible()
    await button(window, 'Langkau yang ini').click()
    await expect(notice(window, 'dilangkau')).toBeVisible()
    expect(titles().map((row) => row.day)).toEqual([days[0], days[2], days[3]])
    await undo()
    await expect.poll(() => titles().map((row) => row.day)).toEqual(days)
  })

  await test.step('an edit is asked about, and taken over by those after it', async () => {
    await tab(application, 'Kandungan').click()
    await field(window, 'Tajuk').fill('Tip keselamatan baharu')
    await window.keyboard.press('Control+s')
    const dialog = window.getByRole('dialog', { name: 'Simpan hantaran siri' })
    await expect(dialog.getByRole('radio', { name: 'Hantaran ini sahaja' })).toBeFocused()
    await window.keyboard.press('ArrowDown')
    await expect(dialog.getByText('2 hantaran lain berubah.')).toBeVisible()
    await expect(dialog.getByText('Siri baharu bermula di sini')).toBeVisible()
    await look(application, 'series-scope-ms-light')
    await window.keyboard.press('Enter')
    await expect(notice(window, '3 hantaran siri disimpan.')).toBeVisible()
    const changed = 'Tip keselamatan baharu'
    expect(titles()).toEqual(all('Tip keselamatan', changed, changed, changed))
    await expect(window.getByText('(1 / 3)')).toBeVisible()
  })

  await test.step('it ends earlier, and goes on again', async () => {
    await tab(application, 'Siri').click()
    await expect(posts.getByRole('listitem')).toHaveCount(3)
    await posts.getByRole('button').nth(1).click()
    await expect(posts.getByRole('button').nth(1)).toHaveAttribute('aria-current', 'true')
    await button(window, 'Tamatkan siri di sini').click()
    const dialog = window.getByRole('dialog', { name: 'Tamatkan siri di sini' })
    await expect(dialog).toContainText('1 hantaran masuk ke tong sampah.')
    await dialog.getByRole('button', { name: 'Tamatkan siri di sini' }).click()
    await expect(notice(window, 'Siri tamat pada hantaran ini.')).toBeVisible()
    expect(titles().map((row) => row.day)).toEqual(days.slice(0, 3))
    await undo()
    await expect.poll(() => titles().map((row) => row.day)).toEqual(days)
  })

  await test.step('another repetition moves them, in English and dark', async () => {
    await window.emulateMedia({ colorScheme: 'dark' })
    await button(window, 'EN').click()
    await button(window, 'Change the repetition').click()
    await window.getByRole('combobox', { name: 'On', exact: true }).selectOption('day')
    await window.getByRole('spinbutton', { name: 'Day of the month' }).fill('31')
    await expect(window.getByText('Posts moved to another date: 2.', { exact: true })).toBeVisible()
    await look(application, 'series-change-en-dark')
    await window.getByRole('button', { name: 'Change the repetition' }).scrollIntoViewIfNeeded()
    await picture(application, 'series-change-days-en-dark')
    await window.locator('form').getByRole('button', { name: 'Change the repetition' }).click()
    await expect(notice(window, 'The repetition was changed.')).toBeVisible()
    const lastOf = (months: number) => monthOf(addMonths(day, months)).to
    expect(titles().map((row) => row.day)).toEqual([days[0], days[1], lastOf(2), lastOf(3)])
    await look(application, 'series-pane-en-dark')
  })
})
