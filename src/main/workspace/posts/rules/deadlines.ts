import type { CheckedContent, Deadline, Deadlines } from '#contract/postFindings'
import { ownClause, type ProductionTime } from '#contract/reference'
import type { StateCode } from '#contract/states'
import type { PlainDate } from '#contract/values'
import type { DayCalendar } from '../../days/rules/calendar.ts'
import { explain } from '../../days/rules/explain.ts'
import { planFinding, type PlanFinding } from './planFinding.ts'

/** How many working days each step takes, back from the slot. */
export interface StepDays {
  readonly making: number
  /** 0 where the office does not count the upload. */
  readonly upload: number
  readonly approval: number
}

/**
 * How long a kind of post takes (JaPen, piagam 1–4). A kind that the office took out of its list
 * takes no time.
 */
export function stepDays(
  kind: string,
  times: readonly ProductionTime[],
  settings: { readonly uploadTakesADay: boolean; readonly approveWorkingDays: number },
): StepDays {
  const daysOf = (key: string): number => times.find((time) => time.key === key)?.workingDays ?? 0
  return {
    making: daysOf(kind),
    upload: settings.uploadTakesADay ? daysOf('upload') : 0,
    approval: settings.approveWorkingDays,
  }
}

/** The last days for each step, each by the state whose working days lead furthest back. */
export function deadlinesOf(
  calendar: DayCalendar,
  states: readonly StateCode[],
  slot: PlainDate,
  { making, upload, approval }: StepDays,
): Deadlines {
  const before = (count: number): Deadline => lastDayBefore(calendar, states, slot, count)
  return {
    slot,
    beginBy: before(making + upload),
    deliverBy: before(upload),
    approveBy: before(approval),
  }
}

/** The last day that lies `count` working days before a day, by the state that leads furthest back. */
export function lastDayBefore(
  calendar: DayCalendar,
  states: readonly StateCode[],
  day: PlainDate,
  count: number,
): Deadline {
  const counted = states.map((state) =>
    explain(calendar, { ask: 'day', state, from: day, workingDays: 0 - count }),
  )
  return counted.reduce((one, other) => (other.to < one.to ? other : one))
}

/** How far the work on a post is. */
export interface Progress {
  readonly today: PlainDate
  readonly kind: string
  /** Something of it is there: its material, or its text where it is nothing but text. */
  readonly delivered: boolean
  readonly approved: boolean
}

/** A picture in the post is delivered material too; a text is its own. */
export function isDelivered({
  kind,
  deliveredOn,
  images,
  text,
  accounts,
}: CheckedContent): boolean {
  if (deliveredOn !== null || images.length > 0) return true
  return (
    kind === 'text' && [text, ...accounts.map((each) => each.text ?? '')].join('').trim() !== ''
  )
}

/** What is late by the deadlines: the day itself is still in time. */
export function lateFindings(
  { beginBy, approveBy }: Deadlines,
  { today, kind, delivered, approved }: Progress,
  times: readonly ProductionTime[],
): PlanFinding[] {
  const clause = times.find(({ key }) => key === kind)?.clause ?? ownClause
  return [
    ...(delivered || today <= beginBy.to
      ? []
      : [planFinding('production-late', 'warn', clause, { day: beginBy.to, kind })]),
    ...(approved || today <= approveBy.to
      ? []
      : [planFinding('approval-late', 'warn', ownClause, { day: approveBy.to })]),
  ]
}
