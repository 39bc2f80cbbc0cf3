import type { BreachClock } from '#contract/breachClocks'
import { mostNumbersNamed, type Breach, type BreachEntry } from '#contract/complaintBreaches'
import { useWords } from '../../words/useWords'
import { minutesLeft, partsOf } from './breachView'

/** What breaches and their clocks say, on the screen and on paper. */
export function useBreachWords() {
  const { t, format } = useWords()

  /** `2 hari 3 jam 5 minit`; `0 minit` of nothing. */
  function lengthWords(minutes: number): string {
    const parts = partsOf(minutes)
    const said = (['days', 'hours', 'minutes'] as const).flatMap((unit) =>
      parts[unit] === 0 ? [] : [t(`complaints.breaches.length.${unit}`, { count: parts[unit] })],
    )
    return said.join(' ') || t('complaints.breaches.length.minutes', { count: 0 })
  }

  /** `tinggal 2 jam`, `lewat 5 minit` */
  function leftWords(clock: BreachClock, now: number): string {
    const left = minutesLeft(clock, now)
    const length = lengthWords(Math.abs(left))
    const isLate = clock.standing === 'late'
    return t(isLate ? 'complaints.breaches.over' : 'complaints.breaches.left', { length })
  }

  /** From when a clock counts, and how long. */
  function limitWords({ party, startsAt }: BreachClock): string {
    if (startsAt === null) return t('complaints.breaches.limitWaits')
    return t(`complaints.breaches.limit.${party}`, { at: format.value.moment(startsAt) })
  }

  function periodWords({ from, to }: Pick<Breach, 'from' | 'to'>): string {
    const end = to === null ? t('complaints.breaches.goesOn') : format.value.moment(to)
    return `${format.value.moment(from)} – ${end}`
  }

  function fieldWords(fields: BreachEntry['fields']): string {
    return fields.map((field) => t(`complaints.breaches.field.${field}`)).join(', ') || '–'
  }

  function numberWords({ numbers, cases }: BreachEntry): string {
    const named = numbers.join(', ')
    return cases > mostNumbersNamed && named !== ''
      ? t('complaints.breaches.pack.more', {
          numbers: named,
          count: format.value.number(cases - numbers.length),
        })
      : named
  }

  return { lengthWords, leftWords, limitWords, periodWords, fieldWords, numberWords }
}
