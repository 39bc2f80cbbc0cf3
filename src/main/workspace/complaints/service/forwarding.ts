import type { SliceHandlers } from '#contract/call'
import type { ComplaintId } from '#contract/complaintFields'
import {
  ForwardingId,
  type complaintForwarding,
  type Forwarding,
} from '#contract/complaintForwarding'
import { isReopening, type ComplaintStatus } from '#contract/complaintStatus'
import { WorkspaceError } from '#contract/errors'
import type { Agency } from '#contract/reference'
import type { Language } from '#contract/values'
import type { CommandContext, Contexts } from '../../context.ts'
import {
  forwardingsOf,
  insertForwarding,
  listForwardingRows,
  updateForwarding,
} from '../queries/forwardings.ts'
import type { OpenComplaint } from '../queries/rows.ts'
import { updateComplaint } from '../queries/write.ts'
import { countAnew } from './counting.ts'
import {
  agencyOf,
  discloseTo,
  followUpDue,
  knownForwarding,
  shownForwarding,
  waitingForwarding,
} from './forwarded.ts'
import { filledFor } from './forwardingText.ts'
import { knownOpen, tell } from './known.ts'
import { printLetter } from './letters.ts'
import { refuseStep, takeStep } from './stepping.ts'
import { stepBackFrom } from './undoing.ts'

/** Complaints in the hands of others, each with a clock of its own until it is known what became. */
export const forwardingHandlers: SliceHandlers<
  Omit<typeof complaintForwarding, 'remindAgency' | 'takeReminder' | 'printReminder'>,
  Contexts
> = {
  async forwardings({ db }, { id }) {
    const { complainant } = await knownOpen(db, id)
    return forwardingsOf(db, id, complainant?.name ?? null)
  },

  async forward(context, { ids, ...letter }) {
    const agency = await agencyOf(context.db, letter.agency, false)
    const sent = []
    for (const id of ids) sent.push(await forwardOne(context, id, agency, letter))
    return sent
  },

  async unforward(context, { ids }) {
    const taken = []
    for (const id of ids) taken.push(await unforwardOne(context, id))
    return taken
  },

  async recordOutcome(context, { id, outcome, note }) {
    const { db, writer, clock, actor, record } = context
    const row = await waitingForwarding(db, id)
    const found = await knownOpen(db, row.complaint_id)
    // What they sent back is the office's again, for a reason that is kept.
    if (outcome === 'returned' && note === '') {
      throw new WorkspaceError('complaints.reason-missing')
    }
    const { status } = found.row
    const steps =
      outcome === 'returned' && (status === 'forwarded' || isReopening(status, 'in-progress'))
    await updateForwarding(writer, id, {
      ...{ outcome, outcome_at: clock.now(), outcome_note: note, outcome_by: actor.id },
      outcome_stepped: steps ? 1 : 0,
    })
    record('complaint_forwarding', id, ['outcome', 'outcome_at', 'outcome_note', 'outcome_by'])
    const changes = [
      { field: 'agency', before: null, after: row.agency },
      { field: 'outcome', before: null, after: outcome },
    ]
    await tell(context, row.complaint_id, { kind: 'outcome', changes, text: note })
    if (outcome === 'returned' && row.outside === 1) {
      await markWrongDoor(context, row.complaint_id, null)
    }
    if (steps) {
      await refuseStep(db, found, 'in-progress', note)
      await takeStep(context, found, 'in-progress', note)
    } else await countAnew(context, row.complaint_id)
    return shownForwarding(context, id)
  },

  async takeBackOutcome(context, { id }) {
    const { db, writer, record } = context
    const row = await knownForwarding(db, id)
    if (row.outcome === null) throw new WorkspaceError('complaints.outcome-open')
    await updateForwarding(writer, id, {
      ...{ outcome: null, outcome_at: null, outcome_note: '', outcome_by: null },
      outcome_stepped: 0,
    })
    record('complaint_forwarding', id, ['outcome', 'outcome_at', 'outcome_note', 'outcome_by'])
    const changes = [{ field: 'agency', before: null, after: row.agency }]
    await tell(context, row.complaint_id, { kind: 'outcome-taken-back', changes })
    if (row.outcome === 'returned' && row.outside === 1) {
      await markWrongDoor(context, row.complaint_id, row.agency)
    }
    if (row.outcome_stepped === 1) await stepBackFrom(context, row.complaint_id, 'in-progress')
    else await countAnew(context, row.complaint_id)
    return shownForwarding(context, id)
  },

  async takeForwarding(context, { id }) {
    const row = await knownForwarding(context.db, id)
    const text = await filledFor(context.db, await knownOpen(context.db, row.complaint_id), row)
    await tell(context, row.complaint_id, { kind: 'answer-taken' })
    await discloseTo(context, row, 'Surat pemajuan')
    return { text }
  },

  async printForwarding(context, { id }) {
    const row = await knownForwarding(context.db, id)
    await filledFor(context.db, await knownOpen(context.db, row.complaint_id), row)
    await discloseTo(context, row, 'Surat pemajuan')
    return { printId: await printLetter(context, row.complaint_id, { forwardingId: id }, 1) }
  },
}

