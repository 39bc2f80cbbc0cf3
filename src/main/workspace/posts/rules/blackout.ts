import type { CalendarNote, NoteId } from '#contract/planning'
import { ownClause, type WaveCategory } from '#contract/reference'
import type { StateCode } from '#contract/states'
import type { PlainDate } from '#contract/values'
import { planFinding, type PlanFinding } from './planFinding.ts'

/** A day on which a post comes out, and the states it concerns: of its accounts and its programme. */
export interface ConcernedDay {
  readonly day: PlainDate
  readonly states: readonly StateCode[]
}

/** Somebody's word that one post may come out in a blackout all the same. */
export interface Allowance {
  readonly noteId: NoteId
  readonly reason: string
  readonly byName: string
}

/** Whether a post is out of place while people mourn; `unsure` where nobody has said what it is. */
export type Mood = 'cheerful' | 'plain' | 'unsure'

/** The mood of a post of a category, as the office's list has it. */
export function moodOf(
  category: string | null,
  categories: readonly Pick<WaveCategory, 'key' | 'cheerful'>[],
): Mood {
  if (category === null) return 'unsure'
  return categories.some(({ key, cheerful }) => key === category && cheerful) ? 'cheerful' : 'plain'
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

/** The blackout in which such a post may not be published on that day, if there is one. */
export function forbiddingBlackout(
  notes: Notes,
  mood: Mood,
  when: ConcernedDay,
  allowed: readonly Allowance[],
): CalendarNote | null {
  if (mood !== 'cheerful') return null
  const through = new Set(allowed.map(({ noteId }) => noteId))
  return (
    blackoutsOn(notes, when).find(({ id, effect }) => effect === 'hold' && !through.has(id)) ?? null
  )
}

/** Cheerful posts in a blackout (ours), and those of which nobody has said yet what they are. */
export function blackoutFindings(
  notes: Notes,
  mood: Mood,
  days: readonly ConcernedDay[],
  allowed: readonly Allowance[],
): PlanFinding[] {
  if (mood === 'plain') return []
  return days.flatMap((when) =>
    blackoutsOn(notes, when).map(({ id, title, reason, effect }) => {
      const params = { day: when.day, title, reason: reason ?? 'other' }
      if (mood === 'unsure') return planFinding('blackout-unsure', 'advice', ownClause, params)
      if (effect !== 'hold') return planFinding('blackout', 'warn', ownClause, params)
      const allowance = allowed.find(({ noteId }) => noteId === id)
      const held = { ...params, noteId: id }
      if (allowance === undefined) return planFinding('blackout', 'stop', ownClause, held)
      const said = { ...held, why: allowance.reason, byName: allowance.byName }
      return planFinding('blackout-allowed', 'advice', ownClause, said)
    }),
  )
}
