import { z } from 'zod'
import { AccountId } from './accounts.ts'
import { command, query, scratch } from './call.ts'
import { PhaseId } from './cycles.ts'
import { PostContent, PostKind } from './postContent.ts'
import { PostId, SeriesId } from './postIds.ts'
import { postMoves } from './postMoves.ts'
import { FieldDifference, PostVersion } from './postVersions.ts'
import { ReferenceKey } from './reference.ts'
import { ClockTime, ImageId, Instant, Passage, PersonId, PlainDate, Sha256 } from './values.ts'

export const PostStatus = z.enum([
  'idea',
  'draft',
  'in-review',
  'changes-asked',
  'approved',
  'ready',
  'published',
  'archived',
  'on-hold',
  'cancelled',
])
export type PostStatus = z.infer<typeof PostStatus>

/** What a post still lacks before it can be made ready; shown on its tile. */
export const MissingPart = z.enum([
  'text',
  'image',
  'alt-text',
  'category',
  'phase',
  'account',
  'owner',
  'day',
])
export type MissingPart = z.infer<typeof MissingPart>

/** A post as it is now. */
export const Post = z.object({
  id: PostId,
  content: PostContent,
  status: PostStatus,
  statusAt: Instant,
  /** Why it is on hold, cancelled, or taken up again after that; empty otherwise. */
  statusReason: z.string(),
  /** What it was before it was put on hold. */
  heldFrom: PostStatus.nullable(),
  /** How often its status changed since it came in. */
  statusChanges: z.number().int().min(0),
  /** Its slot passed before it was approved. */
  expired: z.boolean(),
  missing: z.array(MissingPart),
  /** Counts up with every save. */
  version: z.number().int().positive(),
  /** Of texts, hashtags and pictures: what an approval is bound to. */
  contentHash: Sha256,
  createdBy: PersonId,
  createdAt: Instant,
  changedAt: Instant,
  trashedAt: Instant.nullable(),
  /** The series it is one of, and the day that it has there, wherever it stands now. */
  series: z.object({ id: SeriesId, day: PlainDate }).nullable(),
})
export type Post = z.infer<typeof Post>

/** A post in the calendar: once for its own day, again for each day an account has of its own. */
export const PostTile = z.object({
  id: PostId,
  title: z.string(),
  day: PlainDate.nullable(),
  time: ClockTime.nullable(),
  /** Of this slot alone. */
  accountIds: z.array(AccountId),
  /** The slot is these accounts' own; to move the post does not move it. */
  apart: z.boolean(),
  phaseId: PhaseId.nullable(),
  kind: PostKind,
  category: ReferenceKey.nullable(),
  status: PostStatus,
  expired: z.boolean(),
  missing: z.array(MissingPart),
  /** Its first picture. */
  coverId: ImageId.nullable(),
  ownerId: PersonId.nullable(),
  /** The programme's own day. */
  programmeDay: PlainDate.nullable(),
  seriesId: SeriesId.nullable(),
  /** What it reached, of whatever slot (`totalOf`); only in the list by reach. */
  reach: z.number().int().nullable().optional(),
  version: z.number().int(),
})
export type PostTile = z.infer<typeof PostTile>

/** Choices of the filter of which a post may have nothing. */
export const WithoutChoice = z.enum(['phaseIds', 'categories', 'accountIds', 'ownerIds'])
export type WithoutChoice = z.infer<typeof WithoutChoice>

/** What the views show; an empty list leaves nothing out. */
export const PostFilter = z.object({
  search: z.string().trim().max(200).default(''),
  phaseIds: z.array(PhaseId).max(200).default([]),
  statuses: z.array(PostStatus).max(20).default([]),
  kinds: z.array(PostKind).max(20).default([]),
  categories: z.array(ReferenceKey).max(100).default([]),
  accountIds: z.array(AccountId).max(200).default([]),
  ownerIds: z.array(PersonId).max(200).default([]),
  approverIds: z.array(PersonId).max(200).default([]),
  /** Posts that have none of these, beside those that are named. */
  without: z.array(WithoutChoice).max(4).default([]),
  /** Only posts that lack something. */
  incomplete: z.boolean().default(false),
  /** Only posts whose slot passed unapproved. */
  expired: z.boolean().default(false),
  /** Only posts that are one of a series. */
  inSeries: z.boolean().default(false),
  /** Only posts that are out on an account of which neither the address nor what was seen is kept. */
  unproven: z.boolean().default(false),
})
export type PostFilter = z.infer<typeof PostFilter>

/** How many posts of a period each choice of a filter would leave, the other choices kept. */
export const FilterCounts = z.object({
  total: z.number().int(),
  incomplete: z.number().int(),
  expired: z.number().int(),
  inSeries: z.number().int(),
  statuses: z.record(z.string(), z.number().int()),
  phaseIds: z.record(z.string(), z.number().int()),
  kinds: z.record(z.string(), z.number().int()),
  categories: z.record(z.string(), z.number().int()),
  accountIds: z.record(z.string(), z.number().int()),
  ownerIds: z.record(z.string(), z.number().int()),
  /** Posts that have none of it. */
  without: z.record(WithoutChoice, z.number().int()),
  approverIds: z.record(z.string(), z.number().int()),
})
export type FilterCounts = z.infer<typeof FilterCounts>

