import type { Phase } from '#contract/cycles'
import type { StateCode } from '#contract/states'
import type { PlainDate } from '#contract/values'
import { isWorkingDay, type DayCalendar } from '../../days/rules/calendar.ts'
import { addDays } from '../../days/rules/dates.ts'
import type { StepDays } from './deadlines.ts'
import { workingDaysBefore } from './dueDays.ts'

/**
 * The first day of a phase on which a post can come out that is begun today: a working day of every
 * state, for which the last days to begin and to have the approval are not past (JaPen, piagam 1–4,
 * and the office's settings). Where no such day is left, the last working day there is, for which the
 * deadlines then warn; the phase's last day where nobody works any more in it (ours).
 * @returns null once the phase is over
 */
export function firstWorkable(
  calendar: DayCalendar,
  states: readonly StateCode[],
  { startsOn, endsOn }: Pick<Phase, 'startsOn' | 'endsOn'>,
  today: PlainDate,
  { making, upload, approval }: StepDays,
): PlainDate | null {
  if (endsOn < today) return null
  const needed = Math.max(making + upload, approval)
  let last = endsOn
  for (let day = startsOn < today ? today : startsOn; day <= endsOn; day = addDays(day, 1)) {
    const here = day
    if (!states.every((state) => isWorkingDay(calendar, state, here))) continue
    last = here
    if (today <= workingDaysBefore(calendar, states, here, needed)) return here
  }
  return last
}
