import { z } from 'zod'
import { AccountId } from './accounts.ts'
import { command, job, query } from './call.ts'
import { ImportId } from './postImports.ts'
import { PostId } from './postIds.ts'
import {
  rejectedCell,
  sheetColumns,
  SheetFile,
  sheetHead,
  SheetProblem,
  SheetSteps,
} from './sheets.ts'
import { Instant, Language, PlainDate } from './values.ts'

export const ResultCountName = z.enum(['reach', 'likes', 'shares', 'comments'])
export type ResultCountName = z.infer<typeof ResultCountName>

/** What a column of a sheet of results may hold, in the order in which it is offered. */
export const ResultField = z.enum([
  ...(['link', 'title', 'account', 'postDay', 'day'] as const),
  ...ResultCountName.options,
])
export type ResultField = z.infer<typeof ResultField>

/** Why a row of results is rejected; each has a sentence that says what to do. */
export const ResultProblem = z.enum([
  ...SheetProblem.options,
  'post-not-named',
  'unknown-link',
  'unknown-title',
  'not-published',
  'several-posts',
  'unknown-account',
  'not-on-account',
  'account-missing',
  'not-a-day',
  'day-missing',
  'day-in-future',
  'not-a-count',
  'rounded-count',
  'no-counts',
  'repeated-row',
])
export type ResultProblem = z.infer<typeof ResultProblem>

/** Of a post that is not in the calendar; such rows may be left out where the person says so. */
export const unknownPost: readonly ResultProblem[] = ['unknown-link', 'unknown-title']

export const RejectedResult = rejectedCell(ResultField, ResultProblem)
export type RejectedResult = z.infer<typeof RejectedResult>

/** The networks' own exports whose headings are known. */
export const ResultPreset = z.enum(['meta', 'x'])
export type ResultPreset = z.infer<typeof ResultPreset>

/** A post by its link or title, and one number at least. */
export const ResultColumns = sheetColumns(
  ResultField,
  (fields) =>
    (fields.includes('link') || fields.includes('title')) &&
    ResultCountName.options.some((name) => fields.includes(name)),
)
export type ResultColumns = z.infer<typeof ResultColumns>

const Count = z.number().int().nullable()
export const ResultCounts = z.object({ reach: Count, likes: Count, shares: Count, comments: Count })
export type ResultCounts = z.infer<typeof ResultCounts>

/** Numbers that stand already for the post, account and day of a row, and what they become. */
export const ReplacedResult = z.object({
  row: z.number().int(),
  postId: PostId,
  title: z.string(),
  accountId: AccountId.nullable(),
  day: PlainDate,
  before: ResultCounts,
  after: ResultCounts,
})
export type ReplacedResult = z.infer<typeof ReplacedResult>

/** Results that came in together. */
export const ResultImport = z.object({
  id: ImportId,
  name: z.string(),
  results: z.number().int(),
  byName: z.string(),
  at: Instant,
  undoneAt: Instant.nullable(),
})
export type ResultImport = z.infer<typeof ResultImport>

/** Sheets of results that come in. */
export const postResultImports = {
  readResultSheet: query(
    SheetFile,
    sheetHead(ResultField).extend({ preset: ResultPreset.nullable() }),
  ),
  /** Newest first. */
  resultImports: query(z.object({}), z.array(ResultImport)),
  /** What is to be corrected, as comma-separated values. */
  rejectedResultsCsv: query(
    z.object({ rejected: z.array(RejectedResult).max(100_000), language: Language }),
    z.object({ csv: z.string() }),
  ),
  /**
   * Checks every row and, unless it is a trial, brings them all in: all of them or, where any is
   * rejected, none. What stands already for the same post, account and day is replaced, but for
   * numbers the row leaves empty. `day` is that of rows without a date of their own. `importId` is
   * null where nothing came in.
   */
  importResults: job(
    SheetFile.extend({
      columns: ResultColumns,
      day: PlainDate.nullable(),
      skipUnknown: z.boolean(),
      trial: z.boolean(),
    }),
    z.object({
      rows: z.number().int(),
      rejected: z.array(RejectedResult),
      /** Rows left out because their post is not in the calendar. */
      skipped: z.number().int(),
      added: z.number().int(),
      /** Rows that say what stands there already. */
      same: z.number().int(),
      replaced: z.array(ReplacedResult),
      importId: ImportId.nullable(),
    }),
    SheetSteps,
    { backsUpFirst: ({ trial }) => !trial },
  ),
  /** Puts things back as they stood, but for numbers that were changed since. */
  undoResultImport: command(
    z.object({ id: ImportId }),
    z.object({ undone: z.number().int(), kept: z.number().int() }),
  ),
}
