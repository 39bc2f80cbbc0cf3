import { z } from 'zod'
import { command, query } from './call.ts'
import { PostKind } from './postContent.ts'
import { CommentId, DecisionId, PostId, RoundId } from './postIds.ts'
import { Ids } from './posts.ts'
import { ClockTime, Instant, Line, Passage, PersonId, PlainDate, Sha256 } from './values.ts'

/** One step of an approval: who may say yes, and whether one is enough or all must. */
export const ApprovalStep = z
  .object({
    name: Line,
    need: z.enum(['any', 'all']),
    /** Empty: anybody whose role is approver or head. */
    people: z.array(PersonId).max(50),
    /** Whether somebody who is not on the list of people may sign it too, where it names people. */
    outsiders: z.boolean().default(false),
  })
  // "All" of an open circle would change with every person the office adds.
  .refine(({ need, people }) => need === 'any' || people.length > 0)
export type ApprovalStep = z.infer<typeof ApprovalStep>

/** Which steps a post goes through; the first route that fits holds. */
export const ApprovalRoute = z.object({
  name: Line,
  /** Empty: every kind. */
  kinds: z.array(PostKind).max(20),
  /** Numbers of phases (1–5); empty: every phase, and posts without one. */
  phases: z.array(z.number().int().min(1).max(5)).max(5),
  steps: z.array(ApprovalStep).min(1).max(5),
})
export type ApprovalRoute = z.infer<typeof ApprovalRoute>

/** The last route takes whatever the others leave, so none is without approval. */
export const ApprovalRoutes = z
  .array(ApprovalRoute)
  .min(1)
  .max(20)
  .refine((routes) => {
    const last = routes.at(-1)
    return last?.kinds.length === 0 && last.phases.length === 0
  })
export type ApprovalRoutes = z.infer<typeof ApprovalRoutes>

/** The first route that takes a post of this kind and phase; the last takes every post. */
export function routeFor(
  routes: readonly ApprovalRoute[],
  post: { readonly kind: PostKind; readonly phase: number | null },
): ApprovalRoute | undefined {
  return routes.find(
    ({ kinds, phases }) =>
      (kinds.length === 0 || kinds.includes(post.kind)) &&
      (phases.length === 0 || (post.phase !== null && phases.includes(post.phase))),
  )
}

export const Decision = z.object({
  id: DecisionId,
  step: z.number().int().min(0),
  decision: z.enum(['approve', 'changes']),
  comment: z.string(),
  /** Null: somebody who is not on the list of people, who signed on paper. */
  personId: PersonId.nullable(),
  personName: z.string(),
  at: Instant,
  /** Signed on the printed sheet and entered by somebody else; `signerPost` of whoever is not listed. */
  onPaper: z
    .object({
      signedOn: PlainDate,
      enteredByName: z.string(),
      signerPost: z.string().nullable(),
    })
    .nullable(),
})
export type Decision = z.infer<typeof Decision>

/** Somebody who decides on paper without being on the list of people. */
export const Outsider = z.object({ name: Line, post: Line })
export type Outsider = z.infer<typeof Outsider>

export const RoundOutcome = z.enum(['approved', 'changes-asked', 'withdrawn', 'voided'])
export type RoundOutcome = z.infer<typeof RoundOutcome>

/** One asking for approval: bound to the texts and pictures of one version. */
export const ApprovalRound = z.object({
  id: RoundId,
  postId: PostId,
  version: z.number().int().positive(),
  contentHash: Sha256,
  routeName: z.string(),
  steps: z.array(ApprovalStep),
  askedBy: PersonId,
  askedByName: z.string(),
  askedAt: Instant,
  /** The step that waits, counted from 0; null once it ended. */
  step: z.number().int().nullable(),
  outcome: RoundOutcome.nullable(),
  endedAt: Instant.nullable(),
  /** When it ended approved, also where the approval was voided or withdrawn later. */
  approvedAt: Instant.nullable(),
  decisions: z.array(Decision),
})
export type ApprovalRound = z.infer<typeof ApprovalRound>

/**
 * Whether a round once ended with an approval that other words took the place of, or that still
 * holds; one that was withdrawn with its post is as if it had not been asked.
 */
export function wasApproved({
  approvedAt,
  outcome,
}: Pick<ApprovalRound, 'approvedAt' | 'outcome'>): boolean {
  return approvedAt !== null && outcome !== 'withdrawn'
}

