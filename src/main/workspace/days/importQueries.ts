import { z } from 'zod'
import { HolidayId, HolidayInput, type Holiday } from '#contract/days'
import type { HolidayImport, HolidayImportId } from '#contract/holidayImports'
import type { Instant } from '#contract/values'
import type { Reader, Writer } from '../database/schema.ts'
import { holidaysOn } from './queries.ts'
import type { HolidayImportRow } from './tables.ts'

/** A holiday as it came in. */
export const BroughtHoliday = z.object({ id: HolidayId, holiday: HolidayInput })
export type BroughtHoliday = z.infer<typeof BroughtHoliday>

/** Newest first. */
export async function listHolidayImports(db: Reader): Promise<HolidayImport[]> {
  const rows = await db
    .selectFrom('holiday_import')
    .innerJoin('person', 'person.id', 'holiday_import.imported_by')
    .selectAll('holiday_import')
    .select('person.name as by_name')
    .orderBy('imported_at', 'desc')
    .orderBy('holiday_import.id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, name: row.file_name, holidays: broughtOf(row).length },
    ...{ byName: row.by_name, at: row.imported_at, undoneAt: row.undone_at },
  }))
}

/** An import with what came in by it, in the order of its rows. */
export async function findHolidayImport(
  db: Reader,
  id: HolidayImportId,
): Promise<{ holidays: BroughtHoliday[]; undoneAt: Instant | null } | null> {
  const row = await db
    .selectFrom('holiday_import')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : { holidays: broughtOf(row), undoneAt: row.undone_at }
}

export async function insertHolidayImport(db: Writer, row: HolidayImportRow): Promise<void> {
  await db.insertInto('holiday_import').values(row).execute()
}

export async function setHolidaysUndone(
  db: Writer,
  id: HolidayImportId,
  at: Instant,
): Promise<void> {
  await db.updateTable('holiday_import').set({ undone_at: at }).where('id', '=', id).execute()
}

/** What counts on any of these days. */
export async function holidaysOnDays(db: Reader, dates: ReadonlySet<string>): Promise<Holiday[]> {
  const found: Holiday[] = []
  for (const date of dates) found.push(...(await holidaysOn(db, date)))
  return found
}

function broughtOf({ holidays }: Pick<HolidayImportRow, 'holidays'>): BroughtHoliday[] {
  return z.array(BroughtHoliday).parse(JSON.parse(holidays))
}
