import type { StateCode } from '#contract/states'
import { useWords } from '../words/useWords'

/** Names of reference data in the language of the window. */
export function useReferenceWords() {
  const { t, language } = useWords()
  return {
    /** Of any item: a channel, a phase, a segment. */
    nameOf: (item: { readonly ms: string; readonly en: string }) => item[language.value],
    /** Of a state; empty for what belongs to none. */
    stateName: (state: StateCode | null) => (state === null ? '' : t(`states.${state}`)),
  }
}
