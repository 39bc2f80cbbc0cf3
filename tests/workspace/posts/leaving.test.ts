import { randomUUID } from 'node:crypto'
import readXlsxFile from 'read-excel-file/node'
import type { z } from 'zod'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AccountId } from '#contract/accounts'
import type { PlanChoice } from '#contract/postLeaving'
import { fromFormulaSafe } from '../../../src/main/workspace/reports/csv.ts'
import * as planWords from '../../../src/main/workspace/posts/reports/planWords.ts'
import { postWords } from '../../../src/renderer/posts/words.ts'
import { eventsOf } from '../../support/calendarLines.ts'
import { cellsOf } from '../../support/cells.ts'
import { addTo, day, everything, november, on, time } from '../../support/posts.ts'
import { present } from '../../support/present.ts'
import { databases, startTestWorkspace, type TestWorkspace } from '../../support/workspace.ts'

let test: TestWorkspace
let facebook: AccountId
let x: AccountId

const asked = { period: november, filter: everything, ids: null, language: 'ms' } as const
const hostile = ['=1+1', '+60123456789', '-2', '@SUM(A1)', '\tTab', 'Koma, "petik"; titik\\']

/** Hostile titles in November, one of them with a slot apart; one post in December, one undated. */
async function fill(): Promise<void> {
  for (const [place, title] of hostile.entries()) {
    await addTo(test, title, {
      ...{ day: day(`2026-11-1${place}`), time: place % 2 === 0 ? time('09:30') : null },
      ...{ text: `Baris satu\nbaris dua ${title}`, hashtags: ['JKR'] },
      accounts: place === 1 ? [on(facebook), on(x, { day: '2026-11-20' })] : [on(facebook)],
    })
  }
  await addTo(test, 'Disember', { day: day('2026-12-01') })
  await addTo(test, 'Belum dijadualkan')
}

/** What somebody read off an account (null: of all together), as a row of its own. */
async function reached(
  title: string,
  account: AccountId | null,
  on_: string,
  [reach, likes]: readonly [number | null, number | null],
  removed = false,
): Promise<void> {
  const text = (value: string | null) => (value === null ? 'null' : `'${value}'`)
  const at = '2026-11-23T01:00:00.000Z'
  await test.rows(
    `insert into post_result (id, post_id, account_id, day, reach, likes, recorded_by, recorded_at,
       removed_at)
     select '${randomUUID()}', id, ${text(account)}, '${on_}', ${reach ?? 'null'},
       ${likes ?? 'null'}, created_by, '${at}', ${text(removed ? at : null)}
     from post where title = '${title}'`,
  )
}

/** Newest numbers by slot, by SQL of the test's own; those of all accounts where none has its own. */
async function numbersBySlot(): Promise<{ title: string; day: string; reach: number | null }[]> {
  const rows = await test.rows<{ title: string; day: string; reach: number | string | null }>(
    `select title, day, sum(reach) as reach from (
       select p.title, coalesce(a.day, p.day) as day, r.reach,
         row_number() over (partition by r.post_id, r.account_id order by r.day desc) as place,
         r.account_id,
         max(case when r.account_id is null then 0 else 1 end) over (partition by r.post_id) as own
       from post_result r join post p on p.id = r.post_id
       left join post_account a on a.post_id = r.post_id and a.account_id = r.account_id
       where r.removed_at is null
     ) as numbered
     where place = 1 and (own = 0 or account_id is not null)
     group by title, day order by day`,
  )
  return rows.map(({ reach, ...slot }) => ({
    ...slot,
    reach: reach === null ? null : Number(reach),
  }))
}

/** Slots of November by SQL of the test's own, in the order of their days. */
async function slots(): Promise<{ title: string; day: string; time: string | null }[]> {
  return test.rows(
    `select title, day, time from post where day like '2026-11-%' and trashed_at is null
     union all
     select p.title, a.day, a.time from post_account a join post p on p.id = a.post_id
     where a.day like '2026-11-%' order by 2, 3`,
  )
}

