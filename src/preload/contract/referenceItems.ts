import { z } from 'zod'
import { ClockLimit, ClockLimits, ClockName } from './clockLimits.ts'
import { ComplaintStatus } from './complaintStatus.ts'
import { Severity } from './complaintWeight.ts'
import { RoadClass } from './roads.ts'
import { StateCode } from './states.ts'
import { Line } from './values.ts'

/** How code and other rows name an item; an id of its own where the office added it. */
export const ReferenceKey = z.string().regex(/^[A-Za-z0-9-]{1,60}$/)

/** The clause of what is not in the sources: our own choice, or the office's own item. */
export const ownClause = 'ours'

/** What every item has: its words in both languages, and where it comes from ("KKS B"). */
const named = { key: ReferenceKey, ms: Line, en: Line, clause: Line }

/** Short sentences under an item, in both languages. */
export const Points = z.object({ ms: z.array(Line).max(40), en: z.array(Line).max(40) })
export type Points = z.infer<typeof Points>

const Ordinal = z.number().int().min(1).max(99)

/** Colours that colour-blind eyes tell apart, by their names; the window has the values. */
export const PhaseColour = z.enum(['blue', 'green', 'orange', 'vermilion', 'purple'])
export type PhaseColour = z.infer<typeof PhaseColour>

/** One of the five promotion phases; `year` is the one it had then (JKR). */
export const Phase = z.object({
  ...named,
  number: z.number().int().min(1).max(5),
  year: z.number().int().min(2000).max(2100),
  colour: PhaseColour,
})
export type Phase = z.infer<typeof Phase>

/** A step of the journey of a JKR Negeri (tahap); guidance runs through the first two. */
export const Stage = z.object({ ...named, number: Ordinal, guided: z.boolean(), points: Points })
export type Stage = z.infer<typeof Stage>

/** What a post is about in the wave chart; `channel` where it is meant for one alone. */
export const WaveCategory = z.object({
  ...named,
  channel: ReferenceKey.nullable(),
  /**
   * Its posts are out of place while people mourn or a disaster lasts (ours). Touch Point is not
   * among them: there stand the condolences too (JKR, Takziah).
   */
  cheerful: z.boolean().default(false),
})
export type WaveCategory = z.infer<typeof WaveCategory>

/** How social media are used, from damage control (level 1) upward. */
export const Approach = z.object({ ...named, level: Ordinal, points: Points })
export type Approach = z.infer<typeof Approach>

/** A strategic thrust (teras) with its typical activities. */
export const Thrust = z.object({ ...named, number: Ordinal, points: Points })
export type Thrust = z.infer<typeof Thrust>

export const SegmentGroup = z.enum(['direct', 'indirect'])
export type SegmentGroup = z.infer<typeof SegmentGroup>

/** A part of the audience. */
export const Segment = z.object({ ...named, group: SegmentGroup })
export type Segment = z.infer<typeof Segment>

export const ChannelPurpose = z.enum(['complaints', 'promotion', 'information', 'image', 'expert'])
export type ChannelPurpose = z.infer<typeof ChannelPurpose>

/** Posts a day: a guide for days on which there is something to tell, never a duty (KKS E). */
export const Rhythm = z.object({ min: z.number(), max: z.number() }).refine(isRhythm)
export type Rhythm = z.infer<typeof Rhythm>

/** Whole numbers, the least not above the most, and at most 100 a day. */
export function isRhythm({ min, max }: { readonly min: number; readonly max: number }): boolean {
  const whole = Number.isInteger(min) && Number.isInteger(max)
  return whole && min >= 0 && max >= 1 && min <= max && max <= 100
}

/** Characters a text may have. */
export const TextLimit = z.number().int().min(1).max(100_000)

/** A network, or the blog. No rhythm means "as needed". */
export const Channel = z.object({
  ...named,
  purposes: z.array(ChannelPurpose).max(5),
  perDay: Rhythm.nullable(),
  /** Characters today. */
  textLimit: TextLimit.nullable(),
  /** What the source says, where it says anything. */
  textLimitSource: TextLimit.nullable(),
  role: z.object({ ms: z.string().trim().max(200), en: z.string().trim().max(200) }),
})
export type Channel = z.infer<typeof Channel>

export const State = z.object({ ...named, key: StateCode })
export type State = z.infer<typeof State>

/** How long something takes to make, in working days (JaPen). */
export const ProductionTime = z.object({ ...named, workingDays: z.number().int().min(0).max(60) })
export type ProductionTime = z.infer<typeof ProductionTime>

/** Whether a channel of complaints gives its complaints a reference, and whether each its own. */
export const ReferenceUse = z.enum(['optional', 'unique'])

/** A way by which a complaint arrives; `network`: the channel whose accounts it arrives on. */
export const ComplaintChannel = z.object({
  ...named,
  network: ReferenceKey.nullable(),
  /** Null: it gives none. */
  reference: ReferenceUse.nullable(),
})
export type ComplaintChannel = z.infer<typeof ComplaintChannel>