/** Days from the first to the last, both within. */
export const Period = z.object({ from: PlainDate, to: PlainDate })
export type Period = z.infer<typeof Period>

/** What board and road map of a cycle show: its phases, and on the board what has none yet. */
export const CycleBounds = z.object({
  phaseIds: z.array(PhaseId).max(20),
  /** Posts without a phase that have a slot within these days, or no day; null: none of them. */
  unphased: Period.nullable(),
})
export type CycleBounds = z.infer<typeof CycleBounds>

export const PostOrder = z.enum([
  ...(['day', 'title', 'phase', 'kind', 'status', 'owner', 'changed', 'reach'] as const),
])
export type PostOrder = z.infer<typeof PostOrder>

/** A page of the list; `total` is of all pages. */
export const PostPage = z.object({ total: z.number().int(), tiles: z.array(PostTile) })

export { PostMove } from './postMoves.ts'

/** Half-typed content: whatever the form holds, sound or not. */
export const PostDraft = z.object({
  /** Null: of a post that does not exist yet. */
  postId: PostId.nullable(),
  /** The version the typing began from; null for a new post. */
  baseVersion: z.number().int().nullable(),
  content: z.record(z.string(), z.unknown()),
  savedAt: Instant,
})
export type PostDraft = z.infer<typeof PostDraft>

/** Some posts, none twice. */
export const Ids = z
  .array(PostId)
  .min(1)
  .max(1_000)
  .refine((ids) => new Set(ids).size === ids.length)

/** Statuses a person sets by hand; approval and publication have calls of their own. */
export const StatusByHand = z.enum([
  'idea',
  'draft',
  'ready',
  'approved',
  'archived',
  'published',
  'on-hold',
  'cancelled',
])
export type StatusByHand = z.infer<typeof StatusByHand>

export const posts = {
  get: query(z.object({ id: PostId }), Post),
  /** The tiles of a period, in the order of their days and times. */
  between: query(Period.extend({ filter: PostFilter }), z.array(PostTile)),
  /** Posts without a day, the newest first, so many of them; `total` is of all. */
  unplanned: query(
    z.object({ filter: PostFilter, limit: z.number().int().min(1).max(100_000).default(500) }),
    PostPage,
  ),
  /** The list: all posts or those of a period, one page. */
  list: query(
    z.object({
      period: Period.nullable(),
      filter: PostFilter,
      trashed: z.boolean(),
      order: PostOrder,
      descending: z.boolean(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(1_000),
    }),
    PostPage,
  ),
  counts: query(
    z.object({
      period: Period.nullable(),
      filter: PostFilter,
      /** Null: of whatever phase. */
      bounds: CycleBounds.nullable().default(null),
    }),
    FilterCounts,
  ),
  add: command(z.object({ content: PostContent, status: z.enum(['idea', 'draft']) }), Post),
  /** `base` is the version the person saw: a newer one is not written over. */
  save: command(
    z.object({ id: PostId, base: z.number().int().positive(), content: PostContent }),
    Post,
  ),
  ...postMoves,
  setStatus: command(
    z.object({ ids: Ids, to: StatusByHand, reason: Passage }),
    z.object({ before: z.array(z.object({ id: PostId, status: PostStatus })) }),
  ),
  /**
   * Takes posts up again where they stood before they were put on hold. `unready`: those that were
   * ready, and are approved only, as something came into their way meanwhile. `held`: those that may
   * be put on hold again, and why they were.
   */
  resume: command(
    z.object({ ids: Ids }),
    z.object({
      ids: Ids,
      unready: z.array(PostId),
      held: z.array(z.object({ id: PostId, reason: z.string() })),
    }),
  ),
  trash: command(z.object({ ids: Ids }), z.object({ ids: Ids })),
  restore: command(z.object({ ids: Ids }), z.object({ ids: Ids })),
  versions: query(z.object({ id: PostId }), z.array(PostVersion)),
  version: query(z.object({ id: PostId, number: z.number().int().positive() }), PostContent),
  /** What changed from one version to another. */
  difference: query(
    z.object({
      id: PostId,
      from: z.number().int().positive(),
      to: z.number().int().positive(),
    }),
    z.array(FieldDifference),
  ),
  /** What would change if this content were saved over a version. */
  differenceTo: query(
    z.object({ id: PostId, from: z.number().int().positive(), to: PostContent }),
    z.array(FieldDifference),
  ),
  /**
   * Saves the content of an earlier version again, as a new one. `lessened`: something it names is
   * gone meanwhile (a retired account, a picture in the trash) and was left out.
   */
  restoreVersion: command(
    z.object({
      id: PostId,
      base: z.number().int().positive(),
      number: z.number().int().positive(),
    }),
    Post.extend({ lessened: z.boolean() }),
  ),
  /** Half-typed content of the person at the keyboard, newest first. */
  drafts: query(z.object({}), z.array(PostDraft)),
  keepDraft: scratch(PostDraft.omit({ savedAt: true }), z.object({ savedAt: Instant })),
  dropDraft: scratch(z.object({ postId: PostId.nullable() }), z.object({})),
}
