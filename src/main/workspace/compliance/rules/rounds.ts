import type { AssessmentPeriod } from '#contract/assessmentSubjects'
import type { CampaignWait, Recurrence } from '#contract/campaigns'
import { PlainDate } from '#contract/values'
import { addDays, dayNumber } from '../../days/rules/dates.ts'

/** Months of one round; nothing of the sources, which only ask that controls are kept (ours). */
const monthsOf = { month: 1, quarter: 3, year: 12 } as const

/** Within so many days of its due day a campaign that is not done is told of (ours). */
export const soonDays = 7

/**
 * The days of the round after: it begins on the day after the last, and is a month, a quarter or a
 * year long.
 * @returns null for what is held once
 */
export function nextPeriod(
  recurrence: Recurrence,
  { to }: AssessmentPeriod,
): AssessmentPeriod | null {
  if (recurrence === 'once') return null
  const from = addDays(to, 1)
  return { from, to: addDays(addMonths(from, monthsOf[recurrence]), -1) }
}

/** As many days after its period as the due day of the last round was after its own. */
export function nextDue(
  last: { readonly period: AssessmentPeriod; readonly due: PlainDate },
  next: AssessmentPeriod,
): PlainDate {
  return addDays(next.to, dayNumber(last.due) - dayNumber(last.period.to))
}

/** A day so many months later; in a month without that day its last one. */
function addMonths(day: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  last.setUTCDate(Math.min(date, last.getUTCDate()))
  return PlainDate.parse(last.toISOString().slice(0, 10))
}

/** What a campaign waits for on a day: a round that is late or due soon, and the next that may begin. */
export function waitsFor(
  today: PlainDate,
  round: { readonly due: PlainDate; readonly open: number },
  next: { readonly from: PlainDate } | null,
): CampaignWait[] {
  const pressing = round.open > 0 ? pressingOf(today, round.due) : null
  const waits: CampaignWait[] = pressing === null ? [] : [pressing]
  if (next !== null && next.from <= today) waits.push('next')
  return waits
}

/** Whether a day has passed, or is near enough to be told of; null while there is time. */
export function pressingOf(today: PlainDate, due: PlainDate): 'late' | 'soon' | null {
  if (due < today) return 'late'
  return due <= addDays(today, soonDays) ? 'soon' : null
}

/** Whether two spans of days have one in common. */
export function overlaps(one: AssessmentPeriod, other: AssessmentPeriod): boolean {
  return one.from <= other.to && other.from <= one.to
}
