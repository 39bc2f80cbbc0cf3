import type { ClockLimit, ClockName } from '#contract/clockLimits'
import type { ComplaintStatus } from '#contract/complaintStatus'
import {
  CheckMeasure,
  type Audience,
  type ReferenceFields,
  type ReferenceItem,
  type SettledStatus,
} from '#contract/reference'

/** What stands in the form of a standard answer, of an agency, or of a check before closing. */
export interface CaseParts {
  audience: Audience
  textMs: string
  textEn: string
  reviewed: boolean
  meets: readonly Exclude<ClockName, 'close'>[]
  /** Kinds and statuses of complaints for which the answer is offered first. */
  answerKinds: readonly string[]
  answerStatuses: readonly ComplaintStatus[]
  short: string
  address: string
  isJkr: boolean
  followUp: ClockLimit
  measure: CheckMeasure
  /** Kinds of complaint for which the check is; none: all. */
  checkKinds: readonly string[]
  settled: readonly SettledStatus[]
}

export type CasePart = 'answer' | 'agency' | 'check'

/** Clocks that an answer may meet. */
export const answerClocks = ['acknowledge', 'respond', 'progress'] as const
export const checkMeasures = CheckMeasure.options
/** A follow-up that nobody named: two weeks (JKR No Wrong Door). */
const fresh: ClockLimit = { amount: 14, unit: 'calendar-days', pauses: false }

/** What the form shows of an item, or of none yet. */
export function casePartsOf(item: ReferenceItem | null): CaseParts {
  const answer = item !== null && 'text' in item ? item : null
  const agency = item !== null && 'followUp' in item ? item : null
  const check = item !== null && 'measure' in item ? item : null
  return {
    audience: answer?.to ?? 'complainant',
    ...{ textMs: answer?.text.ms ?? '', textEn: answer?.text.en ?? '' },
    ...{ reviewed: answer?.reviewed ?? false, meets: answer?.meets ?? ['respond'] },
    ...{ answerKinds: answer?.kinds ?? [], answerStatuses: answer?.statuses ?? [] },
    ...{ short: agency?.short ?? '', address: agency?.address ?? '' },
    ...{ isJkr: agency?.ours ?? false, followUp: agency?.followUp ?? fresh },
    measure: check?.measure ?? 'hand',
    ...{ checkKinds: check?.kinds ?? [], settled: check?.settled ?? ['resolved'] },
  }
}

/** What a command takes of them, for an item that has these parts. */
export function caseFieldsOf(has: readonly string[], draft: CaseParts): ReferenceFields {
  return {
    ...(has.includes('answer') && {
      to: draft.audience,
      text: { ms: draft.textMs.trim(), en: draft.textEn.trim() },
      ...{ reviewed: draft.reviewed, meets: [...draft.meets] },
      ...{ kinds: [...draft.answerKinds], statuses: [...draft.answerStatuses] },
    }),
    ...(has.includes('agency') && {
      ...{ short: draft.short.trim(), address: draft.address.trim() },
      ...{ ours: draft.isJkr, followUp: draft.followUp },
    }),
    ...(has.includes('check') && {
      ...{ measure: draft.measure, kinds: [...draft.checkKinds], settled: [...draft.settled] },
    }),
  }
}

export type CaseProblem = 'answerText' | 'amount'

/** An answer has words in both languages, and a follow-up a limit that can be kept. */
export function caseProblemsOf({
  text,
  followUp,
}: ReferenceFields): Partial<Record<'text' | 'followUp', CaseProblem>> {
  const isLimit =
    followUp === undefined ||
    (Number.isInteger(followUp.amount) && followUp.amount >= 0 && followUp.amount <= 1_000)
  return {
    ...(text !== undefined && (text.ms === '' || text.en === '') && { text: 'answerText' }),
    ...(!isLimit && { followUp: 'amount' }),
  }
}
