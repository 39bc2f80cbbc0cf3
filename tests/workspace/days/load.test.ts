import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Kysely, PGliteDialect } from 'kysely'
import { describe, expect, it } from 'vitest'
import { PlainDate } from '#contract/values'
import { migrateToLatest } from '../../../src/main/workspace/database/migrate.ts'
import { openDatabase } from '../../../src/main/workspace/database/open.ts'
import { readerOf, type Tables, type Writer } from '../../../src/main/workspace/database/schema.ts'
import { loadHolidayList } from '../../../src/main/workspace/days/load.ts'
import { openDays } from '../../../src/main/workspace/days/queries.ts'
import { shippedReference } from '../../../src/main/workspace/days/reference.ts'
import type { HolidayReference } from '../../../src/main/workspace/days/reference.ts'
import { addWorkingDays } from '../../../src/main/workspace/days/rules/calendar.ts'
import type { HolidayRow } from '../../../src/main/workspace/days/tables.ts'
import { startPostgres } from '../../support/postgres.ts'
import { present } from '../../support/present.ts'
import { startTestWorkspace, testPassphrase } from '../../support/workspace.ts'

const first = shippedReference()

/** A later edition: a day moves, one goes, one comes, and 2028 is listed in part. */
function laterEdition(): HolidayReference {
  const holidays = structuredClone(first.holidays)
  const raya = present(holidays['hari-raya-puasa'])
  raya.dates = raya.dates.map((entry) =>
    entry[0] === '2027-03-10' ? [PlainDate.parse('2027-03-09'), entry[1], 2, 'ph'] : entry,
  )
  delete holidays['hari-wesak']
  holidays['hari-baharu'] = {
    ...{ ms: 'Hari Baharu', en: 'New Day', kind: 'special', fixed: [] },
    dates: [[PlainDate.parse('2026-12-04'), ['MY-14'], 1, 'ph']],
  }
  return { ...first, version: first.version + 1, holidays }
}

async function rowsByKey(db: Writer): Promise<Map<string, HolidayRow>> {
  const rows = await db.selectFrom('holiday').selectAll().execute()
  return new Map(rows.map((row) => [row.list_key ?? row.id, row]))
}

async function openSqlite(): Promise<Writer> {
  const folder = await mkdtemp(join(tmpdir(), 'ruang-kerja-'))
  const keyHex = randomBytes(32).toString('hex')
  return openDatabase({ file: join(folder, 'a.db'), keyHex })
}

async function openPostgres(): Promise<Writer> {
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite: await startPostgres() }) })
  await migrateToLatest(db)
  return db
}

