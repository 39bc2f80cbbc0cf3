import type { Period } from '#contract/cycles'
import { useWords } from '../words/useWords'
import { daysOf } from './cyclesView'

/** Names and periods of cycles and phases in the language of the window. */
export function useCycleWords() {
  const { t, language, format } = useWords()
  return {
    nameOf: ({ name, nameEn }: { readonly name: string; readonly nameEn: string }) =>
      language.value === 'en' ? nameEn : name,
    /** `1 Jan 2026 – 31 Mac 2026`; of a single day only that. */
    rangeOf: ({ startsOn, endsOn }: Period): string => {
      const [from, to] = [format.value.day(startsOn), format.value.day(endsOn)]
      return startsOn === endsOn ? from : t('cycles.range', { from, to })
    },
    lengthOf: (period: Period) => t('cycles.days', { count: daysOf(period) }),
  }
}
