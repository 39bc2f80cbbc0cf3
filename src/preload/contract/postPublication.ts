import { z } from 'zod'
import { AccountId, OptionalWebsite } from './accounts.ts'
import { command, query } from './call.ts'
import { PostContent, PostText } from './postContent.ts'
import { CorrectionId, PostId, PublicationId, ResultId } from './postIds.ts'
import { DifferencePart } from './postVersions.ts'
import { ClockTime, Instant, Passage, PersonId, PlainDate } from './values.ts'

/** When and where a post came out on one account, as a person recorded it. */
export const PublicationFields = z.object({
  day: PlainDate,
  time: ClockTime.nullable(),
  url: OptionalWebsite,
  /** Who posted it. */
  byId: PersonId.nullable(),
})
export type PublicationFields = z.infer<typeof PublicationFields>

export const Publication = PublicationFields.extend({
  id: PublicationId,
  postId: PostId,
  accountId: AccountId,
  byName: z.string().nullable(),
  /** Why this account was left out; empty where it was posted. */
  skippedReason: z.string(),
  recordedByName: z.string(),
  recordedAt: Instant,
  /** What stood on the account, pasted from there; null: nobody compared it. */
  postedText: z.string().nullable(),
  comparedByName: z.string().nullable(),
  comparedAt: Instant.nullable(),
})
export type Publication = z.infer<typeof Publication>

/** What was wrong, what was posted to put it right, and the apology (Melaka 11, 13.12). */
export const CorrectionFields = z.object({
  accountId: AccountId.nullable(),
  wrong: z.string().trim().min(1).max(5_000),
  posted: z.string().trim().min(1).max(5_000),
  apology: Passage,
  day: PlainDate,
  time: ClockTime.nullable(),
  url: OptionalWebsite,
})
export type CorrectionFields = z.infer<typeof CorrectionFields>

export const Correction = CorrectionFields.extend({
  id: CorrectionId,
  postId: PostId,
  recordedByName: z.string(),
  recordedAt: Instant,
})
export type Correction = z.infer<typeof Correction>

const Count = z.number().int().min(0).max(1_000_000_000)

/** What a post had reached on one account by a day, as read off there. */
export const ResultFields = z
  .object({
    /** Null: of all accounts together, as old records have it. */
    accountId: AccountId.nullable(),
    day: PlainDate,
    reach: Count.nullable(),
    likes: Count.nullable(),
    shares: Count.nullable(),
    comments: Count.nullable(),
  })
  .refine(({ reach, likes, shares, comments }) =>
    [reach, likes, shares, comments].some((count) => count !== null),
  )
export type ResultFields = z.infer<typeof ResultFields>

export const Result = z.object({
  ...ResultFields.shape,
  id: ResultId,
  postId: PostId,
  recordedByName: z.string(),
  recordedAt: Instant,
})
export type Result = z.infer<typeof Result>

const OnePost = z.object({ id: PostId })

export const postPublication = {
  /** In the order in which they were recorded. */
  publications: query(OnePost, z.array(Publication)),
  /** Records what was posted by hand; the post is published once no account is left. */
  publish: command(
    z.object({ id: PostId, accountId: AccountId, publication: PublicationFields }),
    Publication,
  ),
  /** Leaves an account out for good, with a reason. */
  skipAccount: command(
    z.object({ id: PostId, accountId: AccountId, reason: z.string().trim().min(1).max(1_000) }),
    Publication,
  ),
  changePublication: command(
    z.object({ id: PublicationId, publication: PublicationFields }),
    Publication,
  ),
  /** Keeps what stands on the account, to be held against what was approved; null: no longer. */
  comparePublication: command(
    z.object({ id: PublicationId, postedText: PostText.trim().min(1).nullable() }),
    Publication,
  ),
  /** From what was approved for an account to what stands there, word by word; null: not compared. */
  publicationDifference: query(
    z.object({ id: PublicationId }),
    z.object({ asApproved: z.boolean(), parts: z.array(DifferencePart) }).nullable(),
  ),
  /** Takes a record back; the post is no longer published when none is left for an account. */
  removePublication: command(z.object({ id: PublicationId }), z.object({ id: PublicationId })),
  /** Brings a post in that came out before it was ever planned here. */
  addPublished: command(
    z.object({ content: PostContent, publication: PublicationFields }),
    z.object({ id: PostId }),
  ),
  corrections: query(OnePost, z.array(Correction)),
  addCorrection: command(z.object({ postId: PostId, correction: CorrectionFields }), Correction),
  changeCorrection: command(
    z.object({ id: CorrectionId, correction: CorrectionFields }),
    Correction,
  ),
  removeCorrection: command(z.object({ id: CorrectionId }), z.object({ id: CorrectionId })),
  bringBackCorrection: command(z.object({ id: CorrectionId }), Correction),
  /** By day, then account. */
  results: query(OnePost, z.array(Result)),
  addResult: command(z.object({ postId: PostId, result: ResultFields }), Result),
  changeResult: command(z.object({ id: ResultId, result: ResultFields }), Result),
  removeResult: command(z.object({ id: ResultId }), z.object({ id: ResultId })),
  bringBackResult: command(z.object({ id: ResultId }), Result),
}
