import type { MeasuredStand } from '#contract/assessmentMeasures'
import type { AssessmentResult } from '#contract/assessmentSubjects'
import type { MeasureVerdict } from '#contract/measures'

/** What was measured of a control, as far as an answer is held to it. */
export interface Kept {
  readonly verdict: MeasureVerdict
  /** Why a person answered otherwise; empty where nobody said. */
  readonly reason: string
}

/**
 * How an answer stands to what was measured (ours). Whoever said why they answer otherwise disagrees
 * also on the day on which the measurement comes to say the same: only they take it back.
 */
export function standOf(result: AssessmentResult | null, { verdict, reason }: Kept): MeasuredStand {
  if (result === null || verdict === 'not-measured') return 'open'
  if (reason !== '') return 'disagreed'
  return result === verdict ? 'followed' : 'disagreed'
}

/**
 * The answer after measuring again: open controls and answers that followed the last measurement
 * follow this one, and what a person said otherwise stays. No data leaves a control open.
 * @param last what was measured before; null at the first time
 */
export function followed(
  result: AssessmentResult | null,
  last: Kept | null,
  verdict: MeasureVerdict,
): AssessmentResult | null {
  const follows = result === null || (last !== null && standOf(result, last) === 'followed')
  if (!follows) return result
  return verdict === 'not-measured' ? null : verdict
}

/**
 * The reason that stands at a control after somebody answered it.
 * @param before the result until now
 * @param given what the person says now; empty: nothing; null: they take back what was said
 * @returns null where a reason is needed and none is there
 */
export function reasonAfter(
  before: AssessmentResult | null,
  result: AssessmentResult | null,
  kept: Kept,
  given: string | null,
): string | null {
  if (kept.verdict === 'not-measured') return given === null ? '' : kept.reason
  if (result === null) return ''
  const said = given ?? ''
  // A note or a progress changes nothing of it, also where it was answered before it was measured.
  if (result === before && given !== null) return said === '' ? kept.reason : said
  if (result === kept.verdict) return ''
  return said === '' ? null : said
}
