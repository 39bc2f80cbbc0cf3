import { Holiday } from '#contract/days'
import type { HolidayId, HolidayInput } from '#contract/days'
import type { StateCode } from '#contract/states'
import type { Reader, Writer } from '../database/schema.ts'
import { calendarBy, type DayCalendar } from './rules/calendar.ts'
import { groupBy } from './rules/shippedHoliday.ts'
import type { HolidayRow } from './tables.ts'

function toHoliday(row: HolidayRow): Holiday {
  const own = row.list_key === null
  const changed = row.changed === 1
  return Holiday.parse({
    id: row.id,
    date: row.date,
    name: row.name,
    nameEn: row.name_en,
    kind: row.kind,
    states: JSON.parse(row.states) as unknown,
    reference: row.reference,
    origin: own ? 'own' : changed ? 'changed' : 'list',
    doubts: changed ? {} : (JSON.parse(row.doubts) as unknown),
    sources: JSON.parse(row.sources) as unknown,
    removed: row.removed === 1,
  })
}

/**
 * The working days of the workspace as they are now, for `rules/calendar.ts`. A date that follows
 * from it (due, approve by) is best worked out whenever it is read: then it needs no recomputing
 * when the office changes a holiday, which every page hears as a change of `days`. Whoever keeps
 * such a date works it out anew after a change and logs that.
 * @param period the first and the last day that will be asked about; every day when left out
 */
export async function openDays(
  db: Reader,
  { from, to }: { readonly from: string; readonly to: string } = { from: '', to: '9' },
): Promise<DayCalendar> {
  const rows = await db
    .selectFrom('holiday')
    .selectAll()
    .where('removed', '=', 0)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .orderBy('date')
    .orderBy('id')
    .execute()
  const byDate = groupBy(rows, ({ date }) => date)
  // Few days of many years are asked about: only theirs are read.
  const read = new Map<string, readonly Holiday[]>()
  return calendarBy((date) => {
    const known = read.get(date) ?? (byDate.get(date) ?? []).map(toHoliday)
    read.set(date, known)
    return known
  })
}

/** A year's holidays by date, removed ones too; only those of a state where one is given. */
export async function holidaysOfYear(
  db: Reader,
  year: number,
  state: StateCode | null,
): Promise<Holiday[]> {
  const rows = await db
    .selectFrom('holiday')
    .selectAll()
    .where('date', '>=', `${year}-01-01`)
    .where('date', '<=', `${year}-12-31`)
    .orderBy('date')
    .orderBy('name')
    .orderBy('id')
    .execute()
  return rows.map(toHoliday).filter(({ states }) => state === null || states.includes(state))
}

/** A holiday, and which entry of the shipped list it is. */
export async function findHoliday(
  db: Reader,
  id: HolidayId,
): Promise<{ holiday: Holiday; listKey: string | null } | null> {
  const row = await db.selectFrom('holiday').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : { holiday: toHoliday(row), listKey: row.list_key }
}

/** The holidays of one day that count. */
export async function holidaysOn(db: Reader, date: string): Promise<Holiday[]> {
  const rows = await db
    .selectFrom('holiday')
    .selectAll()
    .where('date', '=', date)
    .where('removed', '=', 0)
    .orderBy('id')
    .execute()
  return rows.map(toHoliday)
}

/** Adds one of the office's own. */
export async function insertHoliday(
  db: Writer,
  id: HolidayId,
  holiday: HolidayInput,
): Promise<void> {
  await db
    .insertInto('holiday')
    .values({
      ...wordsOf(holiday),
      id,
      list_key: null,
      doubts: '{}',
      sources: '[]',
      changed: 0,
      removed: 0,
    })
    .execute()
}

/** @param changed it differs from what was shipped */
export async function updateHoliday(
  db: Writer,
  id: HolidayId,
  holiday: HolidayInput,
  changed: boolean,
): Promise<void> {
  await db
    .updateTable('holiday')
    .set({ ...wordsOf(holiday), changed: changed ? 1 : 0 })
    .where('id', '=', id)
    .execute()
}

export async function setRemoved(db: Writer, id: HolidayId, removed: boolean): Promise<void> {
  await db
    .updateTable('holiday')
    .set({ removed: removed ? 1 : 0 })
    .where('id', '=', id)
    .execute()
}

function wordsOf(holiday: HolidayInput) {
  return {
    date: holiday.date,
    name: holiday.name,
    name_en: holiday.nameEn,
    kind: holiday.kind,
    states: JSON.stringify(holiday.states),
    reference: holiday.reference,
  }
}
