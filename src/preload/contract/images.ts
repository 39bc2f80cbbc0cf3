import { z } from 'zod'
import { command, job, query } from './call.ts'
import { Finding, ImageKind, Medium, Verdict } from './findings.ts'
import { RepeatRelation } from './repeatRelation.ts'
import { SizeRules } from './imageRules.ts'
import {
  BatchId,
  CheckId,
  ImageId,
  KeptDecisionId,
  Instant,
  Line,
  Passage,
  PersonId,
  PlainDate,
  Sha256,
} from './values.ts'

/** A rectangle within a picture, as shares of its width and height (0–1). */
export const Region = z.object({
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
})
export type Region = z.infer<typeof Region>

/** What a checked picture may repeat: another one of its batch, or one in the library. */
export const RepeatOf = z.discriminatedUnion('where', [
  z.object({ where: z.literal('batch'), checkId: CheckId, name: z.string() }),
  z.object({ where: z.literal('library'), imageId: ImageId, name: z.string() }),
])
export type RepeatOf = z.infer<typeof RepeatOf>

/** One found repeat and what a person said of it. */
export const Repeat = z.object({
  of: RepeatOf,
  relation: RepeatRelation,
  mirrored: z.boolean(),
  /**
   * Where the two differ, for outlining; empty when nothing does. Of a `part`, what both show: the
   * checked picture's area, then the other one's; empty for what an earlier version found.
   */
  changed: z.array(Region),
  decision: z
    .object({
      outcome: z.enum(['repeat', 'different']),
      reason: z.string(),
      by: PersonId,
      byName: z.string(),
      at: Instant,
    })
    .nullable(),
})
export type Repeat = z.infer<typeof Repeat>

/** The five things to avoid in a photo (Melaka 13.6), each seen by a person or not. */
export const PhotoReview = z.object({
  offTopic: z.boolean(),
  hurtsImage: z.boolean(),
  badAngle: z.boolean(),
  emptyVenue: z.boolean(),
  repeatedScene: z.boolean(),
})
export type PhotoReview = z.infer<typeof PhotoReview>

/** The checklist as answered: by whom, and when. */
export const GivenReview = z.object({ answers: PhotoReview, byName: z.string(), at: Instant })
export type GivenReview = z.infer<typeof GivenReview>

/** What only videos and PDFs have. */
const mediumParts = {
  medium: Medium,
  /** Of a video, in seconds; null where it could not be read. */
  duration: z.number().nonnegative().nullable(),
  /** Of a PDF; null where they could not be counted. */
  pages: z.number().int().positive().nullable(),
  /** A frame of a video or a PDF's first page to show: `none` where it cannot be had here. */
  frame: z.enum(['not-yet', 'drawn', 'none']),
}

/** One file of a batch: what was measured, found and decided. */
export const CheckedImage = z.object({
  id: CheckId,
  batchId: BatchId,
  position: z.number().int(),
  /** Where it came from; null for a pasted picture. */
  path: z.string().nullable(),
  name: z.string(),
  state: z.enum(['waiting', 'checked']),
  kind: ImageKind,
  kindGuessed: z.boolean(),
  verdict: Verdict.nullable(),
  width: z.number().int().nullable(),
  height: z.number().int().nullable(),
  format: z.string().nullable(),
  byteSize: z.number().int().nullable(),
  bytesHash: Sha256.nullable(),
  hasThumbnail: z.boolean(),
  findings: z.array(Finding),
  repeats: z.array(Repeat),
  /** A person's exception: the picture may be kept although it was not passed. */
  override: z.object({ reason: z.string(), byName: z.string(), at: Instant }).nullable(),
  review: GivenReview.nullable(),
  /** The library picture it became. */
  keptAs: ImageId.nullable(),
  ...mediumParts,
})
export type CheckedImage = z.infer<typeof CheckedImage>

export const Batch = z.object({
  id: BatchId,
  startedAt: Instant,
  finishedAt: Instant.nullable(),
  byName: z.string().nullable(),
  /** True while a job works on it in this very process. */
  running: z.boolean(),
  counts: z.object({
    total: z.number().int(),
    waiting: z.number().int(),
    pass: z.number().int(),
    warn: z.number().int(),
    reject: z.number().int(),
    unreadable: z.number().int(),
    /** Repeats that wait for a person's word. */
    undecided: z.number().int(),
    kept: z.number().int(),
  }),
})
export type Batch = z.infer<typeof Batch>

export const CheckProgress = z.object({
  batchId: BatchId,
  done: z.number().int(),
  total: z.number().int(),
})
export type CheckProgress = z.infer<typeof CheckProgress>

/** The caption a photo or video must carry (Melaka 13.5). */
export const Caption = z.object({
  programme: z.string().trim().max(300),
  date: PlainDate.nullable(),
  time: z.string().trim().max(50),
  place: z.string().trim().max(300),
  guests: z.string().trim().max(1_000),
})
export type Caption = z.infer<typeof Caption>

/** A person's word on a pair, as kept with the library picture. */
export const KeptDecision = z.object({
  id: KeptDecisionId,
  /** Of the other picture of the pair, as it was called then. */
  name: z.string(),
  outcome: z.enum(['repeat', 'different']),
  reason: z.string(),
  byName: z.string(),
  at: Instant,
  /** It is known of which other content it was said, so that it can be taken back. */
  canForget: z.boolean(),
  forgottenAt: Instant.nullable(),
})
export type KeptDecision = z.infer<typeof KeptDecision>

