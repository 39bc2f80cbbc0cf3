import type { SliceHandlers } from '#contract/call'
import type { complaintGroups } from '#contract/complaintGroups'
import { WorkspaceError } from '#contract/errors'
import type { Contexts } from '../../context.ts'
import { coveredByIds, joinedTo, peopleLike } from '../queries/samePeople.ts'
import { updateComplainant } from '../queries/write.ts'
import { knownPerson } from './known.ts'

type Calls = Pick<typeof complaintGroups, 'samePeople' | 'joinPeople' | 'partPeople'>

/**
 * Two entries of the register that are one person. Neither is changed but for the pointer: what was
 * given with each complaint stays with it, and parting them again loses nothing.
 */
export const samePeopleHandlers: SliceHandlers<Calls, Contexts> = {
  async samePeople({ db }, { id }) {
    const person = await knownPerson(db, id)
    const joined = await joinedTo(db, person)
    const root = person.same_as ?? id
    const known = new Set([id, ...joined])
    const possible = (await peopleLike(db, person)).filter((each) => !known.has(each))
    return {
      possible: await coveredByIds(db, possible),
      joined: await coveredByIds(db, joined),
      pointing: [id, ...joined].filter((each) => each !== root),
    }
  },

  async joinPeople({ db, writer, clock, record }, { id, asId }) {
    const person = await knownPerson(db, id)
    const other = await knownPerson(db, asId)
    const same = other.same_as ?? other.id
    if (person.same_as !== null || same === id) {
      throw new WorkspaceError('complaints.same-already')
    }
    // One level: whoever others are joined to is not joined to somebody else.
    if ((await joinedTo(db, person)).length > 0) {
      throw new WorkspaceError('complaints.leads-people')
    }
    await updateComplainant(writer, id, { same_as: same, changed_at: clock.now() })
    record('complainant', id, ['same_as'])
    return {}
  },

  async partPeople({ db, writer, clock, record }, { id }) {
    const person = await knownPerson(db, id)
    if (person.same_as === null) throw new WorkspaceError('complaints.not-joined')
    await updateComplainant(writer, id, { same_as: null, changed_at: clock.now() })
    record('complainant', id, ['same_as'])
    return {}
  },
}
