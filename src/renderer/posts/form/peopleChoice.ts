import type { Person } from '#contract/people'
import type { Role } from '#contract/roles'
import type { PersonId } from '#contract/values'

/** People in use and the one chosen before, whoever has one of these roles first, else as listed. */
export function peopleFor(
  people: readonly Person[],
  roles: readonly Role[],
  had: PersonId | null,
): Person[] {
  const offered = people.filter(({ id, active }) => active || id === had)
  const fits = (person: Person): boolean => person.roles.some((role) => roles.includes(role))
  return [...offered.filter(fits), ...offered.filter((person) => !fits(person))]
}
