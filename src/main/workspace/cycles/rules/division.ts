import type { Period } from '#contract/cycles'
import { PlainDate } from '#contract/values'
import { addDays, dayNumber } from '../../days/rules/dates.ts'

/** The structure that is reused (JKR, Perancangan pelaksanaan promosi). */
const phasesOfACycle = 5

/**
 * Divides a period into the five phases, without gaps. The sources give each phase a calendar year
 * of five and say nothing of other periods; ours:
 * - a period of whole calendar months, five of them or more, is divided by months;
 * - any other is divided by days;
 * - as evenly as that goes, the first phases being the longer ones by one month or day. So a
 *   calendar year gives 3, 3, 2, 2 and 2 months.
 * @returns five periods in their order; null where the period has fewer than five days
 */
export function divide({ startsOn, endsOn }: Period): Period[] | null {
  const months = wholeMonths(startsOn, endsOn)
  if (months !== null && months >= phasesOfACycle) {
    return spans(months, (month) => firstOfMonth(startsOn, month))
  }
  const days = dayNumber(endsOn) - dayNumber(startsOn) + 1
  return days < phasesOfACycle ? null : spans(days, (day) => addDays(startsOn, day))
}

/** The calendar year as a period. */
export function calendarYear(year: number): Period {
  return { startsOn: PlainDate.parse(`${year}-01-01`), endsOn: PlainDate.parse(`${year}-12-31`) }
}

/** `dayAfter(n)` is the first day after `n` units of the period. */
function spans(units: number, dayAfter: (units: number) => PlainDate): Period[] {
  const whole = Math.floor(units / phasesOfACycle)
  const longer = units % phasesOfACycle
  const before = (phase: number) => phase * whole + Math.min(phase, longer)
  return Array.from({ length: phasesOfACycle }, (_, phase) => ({
    startsOn: dayAfter(before(phase)),
    endsOn: addDays(dayAfter(before(phase + 1)), -1),
  }))
}

/** How many calendar months the period is made of; null where it cuts one. */
function wholeMonths(startsOn: PlainDate, endsOn: PlainDate): number | null {
  const next = addDays(endsOn, 1)
  if (!startsOn.endsWith('-01') || !next.endsWith('-01')) return null
  return monthNumber(next) - monthNumber(startsOn)
}

function monthNumber(day: PlainDate): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}

function firstOfMonth(startsOn: PlainDate, monthsLater: number): PlainDate {
  const month = monthNumber(startsOn) + monthsLater
  const [year, ofYear] = [Math.floor(month / 12), (month % 12) + 1]
  return PlainDate.parse(`${String(year).padStart(4, '0')}-${String(ofYear).padStart(2, '0')}-01`)
}
