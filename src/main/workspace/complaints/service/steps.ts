import type { SliceHandlers } from '#contract/call'
import type { complaints } from '#contract/complaints'
import { WorkspaceError } from '#contract/errors'
import type { Contexts } from '../../context.ts'
import { worksOnComplaints } from '../queries/officers.ts'
import { updateComplaint } from '../queries/write.ts'
import { knownOpen, tell } from './known.ts'
import { refuseStep, takeStep } from './stepping.ts'

/** Steps and assignments, of one or of many at once: the same rules guard both. */
export const stepHandlers: SliceHandlers<
  Pick<typeof complaints, 'setStatus' | 'assign'>,
  Contexts
> = {
  async setStatus(context, { ids, to, reason }) {
    const before = []
    for (const id of ids) {
      const found = await knownOpen(context.db, id)
      await refuseStep(context.db, found, to, reason)
      // A duplicate says of what: `markRepeat` asks.
      if (to === 'duplicate') throw new WorkspaceError('complaints.repeats-what')
      before.push({ id, status: found.row.status })
      await takeStep(context, found, to, reason)
    }
    return { before }
  },

  async assign(context, { ids, personId }) {
    const { db, writer, clock, record } = context
    if (personId !== null && !(await worksOnComplaints(db, personId))) {
      throw new WorkspaceError('complaints.unknown-person')
    }
    const before = []
    for (const id of ids) {
      const { row } = await knownOpen(db, id)
      before.push({ id, personId: row.assignee_id })
      if (row.assignee_id === personId) continue
      await updateComplaint(writer, id, {
        ...{ assignee_id: personId, changed_at: clock.now(), version: row.version + 1 },
      })
      record('complaint', id, ['assignee_id'])
      await tell(context, id, { kind: 'assigned', assigneeId: personId })
    }
    return { before }
  },
}
