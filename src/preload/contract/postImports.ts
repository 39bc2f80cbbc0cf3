import { z } from 'zod'
import { command, job, query } from './call.ts'
import { PostId } from './postIds.ts'
import { Instant, Language } from './values.ts'

export const ImportId = z.uuid().brand<'ImportId'>()
export type ImportId = z.infer<typeof ImportId>

/** What a column of a sheet may hold of a post, in the order in which it is offered. */
export const ImportField = z.enum([
  ...(['title', 'day', 'time', 'kind', 'phase', 'category', 'approach', 'accounts'] as const),
  ...(['text', 'hashtags', 'links', 'brief', 'notes'] as const),
  ...(['programmeName', 'programmeDay', 'programmePlace'] as const),
  ...(['owner', 'designer', 'approver'] as const),
])
export type ImportField = z.infer<typeof ImportField>

/** Why a row is rejected; each has a sentence that says what to do. */
export const RowProblem = z.enum([
  'title-missing',
  'too-long',
  'not-a-day',
  'not-a-time',
  'unknown-kind',
  'unknown-phase',
  'unknown-category',
  'unknown-approach',
  'unknown-account',
  'repeated-account',
  'unknown-person',
  'not-a-hashtag',
  'not-a-link',
  'programme-nameless',
])
export type RowProblem = z.infer<typeof RowProblem>

/** One thing that is wrong with one cell. */
export const RejectedCell = z.object({
  /** As the spreadsheet counts: the headings stand in row 1. */
  row: z.number().int().min(2),
  field: ImportField,
  /** Over its column; empty where the field has none. */
  heading: z.string(),
  problem: RowProblem,
  /** What stands there, cut to what can be read at a glance. */
  value: z.string(),
})
export type RejectedCell = z.infer<typeof RejectedCell>

export const mostImportedRows = 5_000
/** Bytes of a sheet. */
const largestSheet = 10_000_000

/** A sheet as it was chosen. */
const SheetFile = z.object({
  name: z.string().min(1).max(250),
  bytes: z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= largestSheet),
})

/** What each column holds, from the first; null: nothing that is wanted. No field twice. */
export const ImportColumns = z
  .array(ImportField.nullable())
  .max(200)
  .refine((columns) => {
    const fields = columns.filter((field) => field !== null)
    return fields.includes('title') && new Set(fields).size === fields.length
  })
export type ImportColumns = z.infer<typeof ImportColumns>

/** What was read of a sheet before its columns are matched. */
export const SheetHead = z.object({
  headings: z.array(z.string()),
  /** The first rows under the headings. */
  samples: z.array(z.array(z.string())),
  /** Rows that hold anything, the headings not counted. */
  rows: z.number().int(),
  /** What each column seems to hold. */
  guess: z.array(ImportField.nullable()),
})
export type SheetHead = z.infer<typeof SheetHead>

/** Posts that came in together. */
export const PostImport = z.object({
  id: ImportId,
  name: z.string(),
  posts: z.number().int(),
  byName: z.string(),
  at: Instant,
  undoneAt: Instant.nullable(),
})
export type PostImport = z.infer<typeof PostImport>

const Steps = z.object({ done: z.number().int(), total: z.number().int() })

/** Sheets that come in. */
export const postImports = {
  readSheet: query(SheetFile, SheetHead),
  /** Newest first. */
  imports: query(z.object({}), z.array(PostImport)),
  /** What is to be corrected, as comma-separated values. */
  rejectedCsv: query(
    z.object({ rejected: z.array(RejectedCell).max(100_000), language: Language }),
    z.object({ csv: z.string() }),
  ),
  /**
   * Checks every row and, unless it is a trial, brings them all in as drafts: all of them or, where
   * any is rejected, none. `importId` is null where nothing came in.
   */
  importPosts: job(
    SheetFile.extend({ columns: ImportColumns, trial: z.boolean() }),
    z.object({
      rows: z.number().int(),
      rejected: z.array(RejectedCell),
      importId: ImportId.nullable(),
    }),
    Steps,
    { backsUpFirst: ({ trial }) => !trial },
  ),
  /** Puts what came in together into the trash, but for what was edited since. */
  undoImport: command(
    z.object({ id: ImportId }),
    z.object({
      trashed: z.array(PostId),
      kept: z.array(z.object({ id: PostId, title: z.string() })),
    }),
  ),
}
