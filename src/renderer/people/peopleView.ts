import type { Person } from '#contract/people'

export type PeopleFilter = 'all' | 'active' | 'inactive'

/** The people a filter leaves, in their order. */
export function peopleIn(filter: PeopleFilter, people: readonly Person[]): readonly Person[] {
  return people.filter((person) => filter === 'all' || person.active === (filter === 'active'))
}

export function countsOf(people: readonly Person[]): Record<PeopleFilter, number> {
  const active = peopleIn('active', people).length
  return { all: people.length, active, inactive: people.length - active }
}
