import { z } from 'zod'
import { command, query } from './call.ts'
import { CountedDate } from './days.ts'
import { PhaseColour, ReferenceKey } from './reference.ts'
import { Line, PersonId } from './values.ts'

export { PhaseColour }

export const CycleId = z.uuid().brand<'CycleId'>()
export type CycleId = z.infer<typeof CycleId>

export const PhaseId = z.uuid().brand<'PhaseId'>()
export type PhaseId = z.infer<typeof PhaseId>

/** `category`: a wave category. `piece`: a kind of post, by its key among the production times. */
export const TargetKind = z.enum(['category', 'piece'])
export type TargetKind = z.infer<typeof TargetKind>

/** How many posts a phase wants of one wave category or of one kind. */
export const PhaseTarget = z.object({
  kind: TargetKind,
  key: ReferenceKey,
  wanted: z.number().int().min(0).max(1_000),
})
export type PhaseTarget = z.infer<typeof PhaseTarget>

/**
 * Whether a production time is that of a kind of post. To upload is a step that every post has
 * (JaPen, piagam 4), not a kind of its own.
 */
export function isPieceKey(key: string): boolean {
  return key !== 'upload'
}

const dates = { startsOn: CountedDate, endsOn: CountedDate }

/** The first and the last day, both within. */
export const Period = z.object(dates)
export type Period = z.infer<typeof Period>

/** The days of one phase. */
export const PhaseDates = z.object({ id: PhaseId, ...dates })
export type PhaseDates = z.infer<typeof PhaseDates>

/** What the office says of a phase. */
export const PhaseFields = z.object({
  name: Line,
  nameEn: Line,
  ...dates,
  objective: z.string().trim().max(2_000),
  colour: PhaseColour,
  ownerId: PersonId.nullable(),
  /** Each category and kind at most once; one of which nothing is wanted need not be named. */
  targets: z
    .array(PhaseTarget)
    .max(200)
    .refine((all) => new Set(all.map(({ kind, key }) => `${kind} ${key}`)).size === all.length),
})
export type PhaseFields = z.infer<typeof PhaseFields>

/** One of the five phases of a cycle (JKR, Perancangan pelaksanaan promosi). */
export const Phase = PhaseFields.extend({
  id: PhaseId,
  cycleId: CycleId,
  number: z.number().int().min(1).max(5),
})
export type Phase = z.infer<typeof Phase>

/** Days between two phases that belong to none. */
export const PhaseGap = z.object({ after: z.number().int().min(1).max(4), ...dates })
export type PhaseGap = z.infer<typeof PhaseGap>

const CycleWords = z.object({ name: Line, nameEn: Line, note: z.string().trim().max(2_000) })

/** A round of the five promotion phases. */
export const Cycle = CycleWords.extend({
  id: CycleId,
  /** The historical one of 2015–2019, loaded as an example. */
  example: z.boolean(),
  archived: z.boolean(),
  /** In their order, without overlap. */
  phases: z.array(Phase).length(5),
  gaps: z.array(PhaseGap),
})
export type Cycle = z.infer<typeof Cycle>

/** What stands in the way of the dates that somebody wants for a phase. */
export const Room = z.object({
  /** Numbers of the phases that would overlap or change their order. */
  inTheWay: z.array(z.number().int()),
  /** How those phases would have to move; null where one would be left without a day. */
  others: z.array(PhaseDates).nullable(),
})
export type Room = z.infer<typeof Room>

const One = z.object({ id: CycleId })

export const cycles = {
  /** Archived ones too; the newest first by the first day of its first phase. */
  list: query(z.object({}), z.array(Cycle)),
  /** The five phases a new cycle over this period would have. */
  divide: query(Period, z.array(Period).length(5)),
  room: query(PhaseDates, Room),
  add: command(CycleWords.extend(dates), Cycle),
  change: command(CycleWords.extend({ id: CycleId }), Cycle),
  /** `others`: phases of the same cycle whose dates change with it, as `room` answers. */
  changePhase: command(
    PhaseFields.extend({ id: PhaseId, others: z.array(PhaseDates).max(4).default([]) }),
    Cycle,
  ),
  /** Takes a cycle out of sight; its phases and what hangs on them stay. */
  archive: command(One, Cycle),
  bringBack: command(One, Cycle),
  /** Loads the cycle of 2015–2019, once. */
  loadHistory: command(z.object({}), Cycle),
}
