import type { SliceHandlers } from '#contract/call'
import type { complaintGroups } from '#contract/complaintGroups'
import { WorkspaceError } from '#contract/errors'
import type { Contexts } from '../../context.ts'
import { stoodBefore } from '../queries/groups.ts'
import { updateComplaint } from '../queries/write.ts'
import { knownOpen } from './known.ts'
import { refuseStep, takeStep } from './stepping.ts'

type Calls = Pick<typeof complaintGroups, 'markRepeat' | 'unmarkRepeat'>

/** Duplicates: settled, and pointing to the complaint in which it goes on. */
export const repeatingHandlers: SliceHandlers<Calls, Contexts> = {
  async markRepeat(context, { ids, ofId, reason }) {
    const { db, writer, record } = context
    const { row: original } = await knownOpen(db, ofId)
    const { number } = original
    // A chain of duplicates would hide where the work goes on.
    if (original.status === 'duplicate' || original.status === 'voided') {
      throw new WorkspaceError('complaints.repeats-a-repeat', { number })
    }
    const before = []
    for (const id of ids) {
      if (id === ofId) throw new WorkspaceError('complaints.repeats-itself', { number })
      const found = await knownOpen(db, id)
      const why = reason === '' ? number : reason
      await refuseStep(db, found, 'duplicate', why)
      before.push({ id, status: found.row.status })
      await takeStep(context, found, 'duplicate', why)
      await updateComplaint(writer, id, { repeats_id: ofId })
      record('complaint', id, ['repeats_id'])
    }
    return { before }
  },

  async unmarkRepeat(context, { ids }) {
    const { db } = context
    const after = []
    for (const id of ids) {
      const found = await knownOpen(db, id)
      const status = await stoodBefore(db, id)
      if (found.row.status !== 'duplicate' || status === null) {
        throw new WorkspaceError('complaints.no-repeat', { number: found.row.number })
      }
      await takeStep(context, found, status, found.row.status_reason, 'taken-back')
      after.push({ id, status })
    }
    return { after }
  },
}
