import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { people, Person } from '#contract/people'
import { PersonId } from '#contract/values'
import type { Contexts } from '../context.ts'
import {
  findPerson,
  insertPerson,
  listPeople,
  readMemory,
  replacePin,
  updatePerson,
  writeMemory,
} from './queries.ts'
import { isLastActive, leavesNoAdministrator, sameName } from './rules.ts'

export const peopleHandlers: SliceHandlers<typeof people, Contexts> = {
  list: ({ db }) => listPeople(db),

  remembered: async ({ db, actor }, { name }) => ({
    value: actor === null ? null : await readMemory(db, actor.id, name),
  }),

  async remember({ writer, actor }, { name, value }) {
    await writeMemory(writer, actor.id, name, Object.keys(value).length === 0 ? null : value)
    return {}
  },

  async add({ db, writer, clock, newId, record }, { name, post, roles }) {
    refuseTakenName(await listPeople(db), name, null)
    const id = PersonId.parse(newId())
    const person: Person = { id, name, post, active: true, roles, hasPin: false }
    await insertPerson(writer, person, clock.now())
    record('person', person.id, ['name', 'post', 'active', 'roles'])
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
    if (leavesNoAdministrator(everybody, wanted)) {
      throw new WorkspaceError('people.last-administrator')
    }
    await updatePerson(writer, wanted)
    const fields = (['name', 'post', 'active', 'roles'] as const).filter(
      (field) => String(before[field]) !== String(wanted[field]),
    )
    record('person', wanted.id, fields)
    return { ...wanted, hasPin: before.hasPin }
  },

  async resetPin({ db, writer, record }, { id }) {
    const person = await findPerson(db, id)
    if (person === null) throw new WorkspaceError('people.unknown')
    if (!person.hasPin) throw new WorkspaceError('people.no-pin')
    await replacePin(writer, id, null)
    record('person_pin', id, ['sealed'])
    return { ...person, hasPin: false }
  },
}

/** Two people of one name could not be told apart in the status bar or on a report. */
function refuseTakenName(everybody: readonly Person[], name: string, own: PersonId | null): void {
  if (everybody.some((person) => person.id !== own && sameName(person.name, name))) {
    throw new WorkspaceError('people.name-taken')
  }
}
