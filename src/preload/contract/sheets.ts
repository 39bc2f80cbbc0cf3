import { z } from 'zod'

/** Rows of one sheet; more are divided over several files (ours). */
export const mostImportedRows = 5_000
/** Columns of one sheet (ours): each is matched by a person. */
export const mostColumns = 200
/** Bytes of a sheet of separated values. */
export const largestSheet = 30_000_000
/** Bytes of a workbook, which is packed: read it takes many times as much. */
export const largestWorkbook = 10_000_000

/** A sheet as it was chosen. */
export const SheetFile = z.object({
  name: z.string().min(1).max(250),
  bytes: z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= largestSheet),
})
export type SheetFile = z.infer<typeof SheetFile>

/** How the texts of a sheet were stored; Windows-1252 is what is left where it is no Unicode. */
export const SheetEncoding = z.enum(['workbook', 'utf-8', 'utf-16', 'windows-1252'])
export type SheetEncoding = z.infer<typeof SheetEncoding>

/** What was read of a sheet before its columns are matched with `Field`. */
export function sheetHead<F extends z.ZodType<string>>(field: F) {
  return z.object({
    headings: z.array(z.string()),
    /** The first rows under the headings. */
    samples: z.array(z.array(z.string())),
    /** Rows that hold anything, the headings not counted. */
    rows: z.number().int(),
    /** What each column seems to hold. */
    guess: z.array(field.nullable()),
    encoding: SheetEncoding,
  })
}

/** What is wrong with a row whatever it is about. */
export const SheetProblem = z.enum(['damaged', 'beyond-headings'])
export type SheetProblem = z.infer<typeof SheetProblem>

/** One thing that is wrong with one cell. */
export function rejectedCell<F extends z.ZodType<string>, P extends z.ZodType<string>>(
  field: F,
  problem: P,
) {
  return z.object({
    /** As the spreadsheet counts: the headings stand in row 1. */
    row: z.number().int().min(2),
    /** Null: of the row as a whole. */
    field: field.nullable(),
    /** Over its column; empty where the field has none. */
    heading: z.string(),
    problem,
    /** What stands there, cut to what can be read at a glance. */
    value: z.string(),
  })
}

/** A rejected cell of any sheet. */
export interface Rejected<F extends string = string, P extends string = string> {
  readonly row: number
  readonly field: F | null
  readonly heading: string
  readonly problem: P
  readonly value: string
}

/** What each column holds, from the first; null: nothing that is wanted. No field twice. */
export function sheetColumns<F extends z.ZodType<string>>(
  field: F,
  isEnough: (fields: readonly string[]) => boolean,
) {
  return z
    .array(field.nullable())
    .max(mostColumns)
    .refine((columns) => {
      const fields = columns.filter((each) => each !== null)
      return isEnough(fields) && new Set(fields).size === fields.length
    })
}

/** Rows gone through. */
export const SheetSteps = z.object({ done: z.number().int(), total: z.number().int() })
