import { z } from 'zod'
import { command, job, query } from './call.ts'
import { PostId } from './postIds.ts'
import {
  rejectedCell,
  sheetColumns,
  SheetFile,
  sheetHead,
  SheetProblem,
  SheetSteps,
} from './sheets.ts'
import { Instant, Language } from './values.ts'

export const ImportId = z.uuid().brand<'ImportId'>()
export type ImportId = z.infer<typeof ImportId>

/** What a column of a sheet may hold of a post, in the order in which it is offered. */
export const ImportField = z.enum([
  ...(['title', 'day', 'time', 'status', 'kind', 'phase', 'category', 'approach'] as const),
  ...(['accounts', 'url', 'post', 'statusReason'] as const),
  ...(['text', 'accountTexts', 'hashtags', 'links', 'brief', 'notes'] as const),
  ...(['programmeName', 'programmeDay', 'programmeTime', 'programmePlace'] as const),
  ...(['programmeState', 'programmeGuests', 'thrusts', 'segments'] as const),
  ...(['requestedOn', 'deliveredOn'] as const),
  ...(['owner', 'designer', 'approver'] as const),
])
export type ImportField = z.infer<typeof ImportField>

/** Why a row is rejected; each has a sentence that says what to do. */
export const RowProblem = z.enum([
  ...SheetProblem.options,
  'title-missing',
  'too-long',
  'not-a-day',
  'not-a-time',
  'unknown-kind',
  'unknown-phase',
  'unknown-category',
  'unknown-approach',
  'unknown-thrust',
  'unknown-segment',
  'unknown-state',
  'unknown-account',
  'repeated-account',
  'text-of-no-account',
  'unknown-person',
  'not-a-hashtag',
  'not-a-link',
  'programme-nameless',
  'unknown-status',
  'needs-approval',
  'reason-missing',
  'account-missing',
  'day-missing',
  'link-unpublished',
  'link-missing',
  'link-of-no-account',
  'out-in-future',
  'out-while-held',
  'out-in-blackout',
  'differs-from-first',
])
export type RowProblem = z.infer<typeof RowProblem>

/** One thing that is wrong with one cell. */
export const RejectedCell = rejectedCell(ImportField, RowProblem)
export type RejectedCell = z.infer<typeof RejectedCell>

/** What each column holds; a post needs a title. */
export const ImportColumns = sheetColumns(ImportField, (fields) => fields.includes('title'))
export type ImportColumns = z.infer<typeof ImportColumns>

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

/** Sheets that come in. */
export const postImports = {
  readSheet: query(SheetFile, sheetHead(ImportField)),
  /** Newest first. */
  imports: query(z.object({}), z.array(PostImport)),
  /** What is to be corrected, as comma-separated values. */
  rejectedCsv: query(
    z.object({ rejected: z.array(RejectedCell).max(100_000), language: Language }),
    z.object({ csv: z.string() }),
  ),
  /**
   * Checks every row and, unless it is a trial, brings them all in: all of them or, where any is
   * rejected, none. Rows with the same post number are one post; `posts` says how many there are.
   * A row without a status is a draft or, where it has its link, published; one whose status rests on
   * an approval here is a draft too, and `warned` says so. `importId` is null where nothing came in.
   */
  importPosts: job(
    SheetFile.extend({ columns: ImportColumns, trial: z.boolean() }),
    z.object({
      rows: z.number().int(),
      posts: z.number().int(),
      rejected: z.array(RejectedCell),
      warned: z.array(RejectedCell),
      importId: ImportId.nullable(),
    }),
    SheetSteps,
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
