import type { SliceHandlers } from '#contract/call'
import {
  ComplainantId,
  ComplaintId,
  type ComplainantChoice,
  type Contact,
} from '#contract/complaintFields'
import type { complaints } from '#contract/complaints'
import { moveAttachments } from '../../attachments/queries.ts'
import type { CommandContext, Contexts } from '../../context.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { removeIntakeDraft } from '../queries/drafts.ts'
import { officerOfKind } from '../queries/officers.ts'
import {
  columnsOf,
  contactColumns,
  insertComplainant,
  insertComplaint,
  nextPlaces,
} from '../queries/write.ts'
import { clocksBefore } from '../rules/clocks.ts'
import { complaintNumber } from '../rules/number.ts'
import { countAnew } from './counting.ts'
import { indexAnew, known, knownPerson, tell } from './known.ts'
import { refuseUnsound } from './soundness.ts'

export const registerHandlers: SliceHandlers<Pick<typeof complaints, 'add'>, Contexts> = {
  async add(context, { fields, complainant, filesId }) {
    const { db, writer, newId, clock, actor, record } = context
    await refuseUnsound(context, fields, null)
    const complainantId = await chosenComplainant(context, complainant)
    const id = ComplaintId.parse(newId())
    const at = clock.now()
    // The year in which the register takes it in, as registers are kept.
    const year = Number(malaysianTime(at).day.slice(0, 4))
    const { serial, ordinal } = await nextPlaces(db, year)
    const columns = columnsOf(fields)
    const assigneeId = await officerOfKind(db, fields.kind)
    await insertComplaint(writer, {
      ...{ id, ordinal, year, serial, number: complaintNumber(year, serial) },
      ...{ status: 'new', status_at: at, status_reason: '', reopened: 0 },
      ...columns,
      ...{ complainant_id: complainantId, assignee_id: assigneeId },
      ...{ entered_at: at, entered_by: actor.id, changed_at: at, version: 1 },
      ...clocksBefore(fields.receivedAt),
      ...{ master_id: null, repeats_id: null },
    })
    record('complaint', id, [
      'number',
      'status',
      ...Object.keys(columns),
      'complainant_id',
      'assignee_id',
    ])
    await tell(context, id, { kind: 'registered', to: 'new' })
    if (assigneeId !== null) await tell(context, id, { kind: 'assigned', assigneeId })
    if (filesId !== null) await takeFiles(context, filesId, id)
    await indexAnew(context, id)
    await countAnew(context, id)
    // What was half typed is registered now.
    await removeIntakeDraft(writer, actor.id)
    return known(db, id)
  },
}

/** What was attached while it was taken in stands with it from now on. */
async function takeFiles(
  { db, writer, record }: CommandContext,
  filesId: string,
  id: ComplaintId,
): Promise<void> {
  const from = { kind: 'complaint-draft', id: filesId } as const
  for (const each of await moveAttachments(db, writer, from, { kind: 'complaint', id })) {
    record('attachment', each, ['owner_kind', 'owner_id'])
  }
}

/** The person somebody chose, taken into the register where they are new. */
export async function chosenComplainant(
  context: CommandContext,
  choice: ComplainantChoice,
): Promise<ComplainantId | null> {
  if (choice.kind === 'anonymous') return null
  if (choice.kind === 'known') return (await knownPerson(context.db, choice.id)).id
  return addComplainant(context, choice.contact)
}

async function addComplainant(
  { writer, newId, clock, record }: CommandContext,
  contact: Contact,
): Promise<ComplainantId> {
  const id = ComplainantId.parse(newId())
  const columns = contactColumns(contact)
  const at = clock.now()
  await insertComplainant(writer, { id, ...columns, created_at: at, changed_at: at, same_as: null })
  record('complainant', id, Object.keys(columns))
  return id
}
