import type { Person } from '#contract/people'

/** Names are compared as people read them: letter case and repeated blanks do not count. */
export function sameName(a: string, b: string): boolean {
  return spoken(a) === spoken(b)
}

function spoken(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('ms')
}

/** Somebody must be left who can be chosen at the keyboard. */
export function isLastActive(everybody: readonly Person[], leaving: Person): boolean {
  return everybody.every((person) => !person.active || person.id === leaving.id)
}

/** Somebody must be left who can give roles and take forgotten PINs away. */
export function leavesNoAdministrator(
  everybody: readonly Person[],
  wanted: Pick<Person, 'id' | 'active' | 'roles'>,
): boolean {
  return !everybody
    .map((person) => (person.id === wanted.id ? wanted : person))
    .some(({ active, roles }) => active && roles.includes('administrator'))
}