describe.each([
  ['sqlite', openSqlite],
  ['postgres', openPostgres],
] as const)('loading the list on %s', (_, open) => {
  it('happens once, and keeps the word of the office through an update', async () => {
    const db = await open()
    expect(await loadHolidayList(db, randomUUID)).toEqual([
      { table: 'holiday_list', id: 'malaysia', fields: ['version'] },
    ])
    const before = await rowsByKey(db)
    expect(await loadHolidayList(db, randomUUID)).toEqual([])
    expect(await rowsByKey(db)).toEqual(before)

    const key = (name: string) => present(before.get(name))
    const say = (name: string, words: Partial<HolidayRow>) =>
      db.updateTable('holiday').set(words).where('id', '=', key(name).id).execute()
    await say('hari-raya-puasa/2027', { date: '2027-03-12', changed: 1 })
    await say('hari-wesak/2026', { removed: 1 })
    await say('hari-wesak/2027', { name: 'Wesak kita', changed: 1 })
    const own = { ...key('hari-deepavali/2026'), id: randomUUID(), list_key: null, name: 'Sendiri' }
    await db.insertInto('holiday').values(own).execute()

    const later = laterEdition()
    const subjects = await loadHolidayList(db, randomUUID, later)
    const after = await rowsByKey(db)
    // The office's own words stand.
    expect(after.get('hari-raya-puasa/2027')?.date).toBe('2027-03-12')
    expect(after.get('hari-wesak/2026')?.removed).toBe(1)
    expect(after.get('hari-wesak/2027')?.name).toBe('Wesak kita')
    expect(after.get(own.id)).toEqual(own)
    // The rest follows the list.
    expect(after.has('hari-wesak/2025')).toBe(false)
    expect(after.get('hari-baharu/2026')).toMatchObject({ date: '2026-12-04', changed: 0 })
    expect(after.get('hari-krismas/2026')).toEqual(key('hari-krismas/2026'))
    // Every row that came, went or changed is named: one new, eight of Wesak gone.
    expect(subjects).toHaveLength(1 + 1 + 8)
    expect(await loadHolidayList(db, randomUUID, later)).toEqual([])
    // An older application leaves a later list alone.
    expect(await loadHolidayList(db, randomUUID, first)).toEqual([])
    await db.destroy()
  })

  it('moves an untouched day with the list, under the same id', async () => {
    const db = await open()
    await loadHolidayList(db, randomUUID)
    const before = present((await rowsByKey(db)).get('hari-raya-puasa/2027'))
    await db.updateTable('holiday').set({ removed: 1 }).where('id', '=', before.id).execute()
    await loadHolidayList(db, randomUUID, laterEdition())
    expect((await rowsByKey(db)).get('hari-raya-puasa/2027')).toMatchObject({
      ...{ id: before.id, date: '2027-03-09', removed: 1 },
    })
    await db.destroy()
  })
})

it('opens to other slices as a calendar of what counts now', async () => {
  const db = await openSqlite()
  await loadHolidayList(db, randomUUID)
  const [from, to] = [PlainDate.parse('2026-11-06'), PlainDate.parse('2026-11-10')]
  // Deepavali on Sunday 8 November 2026: Monday is given.
  expect(addWorkingDays(await openDays(readerOf(db)), 'MY-14', from, 1)).toBe(to)
  const within = await openDays(readerOf(db), { from, to })
  expect(within.holidaysOn('MY-14', PlainDate.parse('2026-11-09'))).toMatchObject([
    { kind: 'replacement', origin: 'list', doubt: null },
  ])
  await db.updateTable('holiday').set({ removed: 1 }).where('date', '=', '2026-11-09').execute()
  const now = await openDays(readerOf(db))
  expect(addWorkingDays(now, 'MY-14', from, 1)).toBe('2026-11-09')
  await db.destroy()
})

describe('a workspace', () => {
  it('has the list from its first run on, in the first entry of its log', async () => {
    const test = await startTestWorkspace('sqlite')
    const [entry, ...others] = await test.rows<{ subjects: string }>('select * from audit_entry')
    expect(others).toEqual([])
    expect(JSON.parse(present(entry).subjects)).toContainEqual({
      ...{ table: 'holiday_list', id: 'malaysia', fields: ['version'] },
    })
    await test.stop()
  })

  it('made before there was a list gets it when it is opened, once, by nobody', async () => {
    const test = await startTestWorkspace('sqlite')
    await test.rows('delete from holiday')
    await test.rows('delete from holiday_list')
    const unlock = async () => {
      await test.workspace.gate.lock({})
      const secret = { kind: 'passphrase', passphrase: testPassphrase } as const
      await test.workspace.gate.unlock({ secret, remember: false })
    }
    await unlock()
    await unlock()
    const entries = await test.rows('select action, person_id from audit_entry where sequence > 1')
    expect(entries).toEqual([{ action: 'reference.load', person_id: null }])
    const { holidays } = await test.workspace.days.holidays({ year: 2026, state: null })
    expect(holidays.length).toBeGreaterThan(50)
    expect((await test.workspace.office.verifyAudit({})).firstBroken).toBeNull()
    await test.stop()
  })
})
