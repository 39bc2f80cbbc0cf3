import { z } from 'zod'
import { ComplaintStatus } from './complaintStatus.ts'
import { Instant, PersonId } from './values.ts'

/**
 * Why dues were counted again: the office's days, its sets of limits, whose days it counts, or what
 * the complaint itself says and was changed (`severity`: how grave it is).
 */
export const Recounted = z.enum(['days', 'sets', 'office', 'severity', 'case'])
export type Recounted = z.infer<typeof Recounted>

/** What happened to a complaint, oldest first. */
export const ComplaintEventKind = z.enum([
  ...(['registered', 'changed', 'complainant', 'status', 'assigned'] as const),
  ...(['note', 'revealed', 'clock-met', 'clock-unmet', 'paused'] as const),
  ...(['resumed', 'clock-set', 'recounted', 'answer-reviewed', 'answer-unreviewed'] as const),
  ...(['answer-voided', 'answer-taken', 'answer-sent', 'answer-unsent', 'letter-printed'] as const),
  ...(['forwarded-to', 'unforwarded', 'reminded', 'outcome', 'outcome-taken-back'] as const),
  ...(['checked', 'unchecked', 'satisfaction', 'satisfaction-removed', 'photo'] as const),
  ...(['step-undone', 'grouped', 'ungrouped', 'imported', 'decided'] as const),
  ...(['decision-changed', 'decision-done', 'decision-resumed'] as const),
  ...(['decision-removed', 'decision-returned', 'warned', 'post-tied', 'post-untied'] as const),
])
export type ComplaintEventKind = z.infer<typeof ComplaintEventKind>

/** A field that was changed; what tells who somebody is keeps its words to itself. */
export const EventChange = z.object({
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type EventChange = z.infer<typeof EventChange>

export const ComplaintEventId = z.uuid().brand<'ComplaintEventId'>()
export type ComplaintEventId = z.infer<typeof ComplaintEventId>

export const ComplaintEvent = z.object({
  id: ComplaintEventId,
  at: Instant,
  byName: z.string(),
  kind: ComplaintEventKind,
  /** Of a step: from where, to where. */
  from: ComplaintStatus.nullable(),
  to: ComplaintStatus.nullable(),
  /** Of an assignment; null: taken from everybody. */
  assigneeId: PersonId.nullable(),
  changes: z.array(EventChange),
  /** The reason of a step, or the note, covered; of a recount what moved the dues (`Recounted`). */
  text: z.string(),
  /** A note that was taken out: it says so and nothing else. */
  removed: z.boolean(),
})
export type ComplaintEvent = z.infer<typeof ComplaintEvent>
