import { z } from 'zod'
import { AccountId } from './accounts.ts'
import { command, query } from './call.ts'
import { Explanation } from './days.ts'
import { CalendarNote, HoldId, NoteId } from './planning.ts'
import { PostKind } from './postContent.ts'
import { PostId } from './postIds.ts'
import { PostTile } from './posts.ts'
import { ReferenceKey, Rhythm } from './reference.ts'
import { StateCode } from './states.ts'
import { TextFinding, TextSeverity } from './textRules.ts'
import { ClockTime, ImageId, Instant, Line, PlainDate } from './values.ts'

/** Every rule of a post's plan and pictures; the window has a sentence for each. */
export const PlanRule = z.enum([
  /** `planned`, `programme` (days), `count`, `limit` (working days). */
  'lead-time',
  /** `programme` (a day), `count`, `limit` (working days): the post has no day yet. */
  'lead-time-unplanned',
  /** `day`: the last one to begin; `kind`. */
  'production-late',
  /** `day`: the last one for the approval. */
  'approval-late',
  /** `day`, `count`, `limit`: more posts on the account than its rhythm has. */
  'rhythm-over',
  /** `day`, `count`, `limit`: fewer, on a day with something to tell. */
  'rhythm-under',
  /** `day`, `time`, `title` of the other post, `minutes` between the two, `limit`. */
  'too-close',
  /** `day`, `title` of the period, `reason`; `noteId` where it holds. */
  'blackout',
  /** `day`, `title`, `reason`, `noteId`; `why` and `byName` of whoever let this post through. */
  'blackout-allowed',
  /** The same, of a post that has no category yet. */
  'blackout-unsure',
  /** `reason`. */
  'all-held',
  /** `name` and `imageId` of the picture; of the next three too. */
  'image-rejected',
  'image-in-trash',
  'alt-text-missing',
  /** `bytes` of the file, `most` of them that the account's channel takes. */
  'image-too-large',
  /** `count`, `limit`: more pictures than a post on the account's channel takes. */
  'too-many-images',
  /** `kind`. */
  'picture-missing',
])
export type PlanRule = z.infer<typeof PlanRule>

/** Who looked at a sensitive term in a post, and why it may stay. */
export const TermCheck = z.object({ reason: z.string(), byName: z.string(), at: Instant })
export type TermCheck = z.infer<typeof TermCheck>

/** One thing about a post; the window makes a sentence of rule and params. */
export const PostFinding = z.discriminatedUnion('about', [
  /** Of the text of one account; null: of the master text, or the same for all who have it. */
  TextFinding.extend({
    about: z.literal('text'),
    accountId: AccountId.nullable(),
    /** Given where a person looked at a sensitive term: it is told then, and warns no longer. */
    checked: TermCheck.nullable(),
  }),
  z.object({
    about: z.literal('plan'),
    rule: PlanRule,
    severity: TextSeverity,
    /** The source's clause ("KKS E"), or `ours`. */
    clause: z.string(),
    /** Null where it is about the whole post. */
    accountId: AccountId.nullable(),
    params: TextFinding.shape.params,
  }),
])
export type PostFinding = z.infer<typeof PostFinding>

/** What stands in the way of a publication only: approval may be asked for meanwhile. */
const publicationOnly: readonly PostFinding['rule'][] = ['blackout', 'all-held']

/** Whether a post with this finding may not be sent to review. */
export function stopsReview({ severity, rule }: PostFinding): boolean {
  return severity === 'stop' && !publicationOnly.includes(rule)
}

/**
 * Whether a post with this finding may not be made ready or recorded as out: what stops a review,
 * and a sensitive term that no person looked at yet (Melaka 11).
 */
export function stopsReady(finding: PostFinding): boolean {
  if (stopsReview(finding)) return true
  return finding.about === 'text' && finding.rule === 'sensitive-term' && finding.checked === null
}

/** A last day, with each day counted or skipped on the way back from the slot, and why. */
export const Deadline = Explanation.omit({ uncertain: true })
export type Deadline = z.infer<typeof Deadline>

/** The last days to begin making, to have the material and to have the approval. */
export const Deadlines = z.object({
  /** The first day on which the post is to come out anywhere. */
  slot: PlainDate,
  beginBy: Deadline,
  deliverBy: Deadline,
  approveBy: Deadline,
})
export type Deadlines = z.infer<typeof Deadlines>

