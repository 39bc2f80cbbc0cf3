import type { Role } from '#contract/roles'
import { useWords } from './useWords'

/** Roles as they stand in a list, and within a sentence. */
export function useRoleWords(): {
  /** `Perancang, Ketua` */
  readonly listed: (roles: readonly Role[]) => string
  /** `perancang atau ketua` */
  readonly either: (roles: readonly Role[]) => string
} {
  const { t, language } = useWords()
  return {
    listed: (roles) => roles.map((role) => t(`people.roles.${role}`)).join(', '),
    either: (roles) =>
      new Intl.ListFormat(language.value, { type: 'disjunction' }).format(
        roles.map((role) => t(`people.roles.${role}`).toLocaleLowerCase(language.value)),
      ),
  }
}
