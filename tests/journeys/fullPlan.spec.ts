import { todayInMalaysia } from '../../src/renderer/accounts/today.ts'
import { monthOf } from '../../src/renderer/posts/calendarDays.ts'
import { passphrase } from '../support/furnish.ts'
import { expect, test } from '../support/launch.ts'
import { fillWithPosts } from '../support/manyPosts.ts'
import { closePreview, openPreview, savedPages } from '../support/printActions.ts'
import { readRows } from '../support/readDatabase.ts'
import { useOfficeScreen } from '../support/screens.ts'
import { button, goTo, unlock } from '../support/startActions.ts'

test('a full month and its list are printed whole, their heads on every page', async ({
  start,
}) => {
  test.setTimeout(240_000)
  const { from, to } = monthOf(todayInMalaysia())
  const first = await start()
  await fillWithPosts(first, 300, from, 30)
  const application = await start()
  const { window } = application
  await useOfficeScreen(application)
  await unlock(window, passphrase)
  await goTo(window, 'Kalendar')
  const titles = readRows<{ title: string }>(
    application.folder,
    passphrase,
    `select title from post where trashed_at is null and day between '${from}' and '${to}'`,
  ).map(({ title }) => title.replaceAll(/\s+/g, ' '))
  // A few of them have no day yet.
  expect(titles.length).toBeGreaterThan(250)

  const plain = (text: string) => text.replaceAll(/[\s-]/g, '')
  await openPreview(application)
  const month = await savedPages(application, 'plan-month-full')
  expect(month[0]).toContain('Isnin')
  // Too many for a day of the grid: all of them stand after it, on pages of their own.
  const grid = month.filter((page) => page.includes('Isnin Selasa Rabu'))
  const after = month.filter((page) => page.includes('Tarikh Masa Tajuk'))
  expect(grid.length + after.length).toBe(month.length)
  // Two weeks fit a page even when every day is full.
  expect(grid.length).toBeLessThanOrEqual(4)
  const wholeMonth = plain(month.join(' '))
  expect(titles.filter((title) => !wholeMonth.includes(plain(title)))).toEqual([])
  await closePreview(application)

  await window.keyboard.press('4')
  await button(window, 'Cetak, simpan dan import').click()
  await window.getByRole('menuitem', { name: 'Cetak senarai' }).click()
  await expect(window.getByRole('dialog').locator('canvas').first()).toBeVisible({
    timeout: 60_000,
  })
  const list = await savedPages(application, 'plan-list-full')
  expect(list.length).toBeGreaterThan(5)
  for (const [place, page] of list.slice(0, -1).entries()) {
    expect(page).toContain('Tarikh Masa Tajuk')
    expect(page).toContain(`Muka ${place + 1} / ${list.length}`)
  }
  const wholeList = plain(list.join(' '))
  expect(titles.filter((title) => !wholeList.includes(plain(title)))).toEqual([])
  expect(application.complaints).toEqual([])
})
