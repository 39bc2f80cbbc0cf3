import { asksOf, isReopening, open, type ComplaintStatus } from '#contract/complaintStatus'
import { WorkspaceError } from '#contract/errors'
import type { CommandContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import type { OpenComplaint } from '../queries/rows.ts'
import { updateComplaint } from '../queries/write.ts'
import { closingState } from './closingState.ts'
import { beginPause, stopPause } from './clocks.ts'
import { countAnew } from './counting.ts'
import { tell } from './known.ts'

/**
 * Takes a step that was not refused; the clocks go with it.
 * @param manner `taken-back`: as if the step before had never been taken
 */
export async function takeStep(
  context: CommandContext,
  { row }: OpenComplaint,
  to: ComplaintStatus,
  reason: string,
  manner: 'taken' | 'taken-back' = 'taken',
): Promise<void> {
  const { writer, clock, record } = context
  const at = clock.now()
  const again = manner === 'taken' && isReopening(row.status, to) ? 1 : 0
  const [was, is] = [open.includes(row.status), open.includes(to)]
  await updateComplaint(writer, row.id, {
    ...{ status: to, status_at: at, status_reason: reason, reopened: row.reopened + again },
    ...(was === is ? {} : { settled_at: is ? null : at }),
    // What is taken up again is given its whole time again, to be closed.
    ...(again === 1 ? { clocks_from: at } : {}),
    ...(row.repeats_id === null ? {} : { repeats_id: null }),
    ...{ changed_at: at, version: row.version + 1 },
  })
  record('complaint', row.id, ['status', 'status_reason', ...(again === 1 ? ['reopened'] : [])])
  await tell(context, row.id, { kind: 'status', from: row.status, to, text: reason })
  // Who waits for the complainant does not let the clocks run that may stand still.
  if (to === 'needs-information' && row.paused === 0) {
    await beginPause(context, row.id, reason, null)
  } else if (row.status === 'needs-information' || !is) await stopPause(context, row.id)
  await countAnew(context, row.id)
}

/**
 * @throws WorkspaceError `complaints.not-from-here`, `.reason-missing`, `.grouped-to-void`,
 *   `.questions-open`, `.closing-open`
 */
export async function refuseStep(
  db: Reader,
  found: OpenComplaint,
  to: ComplaintStatus,
  reason: string,
): Promise<void> {
  const { number, status, master_id: masterId } = found.row
  const asks = asksOf(status, to)
  if (asks === null) throw new WorkspaceError('complaints.not-from-here', { number })
  if ((asks === 'reason' || asks === 'master') && reason === '') {
    throw new WorkspaceError('complaints.reason-missing')
  }
  // A number that stands for nothing is nobody's member, and leads nobody.
  if (to === 'voided' && masterId !== null) {
    throw new WorkspaceError('complaints.grouped-to-void', { number })
  }
  if (asks !== 'closing') return
  const { questions, checks } = await closingState(db, found)
  if (questions.length > 0) throw new WorkspaceError('complaints.questions-open', { number })
  const left = checks.filter(({ met }) => !met).length
  if (left > 0) throw new WorkspaceError('complaints.closing-open', { number, open: left })
}
