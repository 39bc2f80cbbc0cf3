import { WorkspaceError } from '#contract/errors'
import { useWords } from './useWords'

/** A failure as a person reads it. */
export interface SaidError {
  readonly sentence: string
  /** What to quote when asking for help; null where the sentence says all. */
  readonly reference: string | null
}

/** Turns any failure into words: `say(error).sentence`. */
export function useSayError(): (error: unknown) => SaidError {
  const { sayKey } = useWords()
  return (error) => {
    if (!(error instanceof WorkspaceError)) {
      return { sentence: sayKey('errors.unexpected'), reference: null }
    }
    const reference = error.details['reference']
    return {
      sentence: sayKey(`errors.${error.reason}`, error.details),
      reference: reference === undefined ? null : String(reference),
    }
  }
}