/** What goes to an agency, the same of one complaint or of many. */
interface Letter {
  readonly outside: boolean
  readonly language: Language
  /** With placeholders. */
  readonly text: string
}

async function forwardOne(
  context: CommandContext,
  complaintId: ComplaintId,
  agency: Agency,
  { outside, language, text }: Letter,
): Promise<Forwarding> {
  const { db, writer, newId, clock, actor, record } = context
  const { key } = agency
  const found = await knownOpen(db, complaintId)
  const words = text === '' ? '' : await filledFor(db, found, { agency: key, language, text })
  const to = statusOf(outside)
  const steps = found.row.status !== to
  // To one more, while it is with another already.
  if (steps) await refuseStep(db, found, to, agency[language])
  const id = ForwardingId.parse(newId())
  const at = clock.now()
  await insertForwarding(writer, {
    ...{ id, complaint_id: complaintId, agency: key, outside: outside ? 1 : 0, language, text },
    ...{ at, by_id: actor.id, stepped: steps ? 1 : 0 },
    ...{ due_at: await followUpDue(db, found, agency, at), reminders: 0 },
    ...{ outcome: null, outcome_at: null, outcome_note: '', outcome_by: null },
    ...{ outcome_stepped: 0, removed_at: null },
  })
  record('complaint_forwarding', id, ['complaint_id', 'agency', 'outside', 'text', 'due_at'])
  if (outside) await markWrongDoor(context, complaintId, key)
  if (steps) await takeStep(context, found, to, outside ? agency[language] : '')
  else await countAnew(context, complaintId)
  const changes = [{ field: 'agency', before: null, after: key }]
  await tell(context, complaintId, { kind: 'forwarded-to', changes, text: words })
  return shownForwarding(context, id)
}

async function unforwardOne(context: CommandContext, id: ForwardingId): Promise<Forwarding> {
  const { db, writer, clock, record } = context
  const row = await waitingForwarding(db, id)
  await updateForwarding(writer, id, { removed_at: clock.now() })
  record('complaint_forwarding', id, ['removed_at'])
  if (row.outside === 1) await markWrongDoor(context, row.complaint_id, null)
  const changes = [{ field: 'agency', before: null, after: row.agency }]
  await tell(context, row.complaint_id, { kind: 'unforwarded', changes })
  // It may be in the hands of others still.
  const left = await listForwardingRows(db, row.complaint_id)
  const isLast = !left.some(({ outcome }) => outcome === null)
  if (row.stepped === 1 && isLast) {
    await stepBackFrom(context, row.complaint_id, statusOf(row.outside === 1))
  } else await countAnew(context, row.complaint_id)
  return shownForwarding(context, id)
}

/** What a complaint becomes that others have: theirs from the first, or theirs for a while. */
function statusOf(outside: boolean): ComplaintStatus {
  return outside ? 'outside-jurisdiction' : 'forwarded'
}

/** It came to the wrong door, and where it should have gone; null: it did not after all. */
async function markWrongDoor(
  { writer, record }: CommandContext,
  id: OpenComplaint['row']['id'],
  agency: string | null,
): Promise<void> {
  await updateComplaint(writer, id, { wrong_agency: agency })
  record('complaint', id, ['wrong_agency'])
}