describe.each(databases)('the plan that leaves %s', (database) => {
  beforeEach(async () => {
    test = await startTestWorkspace(database)
    const [one, other] = await test.workspace.accounts.list({})
    facebook = present(one).id
    x = present(other).id
    await fill()
  })
  afterEach(async () => {
    await test.stop()
  })

  it('is a table a row a slot, safe in a spreadsheet', async () => {
    const { csv } = await test.workspace.posts.planCsv(asked)
    const [heads = [], ...rows] = cellsOf(csv.slice(1))
    expect(rows.flat().filter((cell) => /^[\s=+\-@]/.test(cell))).toEqual([])
    const cell = (row: string[], head: string) => fromFormulaSafe(row[heads.indexOf(head)] ?? '')
    expect(
      rows.map((row) => ({
        title: cell(row, 'Tajuk'),
        day: cell(row, 'Tarikh'),
        time: cell(row, 'Masa') || null,
      })),
    ).toEqual((await slots()).map((slot) => ({ ...slot, title: slot.title.trim() })))
    expect(rows.map((row) => cell(row, 'Bil.'))).toEqual(['1', '2', '3', '4', '5', '6', '7'])
    expect(cell(present(rows[0]), 'Teks induk')).toBe('Baris satu\nbaris dua =1+1')
  })

  it('tells what each slot reached, and puts posts in order by it', async () => {
    const [together, apart] = [present(hostile[0]), present(hostile[1])]
    await reached(together, null, '2026-11-20', [300, null])
    await reached(together, null, '2026-11-22', [999, null], true)
    await reached(apart, facebook, '2026-11-12', [400, 10])
    await reached(apart, facebook, '2026-11-18', [900, 12])
    await reached(apart, x, '2026-11-21', [70, null])
    await reached(apart, null, '2026-11-22', [5_000, 50])
    const bySlot = await numbersBySlot()
    expect(bySlot.map(({ reach }) => reach)).toEqual([300, 900, 70])

    const [heads = [], ...rows] = cellsOf((await test.workspace.posts.planCsv(asked)).csv.slice(1))
    const cell = (row: string[], head: string) => fromFormulaSafe(row[heads.indexOf(head)] ?? '')
    const told = rows.filter((row) => cell(row, 'Capaian') !== '')
    expect(
      told.map((row) => ({
        ...{ title: cell(row, 'Tajuk'), day: cell(row, 'Tarikh') },
        reach: Number(cell(row, 'Capaian')),
      })),
    ).toEqual(bySlot)
    expect(told.map((row) => cell(row, 'Suka'))).toEqual(['', '12', ''])

    const { bytes } = await test.workspace.posts.planXlsx(asked)
    const [sheet] = await readXlsxFile(Buffer.from(bytes), { trim: false })
    const [names = [], ...cells] = present(sheet).data
    expect(cells.flatMap((row) => row[names.indexOf('Capaian')] ?? [])).toEqual([300, 900, 70])

    const by = async (descending: boolean) => {
      const { tiles } = await test.workspace.posts.list({
        ...{ period: null, filter: everything, trashed: false, order: 'reach', descending },
        ...{ offset: 0, limit: 4 },
      })
      return tiles.map(({ title, reach }) => [title, reach])
    }
    expect((await by(true)).slice(0, 2)).toEqual([
      [apart, 970],
      [together, 300],
    ])
    const upward = await by(false)
    expect(upward.slice(0, 2)).toEqual([
      [together, 300],
      [apart, 970],
    ])
    expect(upward[2]?.[1]).toBeNull()
  })

  it('is a workbook with days as days and no formula', async () => {
    const { bytes } = await test.workspace.posts.planXlsx(asked)
    const [sheet] = await readXlsxFile(Buffer.from(bytes), { trim: false })
    const [heads = [], ...rows] = present(sheet).data
    const at = (head: string) => heads.indexOf(head)
    const days = rows.map((row) => row[at('Tarikh')] as unknown)
    expect(days.every((value) => value instanceof Date)).toBe(true)
    expect(
      rows.map((row, place) => ({
        title: row[at('Tajuk')],
        day: (days[place] as Date).toISOString(),
        time: row[at('Masa')] ?? null,
      })),
    ).toEqual((await slots()).map((slot) => ({ ...slot, day: `${slot.day}T00:00:00.000Z` })))
    expect(rows.map((row) => row[at('Bil.')])).toEqual([1, 2, 3, 4, 5, 6, 7])
  })

  it('is a calendar of events that keep their names when they move', async () => {
    const { ics } = await test.workspace.posts.planIcs(asked)
    const events = eventsOf(ics)
    const startOf = (event: Readonly<Record<string, string>>) =>
      event['DTSTART;TZID=Asia/Kuala_Lumpur'] ?? event['DTSTART;VALUE=DATE']
    expect(events.map((event) => ({ title: event.SUMMARY, start: startOf(event) }))).toEqual(
      (await slots()).map(({ title, day: on_, time: at }) => ({
        title,
        start: on_.replaceAll('-', '') + (at === null ? '' : `T${at.replace(':', '')}00`),
      })),
    )
    expect(new Set(events.map(({ UID }) => UID)).size).toBe(7)
    expect(events[0]).toMatchObject({ STATUS: 'TENTATIVE', DTSTAMP: '20261123T010000Z' })
    expect(present(events[0]).DESCRIPTION).toContain('Status: Draf, Tamat tempoh')
    expect(ics).toContain('BEGIN:VTIMEZONE\r\nTZID:Asia/Kuala_Lumpur\r\n')
    expect(ics).not.toContain('baris dua')

    const [{ id } = { id: '' }] = await test.rows<{ id: string }>(
      `select id from post where title = '=1+1'`,
    )
    const moved = (
      await test.workspace.posts.list({
        ...{ period: null, filter: { ...everything, search: '=1+1' }, trashed: false },
        ...{ order: 'day', descending: false, offset: 0, limit: 1 },
      })
    ).tiles
    await test.workspace.posts.move({
      moves: moved.map((tile) => ({ id: tile.id, day: day('2026-11-25'), time: null })),
    })
    const after = eventsOf((await test.workspace.posts.planIcs(asked)).ics)
    const event = present(after.find(({ SUMMARY }) => SUMMARY === '=1+1'))
    expect(event.UID).toBe(`${id}@ruang-kerja-bkk`)
    expect([startOf(event), event.SEQUENCE]).toEqual(['20261125', '2'])

    // A cancellation has to count for more than what the calendars hold.
    test.clock.set('2026-11-24T01:00:00.000Z')
    await test.workspace.posts.setStatus({
      ...{ ids: moved.map((tile) => tile.id), to: 'cancelled', reason: 'Program batal' },
    })
    const gone = eventsOf((await test.workspace.posts.planIcs(asked)).ics)
    expect(present(gone.find(({ SUMMARY }) => SUMMARY === '=1+1'))).toMatchObject({
      ...{ UID: event.UID, STATUS: 'CANCELLED', SEQUENCE: '3' },
      'LAST-MODIFIED': '20261124T010000Z',
    })
  })

  it('follows filter, choice and period; without a period undated posts come last', async () => {
    const titles = async (parts: Partial<z.input<typeof PlanChoice>>) => {
      const [heads = [], ...rows] = cellsOf(
        (await test.workspace.posts.planCsv({ ...asked, ...parts })).csv.slice(1),
      )
      return rows.map((row) => row[heads.indexOf('Tajuk')])
    }
    expect(await titles({ filter: { ...everything, search: 'petik' } })).toEqual([hostile[5]])
    const all = await titles({ period: null })
    expect(all.slice(-2)).toEqual(['Disember', 'Belum dijadualkan'])
    const { tiles } = await test.workspace.posts.unplanned({ filter: everything })
    expect(await titles({ period: null, ids: tiles.map(({ id }) => id) })).toEqual([
      'Belum dijadualkan',
    ])
    expect(await titles({ ids: [] })).toEqual([])
  })

  it('takes to paper what stands behind its days, those of all posts too', async () => {
    const noted = (title: string, startsOn: string, endsOn: string) =>
      test.workspace.planning.addNote({
        ...{ title, text: '', startsOn: day(startsOn), endsOn: day(endsOn), states: [] },
        ...{ kind: 'blackout', reason: 'mourning', effect: 'hold' },
      })
    await noted('Berkabung', '2026-11-13', '2026-11-30')
    await noted('Sesudahnya', '2026-12-02', '2026-12-03')
    for (const [period, from, to] of [
      [november, '2026-11-01', '2026-11-30'],
      [null, '2026-11-10', '2026-12-01'],
    ] as const) {
      const sheet = await test.workspace.posts.planSheet({ period, filter: everything })
      expect(sheet.notes.map(({ title }) => title)).toEqual(['Berkabung'])
      const days = await test.rows<{ date: string }>(
        `select date from holiday where removed = 0 and date between '${from}' and '${to}'
         order by date, name, id`,
      )
      expect(sheet.holidays.map(({ date }) => date)).toEqual(days.map(({ date }) => date))
    }
  })
})

it('says of statuses, kinds and what is missing what the window says', () => {
  for (const language of ['ms', 'en'] as const) {
    const { status, kind, missing } = postWords[language]
    const said = (words: Readonly<Record<string, Record<'ms' | 'en', string>>>) =>
      Object.fromEntries(Object.entries(words).map(([key, word]) => [key, word[language]]))
    expect(said(planWords.statusWords)).toEqual(status)
    expect(said(planWords.kindWords)).toEqual(kind)
    expect(said(planWords.missingWords)).toEqual(missing)
  }
})
