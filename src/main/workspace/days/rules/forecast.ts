import { StateCode } from '#contract/states'
import { PlainDate } from '#contract/values'
import type { HolidayReference } from '../reference.ts'
import { replacementDay } from './replacement.ts'
import { keyOf, type ShippedHoliday } from './shippedHoliday.ts'

/**
 * The years that are said something about without being listed: holidays of a fixed date and their
 * replacement days. What goes by the moon or by proclamation cannot be known (`undatedIn`).
 */
export function forecastHolidays(reference: HolidayReference): ShippedHoliday[] {
  const { forecast, listed } = reference
  const years = Array.from({ length: forecast.to - forecast.from + 1 }, (_, n) => forecast.from + n)
  return years
    .filter((year) => year < listed.from || year > listed.to)
    .flatMap((year) => {
      const fixed = fixedHolidays(reference, year)
      return [...fixed, ...replacements(fixed)]
    })
}

function fixedHolidays(reference: HolidayReference, year: number): ShippedHoliday[] {
  return Object.entries(reference.holidays).flatMap(([key, { ms, en, kind, fixed }]) =>
    fixed
      .filter(({ from, to }) => from <= year && (to === undefined || year <= to))
      .map(({ day, states }, index) =>
        forecastOf({
          key: keyOf(key, year, index + 1),
          date: PlainDate.parse(`${year}-${day}`),
          name: ms,
          nameEn: en,
          kind,
          states,
        }),
      ),
  )
}

/** Each state by its own rule; states that get the same day for the same holiday stand together. */
function replacements(fixed: readonly ShippedHoliday[]): ShippedHoliday[] {
  const inOrder = fixed.toSorted((one, other) => (one.date < other.date ? -1 : 1))
  const given = new Map<string, ShippedHoliday>()
  for (const state of StateCode.options) {
    const own = inOrder.filter(({ states }) => states.includes(state))
    const taken = new Set(own.map(({ date }) => date))
    for (const [index, holiday] of own.entries()) {
      const date = replacementDay(state, holiday.date, {
        onAnother: own[index - 1]?.date === holiday.date,
        isHoliday: (day) => taken.has(day),
      })
      if (date === null) continue
      taken.add(date)
      const known = given.get(`${holiday.key} ${date}`)
      const states = [...(known?.states ?? []), state]
      given.set(`${holiday.key} ${date}`, replacementOf(holiday, date, states))
    }
  }
  return [...given.values()]
}

function replacementOf(
  holiday: ShippedHoliday,
  date: PlainDate,
  states: readonly StateCode[],
): ShippedHoliday {
  return forecastOf({
    // The day within the key: states may get different ones for the same holiday.
    key: `${holiday.key}/replacement/${date.slice(5)}`,
    date,
    name: `Cuti ${holiday.name}`,
    nameEn: `${holiday.nameEn} (replacement)`,
    kind: 'replacement',
    states,
  })
}

function forecastOf(known: Omit<ShippedHoliday, 'doubts' | 'sources'>): ShippedHoliday {
  return {
    ...known,
    doubts: Object.fromEntries(known.states.map((state) => [state, 'forecast'])),
    sources: [],
  }
}