export const LibraryImage = z.object({
  id: ImageId,
  name: z.string(),
  kind: ImageKind,
  /** In pixels; 0 where those of a video or PDF could not be read. */
  width: z.number().int(),
  height: z.number().int(),
  format: z.string(),
  byteSize: z.number().int(),
  bytesHash: Sha256,
  addedAt: Instant,
  addedByName: z.string().nullable(),
  overrideReason: z.string().nullable(),
  /** The photo checklist as answered in its batch; stays when the batch goes. */
  review: GivenReview.nullable(),
  /** Decided pairs of its batch, oldest first; they stay when the batch goes. */
  decisions: z.array(KeptDecision),
  findings: z.array(Finding),
  tags: z.array(z.string()),
  caption: Caption,
  altText: z.string(),
  source: z.string(),
  rights: z.string(),
  trashedAt: Instant.nullable(),
  ...mediumParts,
})
export type LibraryImage = z.infer<typeof LibraryImage>

export const LibraryFilter = z.object({
  /** Matches name, caption, alternative text and tags, whatever the letter case. */
  text: z.string().max(200),
  /** Of pictures. */
  kind: ImageKind.nullable(),
  /** Left out: every sort of file. */
  medium: Medium.optional(),
  tag: z.string().nullable(),
  addedFrom: PlainDate.nullable(),
  addedTo: PlainDate.nullable(),
  trashed: z.boolean(),
})
export type LibraryFilter = z.infer<typeof LibraryFilter>

/** Bytes of a pasted picture, at most: it travels whole from the page to the workspace. */
export const largestPasted = 100_000_000

const CheckResult = z.object({ batchId: BatchId, done: z.number().int(), total: z.number().int() })

export const images = {
  /** Newest first. */
  batches: query(z.object({}), z.array(Batch)),
  checks: query(z.object({ batchId: BatchId }), z.array(CheckedImage)),
  check: query(z.object({ id: CheckId }), CheckedImage),

  /** Files and folders (read recursively, hidden entries left out) become one batch. */
  checkFiles: job(
    z.object({ paths: z.array(z.string().min(1)).min(1).max(5_000), kind: ImageKind.nullable() }),
    CheckResult,
    CheckProgress,
  ),
  /** A pasted picture has no path; its bytes come along. */
  checkPasted: job(
    z.object({
      name: Line,
      bytes: z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= largestPasted),
    }),
    CheckResult,
    CheckProgress,
  ),
  /** Goes on with a batch that a crash or a cancel left half done. */
  continueBatch: job(z.object({ batchId: BatchId }), CheckResult, CheckProgress),
  /** Takes a batch off the list; pictures kept in the library stay there. */
  removeBatch: command(z.object({ batchId: BatchId }), z.object({})),

  /** Another kind means other size rules: findings and verdict are worked out again. */
  setKind: command(
    z.object({ ids: z.array(CheckId).min(1).max(5_000), kind: ImageKind }),
    z.array(CheckedImage),
  ),
  /** A person's word on repeats; one word may serve a whole group of them. */
  decideRepeat: command(
    z.object({
      pairs: z
        .array(z.object({ checkId: CheckId, of: z.union([CheckId, ImageId]) }))
        .min(1)
        .max(5_000),
      outcome: z.enum(['repeat', 'different']),
      reason: Line,
    }),
    z.array(CheckedImage),
  ),
  /** Takes the word back; the pair waits for a decision again. */
  undecideRepeat: command(
    z.object({
      pairs: z
        .array(z.object({ checkId: CheckId, of: z.union([CheckId, ImageId]) }))
        .min(1)
        .max(5_000),
    }),
    z.array(CheckedImage),
  ),
  override: command(z.object({ id: CheckId, reason: Line.nullable() }), CheckedImage),
  /** Null takes the answers back: nobody has looked through it then. */
  reviewPhoto: command(z.object({ id: CheckId, answers: PhotoReview.nullable() }), CheckedImage),

  /** Copies what passed, warns or was overridden into the library. */
  keep: job(
    z.object({ ids: z.array(CheckId).min(1).max(5_000) }),
    z.object({
      kept: z.array(z.object({ checkId: CheckId, imageId: ImageId })),
      refused: z.array(z.object({ checkId: CheckId, reason: z.string() })),
    }),
    z.object({ done: z.number().int(), total: z.number().int() }),
  ),

  library: query(LibraryFilter, z.array(LibraryImage)),
  libraryImage: query(z.object({ id: ImageId }), LibraryImage),
  tags: query(z.object({}), z.array(z.object({ tag: z.string(), count: z.number().int() }))),
  describe: command(
    z.object({
      ids: z.array(ImageId).min(1).max(5_000),
      /** Only what is given changes. */
      name: Line.optional(),
      kind: ImageKind.optional(),
      caption: Caption.optional(),
      altText: Passage.optional(),
      source: Passage.optional(),
      rights: Passage.optional(),
      tags: z.array(Line).max(50).optional(),
    }),
    z.array(LibraryImage),
  ),
  trash: command(z.object({ ids: z.array(ImageId).min(1).max(5_000) }), z.array(LibraryImage)),
  restore: command(z.object({ ids: z.array(ImageId).min(1).max(5_000) }), z.array(LibraryImage)),

  rules: query(z.object({}), SizeRules),
  changeRules: command(SizeRules, SizeRules),
}
