import type { SliceHandlers } from '#contract/call'
import type { ComplaintId, Contact } from '#contract/complaintFields'
import { DisclosureId, type complaintRequests, type Disclosure } from '#contract/complaintRequests'
import { WorkspaceError } from '#contract/errors'
import type { PlainDate } from '#contract/values'
import type { CommandContext, Contexts } from '../../context.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import {
  findDisclosure,
  insertDisclosure,
  insertPersonNote,
  setDisclosureRemoved,
} from '../queries/disclosures.ts'
import { contactOf } from '../queries/rows.ts'
import { changingHandlers } from './changing.ts'
import { knownOpen, knownPerson } from './known.ts'

type Calls = Pick<
  typeof complaintRequests,
  'correctPerson' | 'annexNote' | 'addDisclosure' | 'removeDisclosure' | 'bringBackDisclosure'
>

/** What was told of people to others, and the notes beside what is kept of them. */
export const disclosingHandlers: SliceHandlers<Calls, Contexts> = {
  async correctPerson(context, { complaintId, contact, why }) {
    const { complainant } = await knownOpen(context.db, complaintId)
    if (complainant === null) throw new WorkspaceError('complaints.nobody-to-correct')
    const before = contactOf(complainant)
    const parts = (['name', 'phone', 'email', 'address', 'identityNumber'] as const).filter(
      (part) => before[part] !== contact[part],
    )
    if (parts.length === 0) throw new WorkspaceError('complaints.nothing-to-correct')
    await changingHandlers.changeContact(context, { id: complaintId, contact, was: before })
    await note(context, complainant.id, 'corrected', `${was(before, parts)}\n${why}`)
    return {}
  },

  async annexNote(context, { complainantId, text }) {
    await knownPerson(context.db, complainantId)
    await note(context, complainantId, 'disputed', text)
    return {}
  },

  async addDisclosure(context, { on, ...said }) {
    if (on > malaysianTime(context.clock.now()).day) {
      throw new WorkspaceError('complaints.received-later')
    }
    const { complainant } = await knownOpen(context.db, said.complaintId)
    if (complainant === null) throw new WorkspaceError('complaints.nobody-to-correct')
    return shown(context, await write(context, { ...said, on, automatic: 0 }))
  },

  async removeDisclosure(context, { id }) {
    const { automatic } = await shown(context, id)
    // What the application wrote itself is a fact, not an entry by hand.
    if (automatic) throw new WorkspaceError('complaints.disclosure-automatic')
    await setRemoved(context, id, true)
    return {}
  },

  async bringBackDisclosure(context, { id }) {
    await setRemoved(context, id, false)
    return shown(context, id)
  },
}

export interface Disclosed {
  readonly complaintId: ComplaintId
  readonly toWhom: string
  readonly what: string
  readonly basis: string
}

/** Writes into the log what the application gives out of a named person; of nobody, nothing. */
export async function disclose(context: CommandContext, said: Disclosed): Promise<void> {
  const { complainant } = await knownOpen(context.db, said.complaintId)
  if (complainant === null) return
  const on = malaysianTime(context.clock.now()).day
  await write(context, { ...said, on, automatic: 1 })
}

async function write(
  { writer, newId, clock, actor, record }: CommandContext,
  said: Disclosed & { readonly on: PlainDate; readonly automatic: 0 | 1 },
): Promise<DisclosureId> {
  const id = DisclosureId.parse(newId())
  await insertDisclosure(writer, {
    ...{ id, complaint_id: said.complaintId, to_whom: said.toWhom, on_day: said.on },
    ...{ what: said.what, basis: said.basis, automatic: said.automatic },
    ...{ at: clock.now(), by_id: actor.id, removed_at: null },
  })
  record('disclosure', id, ['complaint_id', 'to_whom', 'on_day', 'what', 'basis'])
  return id
}

async function setRemoved(
  context: CommandContext,
  id: DisclosureId,
  removed: boolean,
): Promise<void> {
  const found = await findDisclosure(context.db, id)
  if (found?.removed !== !removed) throw new WorkspaceError('complaints.unknown-disclosure')
  await setDisclosureRemoved(context.writer, id, removed ? context.clock.now() : null)
  context.record('disclosure', id, ['removed_at'])
}

async function note(
  { writer, newId, clock, actor, record }: CommandContext,
  complainantId: Parameters<typeof knownPerson>[1],
  kind: 'corrected' | 'disputed',
  text: string,
): Promise<void> {
  const id = newId()
  await insertPersonNote(writer, {
    ...{ id, complainant_id: complainantId, kind, text, at: clock.now(), by_id: actor.id },
  })
  record('person_note', id, ['complainant_id', 'kind', 'text'])
}

/** Malay, as the office's records are. */
const partNames: Readonly<Record<keyof Contact, string>> = {
  ...{ name: 'Nama', phone: 'Telefon', email: 'E-mel', address: 'Alamat' },
  identityNumber: 'No. kad pengenalan',
}

function was(before: Contact, parts: readonly (keyof Contact)[]): string {
  return parts.map((part) => `${partNames[part]}: ${before[part] || '–'}`).join('\n')
}

async function shown({ db }: CommandContext, id: DisclosureId): Promise<Disclosure> {
  const found = await findDisclosure(db, id)
  if (found === null) throw new WorkspaceError('complaints.unknown-disclosure')
  const { removed, ...disclosure } = found
  if (removed) throw new WorkspaceError('complaints.unknown-disclosure')
  return disclosure
}
