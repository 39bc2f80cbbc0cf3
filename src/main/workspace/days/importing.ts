import type { SliceHandlers } from '#contract/call'
import { HolidayId } from '#contract/days'
import { WorkspaceError } from '#contract/errors'
import {
  HolidayImportId,
  type HolidayColumns,
  type HolidayField,
  type holidayImports,
  type RejectedHoliday,
} from '#contract/holidayImports'
import { holidayFieldWords, holidayProblemWords } from '#contract/holidayImportWords'
import type { CommandContext, Contexts, JobContext } from '../context.ts'
import type { Reader } from '../database/schema.ts'
import { csvOf } from '../reports/csv.ts'
import { rejectedColumns } from '../sheets/rejectedTable.ts'
import { headOf, readSheetFile, type SheetRows } from '../sheets/sheetFile.ts'
import { afterRow, type RowJob } from '../sheets/steps.ts'
import {
  findHolidayImport,
  holidaysOnDays,
  insertHolidayImport,
  listHolidayImports,
  setHolidaysUndone,
  type BroughtHoliday,
} from './importQueries.ts'
import { findHoliday, insertHoliday, setRemoved } from './queries.ts'
import { sameHoliday } from './rules/holiday.ts'
import { guessHolidays } from './rules/sheet/guess.ts'
import { planHolidays, repeatedRows, type WantedHoliday } from './rules/sheet/plan.ts'
import { readHolidayRow } from './rules/sheet/row.ts'

/** Sheets of holidays that come in whole or not at all, and go again as they came. */
export const holidayImportHandlers: SliceHandlers<typeof holidayImports, Contexts> = {
  async readHolidaySheet(_, { bytes }) {
    const sheet = await readSheetFile(bytes)
    return { ...headOf(sheet), guess: guessHolidays(sheet.headings) }
  },

  holidayImports: ({ db }) => listHolidayImports(db),

  rejectedHolidaysCsv(_, { rejected, language }) {
    const fieldName = (field: HolidayField) => holidayFieldWords[field][language]
    const columns = rejectedColumns(holidayProblemWords, fieldName, language)
    return Promise.resolve({ csv: csvOf(columns, rejected, language) })
  },

  async importHolidays(context, { name, bytes, columns, trial }) {
    const sheet = await readSheetFile(bytes)
    const { wanted, rejected } = await readHolidays(context, sheet, columns)
    const { added, same, warned } = await planOf(context.db, wanted)
    const brings = !trial && rejected.length === 0 && added.length > 0
    return {
      ...{ rows: sheet.rows.length, rejected, same },
      ...{ warned: [...warned], added: [...added] },
      importId: brings ? await context.write((inside) => bringIn(inside, name, wanted)) : null,
    }
  },

  async undoHolidayImport(context, { id }) {
    const { db, writer, clock, record } = context
    const found = await findHolidayImport(db, id)
    if (found === null) throw new WorkspaceError('days.unknown-import')
    if (found.undoneAt !== null) throw new WorkspaceError('days.import-undone')
    let undone = 0
    for (const brought of found.holidays) {
      if (!(await isAsItCame(db, brought))) continue
      await setRemoved(writer, brought.id, true)
      record('holiday', brought.id, ['removed'])
      undone += 1
    }
    await setHolidaysUndone(writer, id, clock.now())
    record('holiday_import', id, ['undone_at'])
    return { undone, kept: found.holidays.length - undone }
  },
}

async function readHolidays(
  job: JobContext & RowJob,
  { rows, headings }: SheetRows,
  columns: HolidayColumns,
): Promise<{ wanted: WantedHoliday[]; rejected: RejectedHoliday[] }> {
  const wanted: WantedHoliday[] = []
  const rejected: RejectedHoliday[] = []
  for (const [place, { row, cells }] of rows.entries()) {
    const read = readHolidayRow(cells, { columns, headings, row })
    if ('rejected' in read) rejected.push(...read.rejected)
    else wanted.push({ row, holiday: read.wanted })
    await afterRow(job, place, rows.length)
  }
  rejected.push(...repeatedRows(wanted))
  return { wanted, rejected: rejected.toSorted((a, b) => a.row - b.row) }
}

async function planOf(db: Reader, wanted: readonly WantedHoliday[]) {
  const dates = new Set(wanted.map(({ holiday }) => holiday.date))
  return planHolidays(wanted, await holidaysOnDays(db, dates))
}

/** What counts is read again: somebody may have added a day since the rows were checked. */
async function bringIn(
  { db, writer, newId, actor, clock, record }: CommandContext,
  name: string,
  wanted: readonly WantedHoliday[],
): Promise<HolidayImportId> {
  const brought: BroughtHoliday[] = []
  for (const holiday of (await planOf(db, wanted)).added) {
    const id = HolidayId.parse(newId())
    await insertHoliday(writer, id, holiday)
    record('holiday', id, ['date', 'name', 'name_en', 'kind', 'states', 'reference'])
    brought.push({ id, holiday })
  }
  const id = HolidayImportId.parse(newId())
  await insertHolidayImport(writer, {
    ...{ id, file_name: name, holidays: JSON.stringify(brought) },
    ...{ imported_by: actor.id, imported_at: clock.now(), undone_at: null },
  })
  record('holiday_import', id, ['file_name', 'holidays'])
  return id
}

async function isAsItCame(db: Reader, { id, holiday }: BroughtHoliday): Promise<boolean> {
  const found = await findHoliday(db, id)
  return found !== null && !found.holiday.removed && sameHoliday(found.holiday, holiday)
}