/** What a complaint is about, as KKS H divides first responsibility. */
export const ComplaintKind = z.object({
  ...named,
  /** Who answers first; nobody named: whoever received it. */
  responders: z.array(Line).max(10),
  /** Whether JKR answers it. If not, the complaint came to the wrong door (KKS M counts those). */
  ours: z.boolean(),
  /** The class of road it is about; null where it is about none. */
  road: RoadClass.nullable(),
})
export type ComplaintKind = z.infer<typeof ComplaintKind>

/** What is asked of a complaint of a sub-kind; `needed` before it can be closed. */
export const IntakeQuestion = z.object({
  key: ReferenceKey,
  ms: Line,
  en: Line,
  answer: z.enum(['text', 'yes-no']),
  needed: z.boolean(),
})
export type IntakeQuestion = z.infer<typeof IntakeQuestion>

/** A sub-kind, under one or several kinds, with its set of questions. */
export const ComplaintSubKind = z.object({
  ...named,
  kinds: z.array(ReferenceKey).max(20),
  questions: z.array(IntakeQuestion).max(20),
})
export type ComplaintSubKind = z.infer<typeof ComplaintSubKind>

/** A danger that cannot wait, and within how many elapsed hours it is acted upon. */
export const UrgentKind = z.object({ ...named, hours: z.number().int().min(1).max(720) })
export type UrgentKind = z.infer<typeof UrgentKind>

/**
 * A set of limits. Of several that fit a complaint the first in the office's order applies; one that
 * fits by its urgent kinds goes before all others.
 */
export const ClockSet = z.object({
  ...named,
  limits: ClockLimits,
  urgentKinds: z.array(ReferenceKey).max(20),
  /** For complaints whose first answer is another's. */
  wrongDoor: z.boolean(),
  /** For complaints that are complex (BPA gives them a time by their complexity). */
  complex: z.boolean().default(false),
  /**
   * For complaints as grave as these (ISO 10002 names severity among what decides). Kinds, and that
   * they be complex, then narrow it: none named, all of them.
   */
  severities: z.array(Severity).max(4).default([]),
  kinds: z.array(ReferenceKey).max(20),
  /** For whatever no other set fits. */
  fallback: z.boolean(),
})
export type ClockSet = z.infer<typeof ClockSet>

/** Characters of an answer to a complainant. Ours. */
export const longestAnswer = 5_000
const AnswerText = z.string().trim().max(longestAnswer)

/** To whom standard words are written: the complainant, who is to act, or who still has not. */
export const Audience = z.enum(['complainant', 'agency', 'agency-reminder'])
export type Audience = z.infer<typeof Audience>

/** An answer in the office's words, with places left open: `{nombor}` (KKS G). */
export const StandardAnswer = z.object({
  ...named,
  to: Audience,
  text: z.object({ ms: AnswerText, en: AnswerText }),
  /** Another person reads it before it is sent. */
  reviewed: z.boolean(),
  /** The clocks that are met when it is sent; closing has a step of its own. */
  meets: z.array(ClockName.exclude(['close'])).max(3),
  /** Kinds of complaint for which it is offered first; none: for no kind more than for others. */
  kinds: z.array(ReferenceKey).max(20).default([]),
  /**
   * Statuses in which it is offered first. Of a way out (outside the jurisdiction, false) it tells the
   * complainant: such a complaint is closed once it was sent.
   */
  statuses: z.array(ComplaintStatus).max(10).default([]),
})
export type StandardAnswer = z.infer<typeof StandardAnswer>

/** To whom complaints are forwarded; `short` is how KKS H names it. */
export const Agency = z.object({
  ...named,
  short: z.string().trim().max(40),
  /** For letters; empty where not known. */
  address: z.string().trim().max(500),
  /** A part of JKR. */
  ours: z.boolean(),
  /** Within how long it is asked what became of it. */
  followUp: ClockLimit,
})
export type Agency = z.infer<typeof Agency>

/** How a check before closing is met: by a person's word, or by what the case itself shows. */
export const CheckMeasure = z.enum([
  ...(['hand', 'answered', 'state', 'place', 'sub-kind'] as const),
  ...(['after-photo', 'forwarded', 'satisfaction'] as const),
])
export type CheckMeasure = z.infer<typeof CheckMeasure>

/** From which statuses a complaint is closed. */
export const SettledStatus = ComplaintStatus.extract(['resolved', 'outside-jurisdiction', 'false'])
export type SettledStatus = z.infer<typeof SettledStatus>

/** What must be so before a complaint is closed. */
export const ClosingCheck = z.object({
  ...named,
  measure: CheckMeasure,
  /** Of which kinds of complaint; none: of all. */
  kinds: z.array(ReferenceKey).max(20),
  /** Of what was settled how. */
  settled: z.array(SettledStatus).max(3),
})
export type ClosingCheck = z.infer<typeof ClosingCheck>
