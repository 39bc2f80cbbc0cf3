import type { CalendarNote } from '#contract/planning'
import { ownClause } from '#contract/reference'
import type { StateCode } from '#contract/states'
import type { PlainDate } from '#contract/values'
import { planFinding, type PlanFinding } from './planFinding.ts'

/**
 * Wave categories of which a post is cheerful (ours): out of place while people mourn or a disaster
 * lasts. Information and help for the people go on.
 */
export const cheerfulCategories: readonly string[] = ['feel-good', 'touch-point']

/** A day on which a post comes out, and the states it concerns: of its accounts and its programme. */
export interface ConcernedDay {
  readonly day: PlainDate
  readonly states: readonly StateCode[]
}

type Notes = readonly CalendarNote[]

/** The blackouts that last on a day in one of the states; one without states is the whole country's. */
export function blackoutsOn(notes: Notes, { day, states }: ConcernedDay): Notes {
  return notes.filter(
    (note) =>
      note.kind === 'blackout' &&
      note.startsOn <= day &&
      day <= note.endsOn &&
      (note.states.length === 0 || note.states.some((state) => states.includes(state))),
  )
}

/** The blackout in which a post of this category may not be published on that day, if there is one. */
export function forbiddingBlackout(
  notes: Notes,
  category: string | null,
  when: ConcernedDay,
): CalendarNote | null {
  if (category === null || !cheerfulCategories.includes(category)) return null
  return blackoutsOn(notes, when).find(({ effect }) => effect === 'hold') ?? null
}

/** Cheerful posts in a blackout (ours), and those of which nobody has said yet what they are. */
export function blackoutFindings(
  notes: Notes,
  category: string | null,
  days: readonly ConcernedDay[],
): PlanFinding[] {
  if (category !== null && !cheerfulCategories.includes(category)) return []
  return days.flatMap((when) =>
    blackoutsOn(notes, when).map(({ title, reason, effect }) => {
      const params = { day: when.day, title, reason: reason ?? 'other' }
      if (category === null) return planFinding('blackout-unsure', 'advice', ownClause, params)
      return planFinding('blackout', effect === 'hold' ? 'stop' : 'warn', ownClause, params)
    }),
  )
}