/** How a post stands with its approval. */
export const ApprovalState = z.object({
  /** Newest first. */
  rounds: z.array(ApprovalRound),
  /** Whether what was approved last is what stands there now; null: nothing was approved yet. */
  holds: z.boolean().nullable(),
  /** Those who wrote texts or chose pictures: they may not approve. */
  authors: z.array(PersonId),
  /** Who may decide the waiting step now. */
  mayDecide: z.array(PersonId),
  /** The post's named approver, where the waiting step is theirs to decide; null: all alike. */
  askedFirst: PersonId.nullable(),
  /** Whether the waiting step may be signed on paper by somebody who is not on the list of people. */
  outsiders: z.boolean(),
  /** The last day for an approval in time for the slot, in working days; null without a day. */
  approveBy: PlainDate.nullable(),
})
export type ApprovalState = z.infer<typeof ApprovalState>

/** A remark on a post; it may be changed by who wrote it, and stays open until somebody settles it. */
export const Comment = z.object({
  id: CommentId,
  postId: PostId,
  text: z.string(),
  byId: PersonId,
  byName: z.string(),
  at: Instant,
  editedAt: Instant.nullable(),
  settledByName: z.string().nullable(),
  settledAt: Instant.nullable(),
})
export type Comment = z.infer<typeof Comment>

/** An open remark with the post it belongs to. */
export const OpenComment = Comment.extend({ postTitle: z.string() })
export type OpenComment = z.infer<typeof OpenComment>

/** A post that waits for a decision of the person at the keyboard. */
export const WaitingPost = z.object({
  id: PostId,
  title: z.string(),
  day: PlainDate.nullable(),
  time: ClockTime.nullable(),
  /** Name of the step that waits. */
  step: z.string(),
  askedByName: z.string(),
  askedAt: Instant,
  approveBy: PlainDate.nullable(),
})
export type WaitingPost = z.infer<typeof WaitingPost>

const Remark = z.string().trim().min(1).max(5_000)
const OneComment = z.object({ id: CommentId })

export const postApproval = {
  approvalRoutes: query(z.object({}), ApprovalRoutes),
  changeApprovalRoutes: command(z.object({ routes: ApprovalRoutes }), ApprovalRoutes),
  approval: query(z.object({ id: PostId }), ApprovalState),
  /**
   * Posts whose waiting step the person at the keyboard is asked to decide, asked first first.
   * Where a post names an approver whose word is enough, it waits in their list alone.
   */
  waitingForMe: query(z.object({}), z.array(WaitingPost)),
  /** Sends posts to review, each bound to what stands there now. */
  askApproval: command(
    z.object({ ids: Ids.max(200) }),
    /** Names of people in the route who may not decide any more. */
    z.object({ unheard: z.array(z.string()) }),
  ),
  /** Takes a post back from review to draft. */
  withdrawApproval: command(z.object({ id: PostId }), z.object({})),
  /** `contentHash` is of what the person saw: another text is not approved by mistake. */
  decide: command(
    z.object({
      id: PostId,
      contentHash: Sha256,
      decision: z.enum(['approve', 'changes']),
      comment: Passage,
    }),
    z.object({}),
  ),
  /**
   * Enters a decision signed on the printed sheet, in the name of who signed: somebody on the list
   * (`signedBy`) or, by their typed name and post, somebody who is not (`outsider`).
   */
  enterPaperDecision: command(
    z
      .object({
        id: PostId,
        contentHash: Sha256,
        decision: z.enum(['approve', 'changes']),
        comment: Passage,
        signedBy: PersonId.nullable(),
        outsider: Outsider.nullable().default(null),
        signedOn: PlainDate,
      })
      .refine(({ signedBy, outsider }) => (signedBy === null) !== (outsider === null)),
    z.object({ decisionId: DecisionId }),
  ),
  /**
   * Takes back the newest decision of a post that was entered from paper, by mistake or under the
   * wrong name: the post waits for that step again.
   */
  takeBackPaperDecision: command(z.object({ id: DecisionId }), z.object({})),
  /** Oldest first. */
  comments: query(z.object({ id: PostId }), z.array(Comment)),
  /** Everything not settled yet, over all posts, oldest first. */
  openComments: query(z.object({}), z.array(OpenComment)),
  addComment: command(z.object({ postId: PostId, text: Remark }), Comment),
  changeComment: command(z.object({ id: CommentId, text: Remark }), Comment),
  settleComment: command(OneComment, Comment),
  reopenComment: command(OneComment, Comment),
  /** Own remarks only; can be brought back. */
  removeComment: command(OneComment, OneComment),
  bringBackComment: command(OneComment, Comment),
}
