import { z } from 'zod'
import { query } from './call.ts'
import { PostId } from './postIds.ts'
import { Period, PostFilter } from './posts.ts'
import { Language } from './values.ts'

/** Most posts that are chosen one by one to leave the workspace together. */
const mostChosen = 5_000

/** What of the plan leaves: what the filter shows of a period and, unless null, was chosen of it. */
export const PlanChoice = z.object({
  /** Null: all posts, those without a day last. */
  period: Period.nullable(),
  filter: PostFilter,
  ids: z.array(PostId).max(mostChosen).nullable(),
})
export type PlanChoice = z.infer<typeof PlanChoice>

const Asked = PlanChoice.extend({ language: Language })

/** The plan as files; a row or an event for each slot of a post, trashed posts never among them. */
export const postLeaving = {
  /** Comma-separated values: UTF-8 with its mark, CRLF, safe to open in a spreadsheet. */
  planCsv: query(Asked, z.object({ csv: z.string() })),
  /** An Office Open XML workbook of one sheet. */
  planXlsx: query(Asked, z.object({ bytes: z.instanceof(Uint8Array) })),
  /** iCalendar (RFC 5545). Posts without a day are left out. */
  planIcs: query(Asked, z.object({ ics: z.string() })),
}
