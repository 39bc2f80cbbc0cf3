import { PlainDate } from '../../src/preload/contract/values.ts'
import { todayInMalaysia } from '../../src/renderer/accounts/today.ts'
import { weekStart } from '../../src/renderer/posts/calendarDays.ts'
import { cellsOf } from '../support/cells.ts'
import { passphrase } from '../support/furnish.ts'
import { expect, test, type Application } from '../support/launch.ts'
import { fillWithPosts } from '../support/manyPosts.ts'
import { column, toView } from '../support/phaseActions.ts'
import {
  closePreview,
  complaintsOfHiddenPages,
  openPreview,
  savedBy,
  savedPages,
} from '../support/printActions.ts'
import { changeRows, readRows } from '../support/readDatabase.ts'
import { unbroken } from '../support/readPdf.ts'
import { expectAccessible, picture, useOfficeScreen } from '../support/screens.ts'
import { goTo, unlock } from '../support/startActions.ts'

const year = Number(todayInMalaysia().slice(0, 4))

async function look(application: Application, name: string): Promise<void> {
  await picture(application, name)
  await expectAccessible(application)
}

/** A note, a blackout over it, and a target that lacks: what stands behind and beside the bands. */
function behindTheBands(folder: string): void {
  const note = (id: string, title: string, from: string, to: string, kind: string) =>
    `insert into calendar_note (id, title, body, starts_on, ends_on, kind, reason, effect, states)
     values ('${id}', '${title}', '', '${year}-${from}', '${year}-${to}', '${kind}',
       ${kind === 'note' ? 'null, null' : `'mourning', 'warn'`}, '[]')`
  changeRows(
    folder,
    passphrase,
    note(
      '20000000-0000-4000-8000-000000000001',
      'Minggu keselamatan jalan raya',
      '03-02',
      '03-20',
      'note',
    ),
  )
  changeRows(
    folder,
    passphrase,
    note('20000000-0000-4000-8000-000000000002', 'Berkabung', '03-16', '03-29', 'blackout'),
  )
  changeRows(
    folder,
    passphrase,
    `insert into phase_target (id, phase_id, kind, target_key, wanted)
       select '20000000-0000-4000-8000-000000000003', id, 'category', 'edukatif', 4 from phase where number = 1`,
  )
}

