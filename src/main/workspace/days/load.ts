import type { Subject } from '../audit.ts'
import { readerOf, type Reader, type Writer } from '../database/schema.ts'
import { shippedReference, shippedVersion, type HolidayReference } from './reference.ts'
import { shippedHolidays } from './rules/shipped.ts'
import type { ShippedHoliday } from './rules/shippedHoliday.ts'
import type { HolidayRow } from './tables.ts'

/** The only row of `holiday_list`. */
const listId = 'malaysia'
/** Rows of one statement: well below what a database takes as parameters. */
const rowsAtOnce = 200

/** The workspace holds this edition of the shipped list, or a later one. */
async function hasHolidayList(db: Reader, version = shippedVersion): Promise<boolean> {
  const row = await db
    .selectFrom('holiday_list')
    .select('version')
    .where('id', '=', listId)
    .executeTakeFirst()
  return row !== undefined && row.version >= version
}

/**
 * Brings the workspace's holidays to the shipped list, once for each edition. What the office
 * changed or took out stays as the office wants it; what it added is never touched.
 * @returns what to note in the audit log; of the first edition only the list itself. Empty when
 *   nothing was to be done.
 */
export async function loadHolidayList(
  db: Writer,
  newId: () => string,
  reference: HolidayReference = shippedReference(),
): Promise<Subject[]> {
  if (await hasHolidayList(readerOf(db), reference.version)) return []
  const rows = await db
    .selectFrom('holiday')
    .selectAll()
    .where('list_key', 'is not', null)
    .execute()
  const known = new Map(rows.map((row) => [row.list_key, row]))
  const shipped = shippedHolidays(reference)
  const keys = new Set<string | null>(shipped.map(({ key }) => key))

  const added = shipped.filter(({ key }) => !known.has(key)).map((one) => rowOf(one, newId()))
  for (let at = 0; at < added.length; at += rowsAtOnce) {
    await db
      .insertInto('holiday')
      .values(added.slice(at, at + rowsAtOnce))
      .execute()
  }
  const altered: string[] = []
  for (const holiday of shipped) {
    const row = known.get(holiday.key)
    if (row?.changed !== 0) continue
    const wanted = { ...rowOf(holiday, row.id), removed: row.removed }
    if (sameRow(row, wanted)) continue
    await db.updateTable('holiday').set(wanted).where('id', '=', row.id).execute()
    altered.push(row.id)
  }
  const gone = rows.filter((row) => !keys.has(row.list_key) && row.changed + row.removed === 0)
  for (const { id } of gone) await db.deleteFrom('holiday').where('id', '=', id).execute()

  await db.deleteFrom('holiday_list').execute()
  await db.insertInto('holiday_list').values({ id: listId, version: reference.version }).execute()
  const list: Subject = { table: 'holiday_list', id: listId, fields: ['version'] }
  if (rows.length === 0) return [list]
  const fields = ['date', 'name', 'kind', 'states']
  const ids = [...added.map(({ id }) => id), ...altered, ...gone.map(({ id }) => id)]
  return [list, ...ids.map((id) => ({ table: 'holiday', id, fields }))]
}

function rowOf(holiday: ShippedHoliday, id: string): HolidayRow {
  return {
    id,
    list_key: holiday.key,
    date: holiday.date,
    name: holiday.name,
    name_en: holiday.nameEn,
    kind: holiday.kind,
    states: JSON.stringify(holiday.states),
    reference: null,
    doubts: JSON.stringify(holiday.doubts),
    sources: JSON.stringify(holiday.sources),
    changed: 0,
    removed: 0,
  }
}

function sameRow(one: HolidayRow, other: HolidayRow): boolean {
  return JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort())
}
