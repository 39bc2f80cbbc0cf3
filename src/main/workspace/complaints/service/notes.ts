import type { SliceHandlers } from '#contract/call'
import type { ComplaintEvent, ComplaintEventId } from '#contract/complaintEvents'
import type { complaints } from '#contract/complaints'
import { WorkspaceError } from '#contract/errors'
import type { CommandContext, Contexts } from '../../context.ts'
import { findEvent, setEventRemoved, toEvent } from '../queries/timeline.ts'
import { knownOpen, tell } from './known.ts'

type Calls = Pick<typeof complaints, 'addNote' | 'removeNote' | 'bringBackNote'>

/** Notes in the timeline; one that is taken out leaves its place there. */
export const noteHandlers: SliceHandlers<Calls, Contexts> = {
  async addNote(context, { id, text }) {
    await knownOpen(context.db, id)
    return shown(context, await tell(context, id, { kind: 'note', text }))
  },

  async removeNote(context, { eventId }) {
    const { removed_at } = await knownNote(context, eventId)
    if (removed_at !== null) throw new WorkspaceError('complaints.unknown-note')
    return setRemoved(context, eventId, true)
  },

  async bringBackNote(context, { eventId }) {
    const { removed_at } = await knownNote(context, eventId)
    if (removed_at === null) throw new WorkspaceError('complaints.note-not-removed')
    return setRemoved(context, eventId, false)
  },
}

async function setRemoved(
  context: CommandContext,
  id: ComplaintEventId,
  removed: boolean,
): Promise<ComplaintEvent> {
  await setEventRemoved(context.writer, id, removed ? context.clock.now() : null)
  context.record('complaint_event', id, ['removed_at'])
  return shown(context, id)
}

/** @throws WorkspaceError `complaints.unknown-note` also for an event that is no note */
async function knownNote({ db }: CommandContext, id: ComplaintEventId) {
  const event = await findEvent(db, id)
  if (event?.kind !== 'note') throw new WorkspaceError('complaints.unknown-note')
  return event
}

async function shown({ db }: CommandContext, id: ComplaintEventId): Promise<ComplaintEvent> {
  const event = await findEvent(db, id)
  if (event === null) throw new WorkspaceError('complaints.unknown-note')
  const { complainant } = await knownOpen(db, event.complaint_id)
  return toEvent(event, complainant?.name ?? null)
}
