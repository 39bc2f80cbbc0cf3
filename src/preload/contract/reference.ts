import { z } from 'zod'
import { command, query } from './call.ts'
import { ComplaintStatus } from './complaintStatus.ts'
import { Severity } from './complaintWeight.ts'
import {
  Points,
  Phase,
  Stage,
  WaveCategory,
  Approach,
  Thrust,
  SegmentGroup,
  Segment,
  ChannelPurpose,
  Rhythm,
  TextLimit,
  Channel,
  State,
  ProductionTime,
  ComplaintChannel,
  ComplaintKind,
  ComplaintSubKind,
  UrgentKind,
  ClockSet,
  Audience,
  StandardAnswer,
  Agency,
  ClosingCheck,
} from './referenceItems.ts'
import { Line } from './values.ts'

export {
  ReferenceKey,
  ownClause,
  Points,
  PhaseColour,
  Phase,
  Stage,
  WaveCategory,
  Approach,
  Thrust,
  SegmentGroup,
  Segment,
  ChannelPurpose,
  Rhythm,
  isRhythm,
  TextLimit,
  Channel,
  State,
  ProductionTime,
  ReferenceUse,
  ComplaintChannel,
  ComplaintKind,
  IntakeQuestion,
  ComplaintSubKind,
  UrgentKind,
  ClockSet,
  longestAnswer,
  Audience,
  StandardAnswer,
  Agency,
  CheckMeasure,
  SettledStatus,
  ClosingCheck,
} from './referenceItems.ts'

/** Every list of the reference data, with the shape of its items. */
export const referenceItems = {
  phases: Phase,
  stages: Stage,
  'wave-categories': WaveCategory,
  approaches: Approach,
  thrusts: Thrust,
  segments: Segment,
  channels: Channel,
  states: State,
  'production-times': ProductionTime,
  'complaint-channels': ComplaintChannel,
  'complaint-kinds': ComplaintKind,
  'complaint-sub-kinds': ComplaintSubKind,
  'urgent-kinds': UrgentKind,
  'clock-sets': ClockSet,
  'standard-answers': StandardAnswer,
  agencies: Agency,
  'closing-checks': ClosingCheck,
} as const
export type ReferenceList = keyof typeof referenceItems
export type ReferenceItem<L extends ReferenceList = ReferenceList> = z.output<
  (typeof referenceItems)[L]
>
export const ReferenceList = z.enum([
  'phases',
  'stages',
  'wave-categories',
  'approaches',
  'thrusts',
  'segments',
  'channels',
  'states',
  'production-times',
  'complaint-channels',
  'complaint-kinds',
  'complaint-sub-kinds',
  'urgent-kinds',
  'clock-sets',
  'standard-answers',
  'agencies',
  'closing-checks',
])

/** Lists to which the office may add, in its own order. */
export const OpenList = z.enum([
  ...['wave-categories', 'approaches', 'thrusts', 'segments', 'channels'],
  ...['complaint-channels', 'complaint-sub-kinds', 'clock-sets'],
  ...['standard-answers', 'agencies', 'closing-checks'],
] as const)
export type OpenList = z.infer<typeof OpenList>

/** An item as it is in force, and what was shipped. */
function entryOf<I extends z.ZodType>(item: I) {
  return z.object({
    id: z.string(),
    item,
    /** Null where the office added it. */
    shipped: item.nullable(),
    /** The office's own words or figures differ from what was shipped. */
    changed: z.boolean(),
    /** No longer offered; what uses it keeps its words. */
    removed: z.boolean(),
    /** Code depends on it: it may be renamed, not removed. */
    fixed: z.boolean(),
  })
}

