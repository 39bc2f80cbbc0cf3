import { PlainDate } from '../../src/preload/contract/values.ts'
import { todayInMalaysia } from '../../src/renderer/accounts/today.ts'
import { monthOf } from '../../src/renderer/posts/calendarDays.ts'
import { passphrase } from '../support/furnish.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { fillWithPlan, fillWithPosts } from '../support/manyPosts.ts'
import { changeRows } from '../support/readDatabase.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { button, goTo, unlock } from '../support/startActions.ts'

const views = [
  { name: 'month', ms: 'Bulan', en: 'Month' },
  { name: 'week', ms: 'Minggu', en: 'Week' },
  { name: 'year', ms: 'Tahun', en: 'Year' },
  { name: 'list', ms: 'Senarai', en: 'List' },
  { name: 'board', ms: 'Papan fasa', en: 'Phase board' },
  { name: 'road', ms: 'Peta fasa', en: 'Phase road map' },
] as const

const looks = [
  { look: 'ms-light', scheme: 'light', language: 'BM', html: 'ms' },
  { look: 'ms-dark', scheme: 'dark', language: 'BM', html: 'ms' },
  { look: 'en-light', scheme: 'light', language: 'EN', html: 'en' },
  { look: 'en-dark', scheme: 'dark', language: 'EN', html: 'en' },
] as const

const today = todayInMalaysia()

/** Nothing is on its way any more: what is read last has been drawn. */
async function arrived({ window }: Application, view: (typeof views)[number]['name']) {
  const loading = window
    .getByRole('tabpanel')
    .getByRole('status')
    .filter({ hasText: /dimuatkan|Loading/ })
  await expect(loading).toHaveCount(0)
  if (view === 'month') {
    await expect(window.locator('.day-marks.is-holiday').first()).toBeVisible()
  }
  if (view === 'road') await expect(window.locator('.day-off').first()).toBeAttached()
}

/** Every view in both languages and themes, under one start of the application. */
async function everyView(application: Application, posts: number): Promise<void> {
  const { window } = application
  await useOfficeScreen(application)
  await unlock(window, passphrase)
  await goTo(window, 'Kalendar')
  for (const { look, scheme, language, html } of looks) {
    await window.emulateMedia({ colorScheme: scheme })
    await button(window, language).click()
    await expect(window.locator('html')).toHaveAttribute('lang', html)
    await expect(window.locator('html')).toHaveAttribute('data-theme', scheme)
    for (const view of views) {
      await window.getByRole('tab', { name: view[html], exact: true }).click()
      await expect(window.getByRole('grid').first()).toBeVisible()
      await arrived(application, view.name)
      await picture(application, `view-${view.name}-${posts}-${look}`)
    }
  }
  await expectAccessible(application)
  expect(application.complaints).toEqual([])
}

test('every view reads well with three posts', async ({ newApplication: first, start }) => {
  test.setTimeout(300_000)
  await fillWithPlan(first, 3, today, 3)
  await everyView(await start(), 3)
})

test('every view reads well with three thousand posts', async ({
  newApplication: first,
  start,
}) => {
  test.setTimeout(300_000)
  await fillWithPlan(first, 3_000, `${today.slice(0, 4)}-01-01`, 365)
  await everyView(await start(), 3_000)
})

test('views say plainly that nothing is there, and that something could not be read', async ({
  folder,
  start,
}) => {
  test.setTimeout(300_000)
  // A post of another year: the cycle, the month and the year that are shown have none.
  const first = await start({ failuresExpected: true })
  await fillWithPosts(first, 1, monthOf(PlainDate.parse('2001-05-01')).from, 1)
  const application = await start({ failuresExpected: true })
  const { window } = application
  await useOfficeScreen(application)
  await unlock(window, passphrase)
  await goTo(window, 'Kalendar')
  for (const { name, ms } of views) {
    await window.getByRole('tab', { name: ms, exact: true }).click()
    await expect(window.getByRole('tabpanel')).toBeVisible()
    await arrived(application, name)
    await picture(application, `view-${name}-empty-ms-light`)
  }
  await expectAccessible(application)

  await application.close()

  // What the views read is taken away before they ask for it, and put back.
  changeRows(folder, passphrase, 'alter table post rename to post_away')
  const broken = await start({ failuresExpected: true })
  await useOfficeScreen(broken)
  await unlock(broken.window, passphrase)
  await goTo(broken.window, 'Kalendar')
  const retry = broken.window.getByRole('tabpanel').getByRole('button', { name: 'Cuba semula' })
  for (const { name, ms } of views) {
    await broken.window.getByRole('tab', { name: ms, exact: true }).click()
    await expect(retry.first()).toBeVisible()
    await picture(broken, `view-${name}-failed-ms-light`)
  }
  await expectAccessible(broken)
  changeRows(folder, passphrase, 'alter table post_away rename to post')
  await retry.first().click()
  await expect(broken.window.getByRole('grid', { name: /^Peta fasa/ })).toBeVisible()
})
