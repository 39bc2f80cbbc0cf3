import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { people, Person } from '#contract/people'
import { PersonId } from '#contract/values'
import type { Contexts } from '../context.ts'
import { findPerson, insertPerson, listPeople, updatePerson } from './queries.ts'
import { isLastActive, sameName } from './rules.ts'

export const peopleHandlers: SliceHandlers<typeof people, Contexts> = {
  list: ({ db }) => listPeople(db),

  async add({ db, writer, clock, newId, record }, { name, post }) {
    refuseTakenName(await listPeople(db), name, null)
    const person: Person = { id: PersonId.parse(newId()), name, post, active: true }
    await insertPerson(writer, person, clock.now())
    record('person', person.id, ['name', 'post', 'active'])
    return person
  },

  async change({ db, writer, record }, wanted) {
    const before = await findPerson(db, wanted.id)
    if (before === null) throw new WorkspaceError('people.unknown')
    const everybody = await listPeople(db)
    refuseTakenName(everybody, wanted.name, wanted.id)
    if (!wanted.active && isLastActive(everybody, before)) {
      throw new WorkspaceError('people.last-active')
    }
    await updatePerson(writer, wanted)
    const fields = (['name', 'post', 'active'] as const).filter(
      (field) => before[field] !== wanted[field],
    )
    record('person', wanted.id, fields)
    return wanted
  },
}

/** Two people of one name could not be told apart in the status bar or on a report. */
function refuseTakenName(everybody: readonly Person[], name: string, own: PersonId | null): void {
  if (everybody.some((person) => person.id !== own && sameName(person.name, name))) {
    throw new WorkspaceError('people.name-taken')
  }
}