test('a full year is read at a glance: board, road map and heat map', async ({
  newApplication: first,
  folder,
  start,
}) => {
  test.setTimeout(300_000)
  await fillWithPosts(first, 3_000, `${year}-01-01`, 365)
  behindTheBands(folder)
  const application = await start()
  const complaints = complaintsOfHiddenPages(application)
  const { window } = application
  await useOfficeScreen(application)
  await unlock(window, passphrase)
  await goTo(window, 'Kalendar')

  await test.step('the year: a day by keys, and its month', async () => {
    await toView(application, 'Tahun')
    const map = window.getByRole('grid', { name: `Peta tahun ${year}` })
    await expect(map.locator('[data-day]')).toHaveCount(year % 4 === 0 ? 366 : 365)
    await look(application, 'phases-year-ms-light')
    const told = (on: string) => map.locator(`[data-day="${year}-${on}"]`)
    await expect(told('03-02')).toHaveAccessibleName(/Nota: Minggu keselamatan jalan raya/)
    await expect(told('03-16')).toHaveAccessibleName(
      /Tempoh sekatan: Berkabung, Nota: Minggu keselamatan jalan raya/,
    )
    await expect(told('03-29')).toHaveAccessibleName(/Tempoh sekatan: Berkabung/)
    await expect(told('03-30')).not.toHaveAccessibleName(/sekatan|Nota/)
    await told('03-16').focus()
    await expect(window.locator('.year')).toContainText('Tempoh sekatan: Berkabung')
    await look(application, 'phases-year-behind-ms-light')
    await told('01-01').focus()
    await window.keyboard.press('Home')
    await window.keyboard.press('ArrowDown')
    await expect(map.locator(`[data-day="${year}-02-01"]`)).toBeFocused()
    await window.keyboard.press('Enter')
    await expect(window.getByRole('tab', { name: 'Bulan' })).toHaveAttribute(
      'aria-selected',
      'true',
    )
    await expect(window.locator(`[data-day="${year}-02-01"]`).first()).toBeVisible()
  })

  await test.step('a quarter: posts by phase and by category, steps and days by keys', async () => {
    await toView(application, 'Tahun')
    const on = window.locator(`[data-day="${year}-02-01"]`)
    // As many as the year counts, by slots; it is counted elsewhere.
    const counted = /\d+ hantaran/.exec((await on.textContent()) ?? '')?.[0] ?? 'none'
    await window.keyboard.press('q')
    await expect(window.getByRole('heading', { name: `Suku 1, ${year}` })).toBeVisible()
    const days = window.locator('.months [data-day]')
    await expect(days).toHaveCount(year % 4 === 0 ? 91 : 90)
    await expect(on).toHaveAccessibleName(new RegExp(`, ${counted}, (Fasa \\d: |Tiada fasa)`))
    await look(application, 'phases-quarter-ms-light')
    await window.getByRole('combobox', { name: 'Hantaran mengikut' }).selectOption('category')
    await expect(on).not.toHaveAccessibleName(/Fasa \d: /)
    await look(application, 'phases-quarter-category-ms-light')
    await on.focus()
    await window.keyboard.press('End')
    await expect(window.locator(`[data-day="${year}-03-31"]`)).toBeFocused()
    await window.keyboard.press('ArrowRight')
    await expect(window.locator(`[data-day="${year}-03-31"]`)).toBeFocused()
    await window.keyboard.press('PageDown')
    await expect(window.getByRole('heading', { name: `Suku 2, ${year}` })).toBeVisible()
    await window.getByRole('button', { name: 'Suku tahun sebelumnya' }).click()
    await expect(window.getByRole('heading', { name: `Suku 1, ${year}` })).toBeVisible()
    await window.emulateMedia({ colorScheme: 'dark' })
    await look(application, 'phases-quarter-ms-dark')
    await window.emulateMedia({ colorScheme: 'light' })
    await window.getByRole('button', { name: 'Setahun', exact: true }).click()
    await expect(window.getByRole('grid', { name: `Peta tahun ${year}` })).toBeVisible()
  })

  await test.step('the board draws what is in sight', async () => {
    await toView(application, 'Papan fasa')
    await expect(column(application, 1).getByRole('gridcell').first()).toBeVisible()
    await look(application, 'phases-board-3000-ms-light')
  })

  await test.step('the road map: a week by keys, its posts, and the week itself', async () => {
    await toView(application, 'Peta fasa')
    const map = window.getByRole('grid', { name: /^Peta fasa/ })
    await map.locator('[tabindex="0"]').focus()
    await window.keyboard.press('Home')
    await window.keyboard.press('ArrowRight')
    await expect(window.getByRole('button', { name: 'Buka minggu' })).toBeVisible()
    await look(application, 'phases-road-3000-ms-light')
    // No scrolling sideways for a year.
    const tooWide = await map.evaluate((grid) => {
      const scroller = grid.parentElement
      return scroller !== null && scroller.scrollWidth > scroller.clientWidth
    })
    expect(tooWide).toBe(false)
    await map.locator('[tabindex="0"]').focus()
    await window.keyboard.press('Enter')
    await expect(window.getByRole('tab', { name: 'Minggu' })).toHaveAttribute(
      'aria-selected',
      'true',
    )
  })

  await test.step('the road map on paper says what the rows say', async () => {
    await toView(application, 'Peta fasa')
    await openPreview(application)
    await picture(application, 'plan-road-preview-ms-light')
    const rows = <T>(query: string) => readRows<T>(folder, passphrase, query)
    const text = (await savedPages(application, 'plan-road-ms')).join(' ')
    const drawn = rows<{ number: number; name: string; day: string; category: string | null }>(
      `select phase.number, phase.name, post.day, post.category from post
         join phase on phase.id = post.phase_id
        where post.trashed_at is null and post.day is not null
          and post.status not in ('on-hold', 'cancelled')`,
    )
    expect(text).toContain(`Hantaran dalam peta ${drawn.length.toLocaleString('ms-MY')}`)
    for (const { name } of drawn) expect(unbroken(text)).toContain(name)
    const progress = rows<{ number: number; published: number; approved: number }>(
      `select phase.number,
         sum(post.status in ('published', 'archived')) as published,
         sum(post.status in ('approved', 'ready')) as approved
       from post join phase on phase.id = post.phase_id
       where post.trashed_at is null group by phase.number order by phase.number`,
    )
    for (const { published, approved } of progress) {
      expect(text).toContain(`${approved} diluluskan ${published} terbit`)
    }
    expect(text).toMatch(/Fasa 1: kurang \d+ Edukatif|Fasa 1: tiada Edukatif/)
    expect(text).toContain('Tempoh sekatan, Berkabung')
    expect(text).toContain('Nota, Minggu keselamatan jalan raya')
    const holidays = rows<{ name: string }>(
      `select distinct name from holiday where removed = 0 and date like '${year}-%'`,
    )
    for (const { name } of holidays) expect(unbroken(text)).toContain(name)
    const [audit] = rows<{ entries: number }>('select count(*) as entries from audit_entry')
    expect(text).toContain(String(audit?.entries))

    const csv = await savedBy(application, 'Simpan CSV', 'plan-road-ms.csv')
    const [, ...cells] = cellsOf(csv.toString('utf8').slice(1))
    const byWeek = new Map<string, number>()
    for (const { number, day, category } of drawn) {
      const key = [number, weekStart(PlainDate.parse(day), 'monday'), category ?? ''].join(' ')
      byWeek.set(key, (byWeek.get(key) ?? 0) + 1)
    }
    const names = new Map(
      [
        ['', ''],
        ['info-rakyat', 'Info Rakyat'],
        ['touch-point', 'Touch Point'],
      ].map(([key = '', name = '']) => [name, key]),
    )
    expect(
      new Map(
        cells.map(([, phase = '', week, , category = '', count]) => [
          [/^Fasa (\d)/.exec(phase)?.[1], week, names.get(category)].join(' '),
          Number(count),
        ]),
      ),
    ).toEqual(byWeek)
    await closePreview(application)
    expect(complaints).toEqual([])
  })

  await test.step('in English and dark', async () => {
    for (const text of ['gelap', 'english']) {
      await expect(window.locator('dialog')).toHaveCount(0)
      await window.keyboard.press('Control+k')
      await window.keyboard.type(text)
      await window.keyboard.press('Enter')
    }
    for (const [tab, name] of [
      ['Year', 'year'],
      ['Phase board', 'board'],
      ['Phase road map', 'road'],
    ] as const) {
      await toView(application, tab)
      await expect(window.getByRole('grid').first()).toBeVisible()
      await look(application, `phases-${name}-3000-en-dark`)
    }
  })
  expect(application.complaints).toEqual([])
})
