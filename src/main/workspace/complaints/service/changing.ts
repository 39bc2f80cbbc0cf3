import type { SliceHandlers } from '#contract/call'
import type { Contact } from '#contract/complaintFields'
import type { complaints } from '#contract/complaints'
import { WorkspaceError } from '#contract/errors'
import type { Contexts } from '../../context.ts'
import { idsOfPerson } from '../queries/known.ts'
import { contactOf } from '../queries/rows.ts'
import { columnsOf, contactColumns, updateComplainant, updateComplaint } from '../queries/write.ts'
import { changesBetween } from '../rules/changes.ts'
import { indexAnew, known, knownOpen, refuseOlder, tell } from './known.ts'
import { chosenComplainant } from './registering.ts'
import { countUnder, standingOf } from './otherSet.ts'
import { refuseUnsound } from './soundness.ts'

type Calls = Pick<typeof complaints, 'change' | 'changeComplainant' | 'changeContact' | 'reveal'>

/** What is corrected later, and who may see what stands covered. */
export const changingHandlers: SliceHandlers<Calls, Contexts> = {
  async change(context, { id, base, fields }) {
    const { db, writer, clock, record } = context
    const found = await knownOpen(db, id)
    refuseOlder(found, base)
    await refuseUnsound(context, fields, { id, fields: found.fields })
    const changes = changesBetween(found.fields, fields)
    if (changes.length === 0) return known(db, id)
    const columns = columnsOf(fields)
    const before = await standingOf(context, found)
    await updateComplaint(writer, id, {
      ...columns,
      ...(found.row.reopened === 0 ? { clocks_from: fields.receivedAt } : {}),
      ...{ changed_at: clock.now(), version: base + 1 },
    })
    const old = new Map<string, unknown>(Object.entries(found.row))
    const changed = Object.entries(columns).filter(([name, value]) => old.get(name) !== value)
    record(
      'complaint',
      id,
      changed.map(([name]) => name),
    )
    await tell(context, id, { kind: 'changed', changes })
    await indexAnew(context, id)
    await countUnder(context, id, before, changes)
    return known(db, id)
  },

  async changeComplainant(context, { id, base, complainant }) {
    const { db, writer, clock, record } = context
    const found = await knownOpen(db, id)
    refuseOlder(found, base)
    const complainantId = await chosenComplainant(context, complainant)
    if (complainantId === found.row.complainant_id) return known(db, id)
    await updateComplaint(writer, id, {
      complainant_id: complainantId,
      ...{ changed_at: clock.now(), version: base + 1 },
    })
    record('complaint', id, ['complainant_id'])
    await tell(context, id, { kind: 'complainant', changes: [unsaid('complainant')] })
    await indexAnew(context, id)
    return known(db, id)
  },

  async changeContact(context, { id, contact, was: seen }) {
    const { db, writer, clock, record } = context
    const { complainant } = await knownOpen(db, id)
    if (complainant === null) throw new WorkspaceError('complaints.nobody-to-correct')
    const was = contactOf(complainant)
    const parts = partsBetween(was, contact)
    if (parts.length === 0) return known(db, id)
    if (seen !== null && partsBetween(was, seen).length > 0) {
      throw new WorkspaceError('complaints.changed-meanwhile')
    }
    const columns = contactColumns(contact)
    await updateComplainant(writer, complainant.id, { ...columns, changed_at: clock.now() })
    record('complainant', complainant.id, Object.keys(columns))
    await tell(context, id, { kind: 'complainant', changes: parts.map(unsaid) })
    for (const each of await idsOfPerson(db, complainant.id)) await indexAnew(context, each)
    return known(db, id)
  },

  async reveal(context, { id }) {
    const { fields, complainant } = await knownOpen(context.db, id)
    await tell(context, id, { kind: 'revealed' })
    context.record('complaint', id, ['complainant_id'])
    return { contact: complainant === null ? null : contactOf(complainant), fields }
  },
}

/** In which parts what is kept of a person differs. */
function partsBetween(one: Contact, other: Contact) {
  return (['name', 'phone', 'email', 'address', 'identityNumber'] as const).filter(
    (part) => one[part] !== other[part],
  )
}

/** That something of a person changed, not what. */
function unsaid(field: string) {
  return { field, before: null, after: null }
}
