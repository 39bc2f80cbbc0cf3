import { CountedDate, HolidayDate, holidayYears, mostWorkingDays } from '#contract/days'
import type { DayQuestion, Doubt, Holiday, HolidayInput, StateDay } from '#contract/days'
import { StateCode } from '#contract/states'
import { PlainDate } from '#contract/values'

/** Why a holiday may be trusted, in one word: what the office did comes before what the list says. */
export type Standing = 'listed' | Doubt | 'changed' | 'own' | 'removed'

export type HolidayFilter = 'all' | 'office' | 'doubtful' | 'removed'
export const holidayFilters = ['all', 'office', 'doubtful', 'removed'] as const

/** The years that can be chosen. */
export const years: readonly number[] = Array.from(
  { length: holidayYears.last - holidayYears.first + 1 },
  (_, n) => holidayYears.first + n,
)

/** The day it is in Malaysia. */
export function todayIn(now: Date): PlainDate {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Kuala_Lumpur' })
  return PlainDate.parse(parts.format(now))
}

/**
 * @param states whose doubts count: the one that is looked at, or all that keep the day. The
 *   weakest decides.
 */
export function standingOf(
  { origin, removed, doubts }: Pick<Holiday, 'origin' | 'removed' | 'doubts'>,
  states: readonly StateCode[],
): Standing {
  if (removed) return 'removed'
  if (origin !== 'list') return origin
  const found = states.map((state) => doubts[state])
  if (found.includes('forecast')) return 'forecast'
  return found.includes('one-source') ? 'one-source' : 'listed'
}

/** The states of a holiday that a list seen for one state or for all is about. */
export function statesSeen(holiday: Holiday, state: StateCode | null): readonly StateCode[] {
  return state === null ? holiday.states : [state]
}

export function holidaysIn(
  filter: HolidayFilter,
  holidays: readonly Holiday[],
  state: StateCode | null,
): readonly Holiday[] {
  return holidays.filter((holiday) => {
    const standing = standingOf(holiday, statesSeen(holiday, state))
    if (filter === 'removed') return standing === 'removed'
    if (standing === 'removed') return false
    if (filter === 'office') return standing === 'own' || standing === 'changed'
    if (filter === 'doubtful') return standing === 'one-source' || standing === 'forecast'
    return true
  })
}

export function countsOf(
  holidays: readonly Holiday[],
  state: StateCode | null,
): Record<HolidayFilter, number> {
  const count = (filter: HolidayFilter) => holidaysIn(filter, holidays, state).length
  return {
    all: count('all'),
    office: count('office'),
    doubtful: count('doubtful'),
    removed: count('removed'),
  }
}

/** Which states, briefly: by name, or by those that are missing where these are fewer. */
export type StatesSaid =
  | { readonly kind: 'all' }
  | { readonly kind: 'named' | 'allBut'; readonly states: readonly StateCode[] }

export function sayStates(states: readonly StateCode[]): StatesSaid {
  const others = StateCode.options.filter((state) => !states.includes(state))
  if (others.length === 0) return { kind: 'all' }
  return others.length <= 5 ? { kind: 'allBut', states: others } : { kind: 'named', states }
}

/** What is typed into the form, as it is typed. */
export interface HolidayDraft {
  date: PlainDate | null
  name: string
  nameEn: string
  kind: HolidayInput['kind']
  states: readonly StateCode[]
  reference: string
}

export const emptyDraft: HolidayDraft = {
  ...{ date: null, name: '', nameEn: '', kind: 'special', states: [], reference: '' },
}

/** @param holiday without a date while nobody knows it */
export function draftOf(
  holiday: Omit<HolidayInput, 'date'> & { readonly date: PlainDate | null },
): HolidayDraft {
  return { ...holiday, nameEn: holiday.nameEn ?? '', reference: holiday.reference ?? '' }
}

/** While a year is typed, a date field holds 0002 and 0020 before 2026. */
export function isHolidayDate(date: PlainDate | null): date is PlainDate {
  return HolidayDate.safeParse(date).success
}

/** What a draft says, or null while something is missing. */
export function inputOf(draft: HolidayDraft): HolidayInput | null {
  const { date, kind, states } = draft
  const [name, nameEn, reference] = [draft.name, draft.nameEn, draft.reference].map((text) =>
    text.trim(),
  )
  if (!isHolidayDate(date) || !name || states.length === 0) return null
  return {
    ...{ date, name, kind },
    nameEn: nameEn || null,
    states: StateCode.options.filter((state) => states.includes(state)),
    reference: reference || null,
  }
}

/** What is typed into the counter. */
export interface CountDraft {
  state: StateCode
  from: PlainDate | null
  direction: 'after' | 'before' | 'until'
  /** Not a number while the field is empty. */
  number: number
  to: PlainDate | null
}

/** The question a draft asks, or null while it asks none. */
export function questionOf(draft: CountDraft): DayQuestion | null {
  const { state, from, direction, to } = draft
  if (!isCounted(from)) return null
  if (direction === 'until') return isCounted(to) ? { ask: 'count', state, from, to } : null
  if (!isCount(draft.number)) return null
  const workingDays = direction === 'before' ? -draft.number : draft.number
  // There is no -0 in JSON.
  return { ask: 'day', state, from, workingDays: workingDays === 0 ? 0 : workingDays }
}

function isCounted(date: PlainDate | null): date is PlainDate {
  return CountedDate.safeParse(date).success
}

export function isCount(number: number): boolean {
  return Number.isInteger(number) && number >= 0 && number <= mostWorkingDays
}

/** The days of an explanation, each working day with its number in the count. */
export function numbered(days: readonly StateDay[]): { day: StateDay; number: number | null }[] {
  let last = 0
  return days.map((day) => ({ day, number: day.working ? (last += 1) : null }))
}
