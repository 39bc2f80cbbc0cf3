import type { DayHoliday, Explanation, WeekendRule } from '#contract/days'
import type { StateCode } from '#contract/states'
import { useWords } from '../words/useWords'
import { sayStates } from './daysView'

export interface DayWords {
  /** The holiday's name in the language of the window, as far as it is known. */
  readonly nameOf: (holiday: { readonly name: string; readonly nameEn: string | null }) => string
  /** `Semua kecuali Kelantan, Terengganu` */
  readonly statesWords: (states: readonly StateCode[]) => string
  /** Names of states in a row. */
  readonly namesOf: (states: readonly StateCode[]) => string
  /** The two days of a weekend, and since or until when where that has changed. */
  readonly weekendWords: (rule: WeekendRule) => string
  /** All that makes a day no working day. */
  readonly reasonsOf: (weekend: WeekendRule | null, holidays: readonly DayHoliday[]) => string
  /** That not every holiday of a year is known. */
  readonly uncertainWords: (year: Explanation['uncertain'][number]) => string
}

/** No rule begins earlier than what was checked; from then on it is "always". */
const earliest = '2013-01-01'

export function useDayWords(): DayWords {
  const { t, language, format } = useWords()

  const nameOf: DayWords['nameOf'] = ({ name, nameEn }) =>
    language.value === 'en' ? (nameEn ?? name) : name

  const namesOf: DayWords['namesOf'] = (states) =>
    states.map((state) => t(`states.${state}`)).join(', ')

  const statesWords: DayWords['statesWords'] = (states) => {
    const said = sayStates(states)
    if (said.kind === 'all') return t('days.allStates')
    const names = namesOf(said.states)
    return said.kind === 'allBut' ? t('days.allBut', { states: names }) : names
  }

  const weekendWords: DayWords['weekendWords'] = ({ from, to, days }) => {
    const [first = '', second = ''] = days.map((day) => t(`days.weekdays.${day}`))
    if (to !== null) {
      return t('days.counting.weekendUntil', { first, second, to: format.value.day(to) })
    }
    return from === earliest
      ? t('days.counting.weekend', { first, second })
      : t('days.counting.weekendSince', { first, second, from: format.value.day(from) })
  }

  const reasonsOf: DayWords['reasonsOf'] = (weekend, holidays) =>
    [...(weekend ? [weekendWords(weekend)] : []), ...holidays.map(nameOf)].join(' · ')

  const uncertainWords: DayWords['uncertainWords'] = ({ year, undated }) => {
    const name = undated[0] ? nameOf(undated[0]) : ''
    return t('days.counting.uncertain', { year: String(year), count: undated.length, name })
  }

  return { uncertainWords, nameOf, statesWords, namesOf, weekendWords, reasonsOf }
}
