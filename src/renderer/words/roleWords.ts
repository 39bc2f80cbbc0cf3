import type { Role } from '#contract/roles'
import { useWords } from './useWords'

/** Roles as they stand in a list, and within a sentence. */
export function useRoleWords(): {
  /** `Perancang, Ketua` */
  readonly listed: (roles: readonly Role[]) => string
  /** `pentadbir, perancang atau ketua` */
  readonly either: (roles: readonly Role[]) => string
} {
  const { t, language } = useWords()
  return {
    listed: (roles) => roles.map((role) => t(`people.roles.${role}`)).join(', '),
    either(roles) {
      const named = roles.map((role) => t(`people.roles.${role}`).toLocaleLowerCase(language.value))
      const last = named.at(-1) ?? ''
      // Malay takes no comma before "atau"; Intl.ListFormat would write one.
      return named.length < 2
        ? last
        : t('people.eitherOr', { others: named.slice(0, -1).join(', '), last })
    },
  }
}
