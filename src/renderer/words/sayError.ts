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

  /** Titles, a line each, as a sentence names them, with how many more there are. */
  function quoted(written: string, more: unknown): string {
    const titles = written.split('\n').map((title) => `“${title}”`)
    const rest =
      typeof more === 'number' && more > 0 ? [sayKey('common.andMore', { count: more })] : []
    return [titles.join(', '), ...rest].join(' ')
  }

  return (error) => {
    if (!(error instanceof WorkspaceError)) {
      return { sentence: sayKey('errors.unexpected'), reference: null }
    }
    const reference = error.details['reference']
    const roles = error.details['roles']
    const { parts, titles, more } = error.details
    const details = {
      ...error.details,
      ...(typeof roles === 'string' && { roles: either(roles) }),
      ...(typeof parts === 'string' && { parts: named(parts) }),
      ...(typeof titles === 'string' && { titles: quoted(titles, more) }),
    }
    return {
      sentence: sayKey(`errors.${error.reason}`, details),
      reference: reference === undefined ? null : String(reference),
    }
  }
}
