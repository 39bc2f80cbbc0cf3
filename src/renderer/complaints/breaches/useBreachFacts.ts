import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { isSignificant } from '#contract/breachClocks'
import type { Breach } from '#contract/complaintBreaches'
import { useWords } from '../../words/useWords'
import { useBreachWords } from './useBreachWords'

/** A breach in lines: what happened, when, to whom, and what was done about it. */
export function useBreachFacts(breach: MaybeRefOrGetter<Breach | null>) {
  const { t, format } = useWords()
  const { periodWords, fieldWords } = useBreachWords()

  return computed(() => {
    const of = toValue(breach)
    if (of === null) return []
    const people =
      of.people === null ? t('complaints.breaches.peopleUnknown') : format.value.number(of.people)
    const harm = isSignificant(of) ? 'isSignificant' : 'notSignificant'
    const lines = [
      ['what', of.what],
      ['knownAt', format.value.moment(of.knownAt)],
      ['happened', periodWords(of)],
      ['people', people],
      ['fields', fieldWords(of.fields)],
      ['significant', t(`complaints.breaches.${harm}`)],
      ['consequences', of.consequences],
      ['measures', of.measures],
      ['person', of.personName ?? t('complaints.breaches.everybody')],
      ['numbers', of.numbers.join(', ') || t('complaints.breaches.allCases')],
      ['recordedBy', `${of.byName}, ${format.value.moment(of.at)}`],
    ] as const
    return lines.flatMap(([key, value]) =>
      value === '' ? [] : [{ label: t(`complaints.breaches.${key}`), value }],
    )
  })
}