/** As much of a content as the rules read; unfinished fields are no reason to refuse it. */
export const CheckedContent = z.object({
  kind: PostKind,
  category: ReferenceKey.nullable(),
  deliveredOn: PlainDate.nullable(),
  programme: z
    .object({
      name: z.string(),
      day: PlainDate.nullable(),
      time: ClockTime.nullable(),
      place: z.string(),
      state: StateCode.nullable(),
      guests: z.array(z.string()).max(200),
    })
    .nullable(),
  text: z.string().max(100_000),
  hashtags: z.array(z.string()).max(1_000),
  links: z.array(z.string()).max(1_000),
  images: z.array(z.object({ imageId: ImageId, altText: z.string() })).max(100),
  day: PlainDate.nullable(),
  time: ClockTime.nullable(),
  accounts: z
    .array(
      z.object({
        accountId: AccountId,
        text: z.string().max(100_000).nullable(),
        day: PlainDate.nullable(),
        time: ClockTime.nullable(),
      }),
    )
    .max(100),
})
export type CheckedContent = z.infer<typeof CheckedContent>

/** What the rules say of a post: what stops first, then what warns. */
export const PostCheck = z.object({
  findings: z.array(PostFinding),
  /** Null while the post has no day; `planBy` where it announces a programme (KKS F, teras 3). */
  deadlines: Deadlines.extend({ planBy: Deadline.nullable() }).nullable(),
})
export type PostCheck = z.infer<typeof PostCheck>

/** How the posts of one account on one day stand to its rhythm. */
export const RhythmStanding = z.enum(['under', 'within', 'over'])
export type RhythmStanding = z.infer<typeof RhythmStanding>

export const AccountDay = z.object({
  accountId: AccountId,
  day: PlainDate,
  /** Posts planned or out; never 0: a quiet day is no failure (KKS E). */
  count: z.number().int().positive(),
  /** Of the account, else of its channel; null: as needed. */
  quota: Rhythm.nullable(),
  standing: RhythmStanding,
})
export type AccountDay = z.infer<typeof AccountDay>

/** A sensitive term where it stands: another line with the same term asks for another look. */
const OneTerm = z.object({ id: PostId, term: Line, passage: z.string().min(1).max(100_000) })

/** A post, and a blackout that would hold it. */
const OneBlackout = z.object({ id: PostId, noteId: NoteId })

export const postFindings = {
  /** What the rules say of a content as it stands in a form; `id` is null for a new post. */
  check: query(z.object({ id: PostId.nullable(), content: CheckedContent }), PostCheck),
  /** A person looked at a sensitive term in this line of the post, and says why it may stay. */
  confirmTerm: command(
    OneTerm.extend({ reason: z.string().trim().min(1).max(1_000) }),
    z.object({}),
  ),
  /** Takes that word back. */
  unconfirmTerm: command(OneTerm, z.object({})),
  /** Lets one post through a blackout that holds cheerful ones, with the reason. */
  allowInBlackout: command(
    OneBlackout.extend({ reason: z.string().trim().min(1).max(1_000) }),
    z.object({}),
  ),
  /** Takes that back. */
  withdrawAllowance: command(OneBlackout, z.object({})),
  /** The posts still to come out, or out, that show some of these pictures: the first, and how many. */
  imageUses: query(
    z.object({ imageIds: z.array(ImageId).min(1).max(10_000) }),
    z.object({
      total: z.number().int(),
      posts: z.array(z.object({ id: PostId, title: z.string() })),
    }),
  ),
  /** Only days with posts, by day, then account. */
  accountDays: query(z.object({ from: PlainDate, to: PlainDate }), z.array(AccountDay)),
  /**
   * What has to be looked at when everything goes on again after a hold: what should have come out
   * while it lasted, and in the seven days after it.
   */
  heldOver: query(z.object({ holdId: HoldId }), z.array(PostTile)),
  /**
   * The same of a blackout that is over, was removed or ends earlier: what it concerned by mood and
   * state and is not out yet, on its days and in the seven days after them.
   * `until`: a later last day that it had before it was changed.
   * @throws `planning.unknown-note`
   */
  afterBlackout: query(
    z.object({ noteId: NoteId, until: PlainDate.nullable().default(null) }),
    z.array(PostTile),
  ),
  /**
   * Blackouts that held posts and whose last day lies within the last seven days, with how many of
   * their slots still stand on its days and did not come out; without any they are left out.
   */
  endedBlackouts: query(
    z.object({}),
    z.array(z.object({ note: CalendarNote, posts: z.number().int().positive() })),
  ),
}
