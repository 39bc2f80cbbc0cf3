import { z } from 'zod'
import { command, job, query } from './call.ts'
import { HolidayInput } from './days.ts'
import {
  rejectedCell,
  sheetColumns,
  SheetFile,
  sheetHead,
  SheetProblem,
  SheetSteps,
} from './sheets.ts'
import { Instant, Language } from './values.ts'

/** What a column of a sheet of holidays may hold, in the order in which it is offered. */
export const HolidayField = z.enum(['date', 'name', 'states', 'nameEn', 'kind', 'reference'])
export type HolidayField = z.infer<typeof HolidayField>

/** Why a row is rejected; the last is no hindrance and is only told beforehand. */
export const HolidayProblem = z.enum([
  ...SheetProblem.options,
  ...(['date-missing', 'not-a-day', 'beyond-years', 'name-missing', 'too-long'] as const),
  ...(['states-missing', 'unknown-state', 'unknown-kind', 'repeated-row', 'other-name'] as const),
])
export type HolidayProblem = z.infer<typeof HolidayProblem>

export const RejectedHoliday = rejectedCell(HolidayField, HolidayProblem)
export type RejectedHoliday = z.infer<typeof RejectedHoliday>

/** Nothing is guessed: a day, its name and its states. */
export const neededHolidayFields = ['date', 'name', 'states'] as const satisfies HolidayField[]

export const HolidayColumns = sheetColumns(HolidayField, (fields) =>
  neededHolidayFields.every((field) => fields.includes(field)),
)
export type HolidayColumns = z.infer<typeof HolidayColumns>

export const HolidayImportId = z.uuid().brand<'HolidayImportId'>()
export type HolidayImportId = z.infer<typeof HolidayImportId>

/** Holidays that came in together. */
export const HolidayImport = z.object({
  id: HolidayImportId,
  name: z.string(),
  holidays: z.number().int(),
  byName: z.string(),
  at: Instant,
  undoneAt: Instant.nullable(),
})
export type HolidayImport = z.infer<typeof HolidayImport>

/** Sheets of holidays, as a state's government or the federal one publishes them. */
export const holidayImports = {
  readHolidaySheet: query(SheetFile, sheetHead(HolidayField)),
  /** Newest first. */
  holidayImports: query(z.object({}), z.array(HolidayImport)),
  /** What is to be corrected, as comma-separated values. */
  rejectedHolidaysCsv: query(
    z.object({ rejected: z.array(RejectedHoliday).max(100_000), language: Language }),
    z.object({ csv: z.string() }),
  ),
  /**
   * Checks every row and, unless it is a trial, brings them all in: all of them or, where any is
   * rejected, none. A day that stands there under the same name for all its states is left alone;
   * where some states are new, it comes in for those. `importId` is null where nothing came in.
   */
  importHolidays: job(
    SheetFile.extend({ columns: HolidayColumns, trial: z.boolean() }),
    z.object({
      rows: z.number().int(),
      rejected: z.array(RejectedHoliday),
      /** Days off already, under another name: often the same holiday written otherwise. */
      warned: z.array(RejectedHoliday),
      /** What comes in, in the order of the rows. */
      added: z.array(HolidayInput),
      /** Rows that say what stands there already. */
      same: z.number().int(),
      importId: HolidayImportId.nullable(),
    }),
    SheetSteps,
    { backsUpFirst: ({ trial }) => !trial },
  ),
  /**
   * Takes out again what came in, but for what was changed or taken out since.
   * @throws `days.unknown-import`, `days.import-undone`
   */
  undoHolidayImport: command(
    z.object({ id: HolidayImportId }),
    z.object({ undone: z.number().int(), kept: z.number().int() }),
  ),
}
