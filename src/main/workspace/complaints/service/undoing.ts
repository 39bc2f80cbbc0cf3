import type { ComplaintId } from '#contract/complaintFields'
import type { ComplaintStatus } from '#contract/complaintStatus'
import { WorkspaceError } from '#contract/errors'
import type { CommandContext } from '../../context.ts'
import { listMoves, settledInSheet } from '../queries/timeline.ts'
import { updateComplaint } from '../queries/write.ts'
import { stoodBefore } from '../rules/moves.ts'
import { beginPause, stopPause } from './clocks.ts'
import { countAnew } from './counting.ts'
import { knownOpen, tell } from './known.ts'

/**
 * Takes the last step of a complaint back: it stands as it stood, and the timeline says so.
 * @throws WorkspaceError `complaints.no-step-back`
 */
export async function stepBack(context: CommandContext, id: ComplaintId): Promise<void> {
  const { db, writer, clock, record } = context
  const { row, fields } = await knownOpen(db, id)
  const before = stoodBefore(
    await listMoves(db, id),
    row.entered_at,
    fields.receivedAt,
    row.import_id === null ? null : await settledInSheet(db, id),
  )
  // What a duplicate repeated is not known any more once it was taken up by itself.
  if (before === null || before.status === 'duplicate') {
    throw new WorkspaceError('complaints.no-step-back', { number: row.number })
  }
  await updateComplaint(writer, id, {
    ...{ status: before.status, status_at: before.at, status_reason: before.reason },
    ...{ reopened: before.reopened, settled_at: before.settledAt, clocks_from: before.clocksFrom },
    ...(row.repeats_id === null ? {} : { repeats_id: null }),
    ...{ changed_at: clock.now(), version: row.version + 1 },
  })
  record('complaint', id, ['status', 'status_at', 'status_reason', 'settled_at', 'reopened'])
  await tell(context, id, { kind: 'step-undone', from: row.status, to: before.status })
  if (row.status === 'needs-information') await stopPause(context, id)
  else if (before.status === 'needs-information' && row.paused === 0) {
    await beginPause(context, id, before.reason, null)
  }
  await countAnew(context, id)
}

/**
 * Takes back the step that something else brought with it, unless somebody has moved the complaint on
 * since: then it stays where it is.
 * @param given the status that step gave it
 */
export async function stepBackFrom(
  context: CommandContext,
  id: ComplaintId,
  given: ComplaintStatus,
): Promise<void> {
  const { row } = await knownOpen(context.db, id)
  if (row.status === given) await stepBack(context, id)
  else await countAnew(context, id)
}
