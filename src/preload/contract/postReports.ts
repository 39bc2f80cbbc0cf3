import { z } from 'zod'
import { AccountId } from './accounts.ts'
import { query } from './call.ts'
import { Decision } from './postApproval.ts'
import { PostId } from './postIds.ts'
import { Post } from './posts.ts'
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

/** Part of the slice `posts`: what is printed of them. */
export const postReports = {
  approvalSheet: query(z.object({ id: PostId }), ApprovalSheet),
}
