import { WorkspaceError } from '#contract/errors'
import { allRoles } from '#contract/roles'
import { useRoleWords } from './roleWords'
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
  const roleWords = useRoleWords()

  /** `administrator,head` as a sentence names them. */
  function either(written: string): string {
    const named = written.split(',')
    return roleWords.either(allRoles.filter((role) => named.includes(role)))
  }

  /** `alt-text,owner`: what a post lacks, in words. */
  function named(written: string): string {
    return written
      .split(',')
      .map((part) => sayKey(`posts.missing.${part}`))
      .join(', ')
  }

  return (error) => {
    if (!(error instanceof WorkspaceError)) {
      return { sentence: sayKey('errors.unexpected'), reference: null }
    }
    const reference = error.details['reference']
    const roles = error.details['roles']
    const parts = error.details['parts']
    const details = {
      ...error.details,
      ...(typeof roles === 'string' && { roles: either(roles) }),
      ...(typeof parts === 'string' && { parts: named(parts) }),
    }
    return {
      sentence: sayKey(`errors.${error.reason}`, details),
      reference: reference === undefined ? null : String(reference),
    }
  }
}