export const ReferenceLists = z.object({
  phases: z.array(entryOf(Phase)),
  stages: z.array(entryOf(Stage)),
  'wave-categories': z.array(entryOf(WaveCategory)),
  approaches: z.array(entryOf(Approach)),
  thrusts: z.array(entryOf(Thrust)),
  segments: z.array(entryOf(Segment)),
  channels: z.array(entryOf(Channel)),
  states: z.array(entryOf(State)),
  'production-times': z.array(entryOf(ProductionTime)),
  'complaint-channels': z.array(entryOf(ComplaintChannel)),
  'complaint-kinds': z.array(entryOf(ComplaintKind)),
  'complaint-sub-kinds': z.array(entryOf(ComplaintSubKind)),
  'urgent-kinds': z.array(entryOf(UrgentKind)),
  'clock-sets': z.array(entryOf(ClockSet)),
  'standard-answers': z.array(entryOf(StandardAnswer)),
  agencies: z.array(entryOf(Agency)),
  'closing-checks': z.array(entryOf(ClosingCheck)),
})
export type ReferenceLists = z.infer<typeof ReferenceLists>
export type ReferenceEntry<L extends ReferenceList = ReferenceList> = ReferenceLists[L][number]

/** What the office may change of an item; only what is given changes, and only what its list has. */
export const ReferenceFields = z.object({
  ms: Line.optional(),
  en: Line.optional(),
  points: Points.optional(),
  group: SegmentGroup.optional(),
  purposes: z.array(ChannelPurpose).max(5).optional(),
  perDay: Rhythm.nullable().optional(),
  textLimit: TextLimit.nullable().optional(),
  role: Channel.shape.role.optional(),
  workingDays: ProductionTime.shape.workingDays.optional(),
  network: ComplaintChannel.shape.network.optional(),
  reference: ComplaintChannel.shape.reference.optional(),
  responders: ComplaintKind.shape.responders.optional(),
  ours: ComplaintKind.shape.ours.optional(),
  kinds: ComplaintSubKind.shape.kinds.optional(),
  questions: ComplaintSubKind.shape.questions.optional(),
  hours: UrgentKind.shape.hours.optional(),
  limits: ClockSet.shape.limits.optional(),
  urgentKinds: ClockSet.shape.urgentKinds.optional(),
  wrongDoor: ClockSet.shape.wrongDoor.optional(),
  complex: z.boolean().optional(),
  severities: z.array(Severity).max(4).optional(),
  fallback: ClockSet.shape.fallback.optional(),
  cheerful: z.boolean().optional(),
  to: Audience.optional(),
  text: StandardAnswer.shape.text.optional(),
  reviewed: StandardAnswer.shape.reviewed.optional(),
  meets: StandardAnswer.shape.meets.optional(),
  statuses: z.array(ComplaintStatus).max(10).optional(),
  short: Agency.shape.short.optional(),
  address: Agency.shape.address.optional(),
  followUp: Agency.shape.followUp.optional(),
  measure: ClosingCheck.shape.measure.optional(),
  settled: ClosingCheck.shape.settled.optional(),
})
export type ReferenceFields = z.infer<typeof ReferenceFields>

/** `list/key`. */
export const ReferenceId = z.string().regex(/^[a-z-]{1,30}\/[A-Za-z0-9-]{1,60}$/)

const Done = z.object({ id: ReferenceId })

export const reference = {
  /** All lists, each in its order, the removed items among them. */
  lists: query(z.object({}), ReferenceLists),
  add: command(
    z.object({ list: OpenList, fields: ReferenceFields.required({ ms: true, en: true }) }),
    Done,
  ),
  change: command(z.object({ id: ReferenceId, fields: ReferenceFields }), Done),
  remove: command(z.object({ id: ReferenceId }), Done),
  /** Offers a removed item again. */
  bringBack: command(z.object({ id: ReferenceId }), Done),
  /** Brings the shipped words and figures back; the office's own are dropped. */
  restoreShipped: command(z.object({ id: ReferenceId }), Done),
  /** The whole list in its new order. */
  reorder: command(
    z.object({ list: OpenList, ids: z.array(ReferenceId).min(1).max(500) }),
    z.object({}),
  ),
}
