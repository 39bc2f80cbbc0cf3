import { z } from 'zod'
import { AccountId } from './accounts.ts'
import { query } from './call.ts'
import { Decision } from './postApproval.ts'
import { PostKind } from './postContent.ts'
import { Deadline, PostFinding } from './postFindings.ts'
import { PostId } from './postIds.ts'
import { Post, PostStatus } from './posts.ts'
import { PlainDate } from './values.ts'

/** All that stands on the sheet on which an approval is signed by hand. */
export const ApprovalSheet = z.object({
  post: Post,
  /** Names of the post's accounts, and the text of each that has one of its own. */
  accounts: z.array(
    z.object({
      id: AccountId,
      name: z.string(),
      channel: z.string(),
      ownText: z.string().nullable(),
    }),
  ),
  /** Names of who wrote the texts or chose the pictures: they do not sign. */
  authors: z.array(z.string()),
  approveBy: PlainDate.nullable(),
  /** Of the round that waits or holds for this content; else of the route it would go. */
  steps: z.array(
    z.object({
      name: z.string(),
      need: z.enum(['any', 'all']),
      /** Empty: any approver or head. */
      people: z.array(z.string()),
      decisions: z.array(Decision),
    }),
  ),
})
export type ApprovalSheet = z.infer<typeof ApprovalSheet>

/** A last day on paper, and where its number of working days comes from. */
const SheetDeadline = z.object({
  step: z.enum(['planBy', 'beginBy', 'deliverBy', 'approveBy']),
  deadline: Deadline,
  /** Clauses of the sources, or `ours`. */
  clauses: z.array(z.string()),
})

/** Why the deadlines of a post are when they are, as it is saved. */
export const DeadlineSheet = z.object({
  title: z.string(),
  version: z.number().int(),
  status: PostStatus,
  kind: PostKind,
  /** Names of its accounts: their states' working days count. */
  accounts: z.array(z.string()),
  programme: z.object({ name: z.string(), day: PlainDate }).nullable(),
  /** Null while it has no day. */
  slot: PlainDate.nullable(),
  /** In the order of their days; none without a slot. */
  deadlines: z.array(SheetDeadline),
  /** What the rules say of its lead time and its deadlines. */
  findings: z.array(PostFinding),
})
export type DeadlineSheet = z.infer<typeof DeadlineSheet>

/** No more sheets than somebody signs in one go. */
export const mostSheets = 100

/** Part of the slice `posts`: what is printed of them. */
export const postReports = {
  approvalSheet: query(z.object({ id: PostId }), ApprovalSheet),
  /** Sheets to be signed together, each on paper of its own; in the order of the ids. */
  approvalSheets: query(
    z.object({ ids: z.array(PostId).min(1).max(mostSheets) }),
    z.array(ApprovalSheet),
  ),
  deadlineSheet: query(z.object({ id: PostId }), DeadlineSheet),
}
