import type { Period } from '#contract/cycles'
import { useWords } from '../words/useWords'
import { daysOf } from './cyclesView'

/** Names and periods of cycles and phases in the language of the window. */
export function useCycleWords() {
  const { t, language, format } = useWords()
  return {
    nameOf: ({ name, nameEn }: { readonly name: string; readonly nameEn: string }) =>
      language.value === 'en' ? nameEn : name,
    /** `1 Jan 2026 – 31 Mac 2026` */
    rangeOf: ({ startsOn, endsOn }: Period) =>
      t('cycles.range', { from: format.value.day(startsOn), to: format.value.day(endsOn) }),
    lengthOf: (period: Period) => t('cycles.days', { count: daysOf(period) }),
  }
}
