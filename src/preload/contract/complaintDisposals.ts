import { z } from 'zod'
import { command, job, query } from './call.ts'
import { ComplaintId, ComplaintNumber } from './complaintFields.ts'
import { ComplaintStatus } from './complaintStatus.ts'
import { RefusedFile } from './complaintRequests.ts'
import { ReferenceKey } from './reference.ts'
import { Instant, Line, Passage, PersonId, PlainDate } from './values.ts'

/** Years for which a settled case is kept where the office says nothing else. Ours. */
export const usualRetention = 7

/**
 * How long settled complaints of a kind are kept, and the entry of the office's records disposal
 * schedule that says so (Act 629, s.27). Until the office gives its schedule the years are ours.
 */
export const RetentionClass = z.object({
  kind: ReferenceKey,
  /** Whole years since it was settled; null: for ever. */
  years: z.number().int().min(1).max(100).nullable(),
  /** Number of the schedule's entry; empty while it is ours. */
  schedule: z.string().trim().max(80),
})
export type RetentionClass = z.infer<typeof RetentionClass>

/** Why a case whose time has come cannot be proposed. */
export const DisposalBlock = z.enum(['held', 'tied', 'proposed', 'asked'])
export type DisposalBlock = z.infer<typeof DisposalBlock>

export const DueCase = z.object({
  id: ComplaintId,
  number: ComplaintNumber,
  kind: ReferenceKey,
  status: ComplaintStatus,
  settledOn: PlainDate,
  /** Since when it may be proposed. */
  dueOn: PlainDate,
  blocked: DisposalBlock.nullable(),
})
export type DueCase = z.infer<typeof DueCase>

export const DisposalId = z.uuid().brand<'DisposalId'>()
export type DisposalId = z.infer<typeof DisposalId>

/**
 * Proposed, approved, executed (the rows are gone), cleared (so are the backups that still held
 * them), certified (Borang 12/08 was sent); or withdrawn before anything went.
 */
export const DisposalState = z.enum([
  ...(['proposed', 'approved', 'executed', 'cleared', 'certified', 'withdrawn'] as const),
])
export type DisposalState = z.infer<typeof DisposalState>

const Count = z.number().int().min(0)

/** What Borang Arkib 3/08 asks of the records, without a word of theirs. */
export const DisposalFacts = z.object({
  /** Entries of the schedule under which they stand; empty where the office gave none. */
  schedules: z.array(z.string()),
  /** Days on which the first and the last was received. */
  from: PlainDate,
  to: PlainDate,
  kinds: z.record(ReferenceKey, Count),
  files: Count,
  /** Of the files. */
  bytes: Count,
})
export type DisposalFacts = z.infer<typeof DisposalFacts>

/** What went, counted. */
export const DisposalCounts = z.object({
  complaints: Count,
  people: Count,
  events: Count,
  letters: Count,
  files: Count,
})
export type DisposalCounts = z.infer<typeof DisposalCounts>

export const Disposal = z.object({
  id: DisposalId,
  /** `PL-2026-001`. */
  number: z.string(),
  state: DisposalState,
  series: z.string(),
  security: z.enum(['open', 'restricted', 'confidential']),
  location: z.string(),
  reason: z.string(),
  facts: DisposalFacts,
  proposedAt: Instant,
  proposedByName: z.string(),
  /** Another person approves. */
  proposedById: PersonId,
  approvedAt: Instant.nullable(),
  approvedByName: z.string().nullable(),
  /** Of the National Archives' letter of approval. */
  reference: z.string(),
  referenceOn: PlainDate.nullable(),
  executedAt: Instant.nullable(),
  executedByName: z.string().nullable(),
  counts: DisposalCounts.nullable(),
  /** Backups that were destroyed because they still held the records. */
  backups: Count.nullable(),
  clearedAt: Instant.nullable(),
  /** By when Borang 12/08 has to be sent: a month after the destruction. */
  certificateDue: PlainDate.nullable(),
  certifiedOn: PlainDate.nullable(),
  cases: Count,
})
export type Disposal = z.infer<typeof Disposal>

export const DisposalWithNumbers = Disposal.extend({
  /** Names of the kinds, for paper. */
  kindNames: z.record(ReferenceKey, z.object({ ms: z.string(), en: z.string() })),
  numbers: z.array(z.object({ id: ComplaintId, number: ComplaintNumber, kind: ReferenceKey })),
})
export type DisposalWithNumbers = z.infer<typeof DisposalWithNumbers>

/** What clearing after a disposal came to. */
export const Clearing = z.object({
  /** Null: a server keeps its own backups. */
  removed: Count.nullable(),
  /** The second folder was away: backups there may still hold the records. */
  away: z.boolean(),
})
export type Clearing = z.infer<typeof Clearing>

/** Cases in one batch. */
export const mostDisposed = 5_000

const One = z.object({ id: DisposalId })
const Steps = z.object({ done: Count, total: Count })

export const complaintDisposals = {
  /** One for each kind, those no longer offered too. */
  retention: query(z.object({}), z.array(RetentionClass)),
  changeRetention: command(RetentionClass, z.array(RetentionClass)),
  /** Cases whose retention has ended, the oldest first. */
  disposalDue: query(z.object({}), z.object({ cases: z.array(DueCase), more: z.boolean() })),
  /** The newest first. */
  disposals: query(z.object({}), z.array(Disposal)),
  disposal: query(One, DisposalWithNumbers),
  /** Which disposal took a number; null where none did. */
  disposedNumber: query(
    z.object({ number: z.string().max(40) }),
    z.object({ number: ComplaintNumber, disposal: z.string(), on: PlainDate }).nullable(),
  ),
  /** @throws `complaints.not-due`, `complaints.disposal-held`, `…-tied`, `…-proposed` */
  proposeDisposal: command(
    z.object({
      ids: z
        .array(ComplaintId)
        .min(1)
        .max(mostDisposed)
        .refine((ids) => new Set(ids).size === ids.length),
      series: Line,
      security: Disposal.shape.security,
      location: Line,
      reason: Passage.min(1),
    }),
    Disposal,
  ),
  /**
   * Hands a copy of the records to the national archives before they are destroyed: a new folder,
   * each case with all that is known of it and its files as they were taken in, an index, and lists
   * with SHA-256 by which it is proved (RFC 8493). Nothing is destroyed by it. All or nothing, but
   * for files that are damaged.
   * @param within where the folder is made
   * @throws `complaints.disposal-state`; what the disk refuses (`images.…`)
   */
  transferDisposal: job(
    One.extend({ within: z.string().min(1) }),
    z.object({
      ...{ folder: z.string(), cases: Count },
      /** Of the index and the lists too. */
      files: Count,
      refused: z.array(RefusedFile),
    }),
    Steps,
  ),
  /** Before anything went. @throws `complaints.disposal-done` */
  withdrawDisposal: command(One, Disposal),
  /** @throws `complaints.own-disposal`: another person approves it; `complaints.disposal-state` */
  approveDisposal: command(One.extend({ reference: Line, referenceOn: PlainDate }), Disposal),
  /**
   * Destroys what was approved, all of it or nothing, and then the backups that still hold it. There
   * is no way back.
   * @throws `complaints.disposal-unapproved`, and what `proposeDisposal` refuses
   */
  executeDisposal: job(One, Disposal, Steps, { backsUpFirst: () => true }),
  /** Clears again what could not be reached when it was executed. */
  clearDisposal: job(One, Disposal, Steps),
  /** Borang 12/08 was sent. @throws `complaints.disposal-not-cleared` */
  certifyDisposal: command(One.extend({ on: PlainDate }), Disposal),
}
