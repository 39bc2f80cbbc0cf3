import type { ClockName } from '#contract/clockLimits'
import type { ComplaintId } from '#contract/complaintFields'
import { WorkspaceError } from '#contract/errors'
import type { Instant } from '#contract/values'
import type { CommandContext } from '../../context.ts'
import { toldBefore } from '../queries/timeline.ts'
import { updateComplaint } from '../queries/write.ts'
import { countAnew } from './counting.ts'
import { knownOpen, tell } from './known.ts'

/** Clocks that something said to the complainant meets; closing has a step of its own. */
export type ToldClock = Exclude<ClockName, 'close'>

export const columnOf = {
  acknowledge: 'acknowledged_at',
  respond: 'responded_at',
  progress: 'progressed_at',
} as const satisfies Record<ToldClock, string>

/**
 * Records that a clock was met, and how.
 * @throws WorkspaceError `complaints.already-met`, `complaints.met-before-start`,
 *   `complaints.met-later`
 */
export async function recordMet(
  context: CommandContext,
  id: ComplaintId,
  name: ToldClock,
  at: Instant,
  how: string,
): Promise<void> {
  const { db, clock, writer, record } = context
  const { row, fields } = await knownOpen(db, id)
  const column = columnOf[name]
  // How things are is told again and again; the others happen once.
  if (name !== 'progress' && row[column] !== null) {
    throw new WorkspaceError('complaints.already-met')
  }
  if (at < fields.receivedAt) throw new WorkspaceError('complaints.met-before-start')
  if (at > clock.now()) throw new WorkspaceError('complaints.met-later')
  await updateComplaint(writer, id, { [column]: at, changed_at: clock.now() })
  record('complaint', id, [column])
  const changes = [{ field: column, before: row[column], after: at }]
  await tell(context, id, { kind: 'clock-met', changes, text: how })
  await countAnew(context, id)
}

/** Takes back what was recorded last. @throws WorkspaceError `complaints.not-met` */
export async function takeBackMet(
  context: CommandContext,
  id: ComplaintId,
  name: ToldClock,
): Promise<void> {
  const { db, clock, writer, record } = context
  const { row } = await knownOpen(db, id)
  const column = columnOf[name]
  if (row[column] === null) throw new WorkspaceError('complaints.not-met')
  const earlier = name === 'progress' ? await toldBefore(db, id, row[column]) : null
  await updateComplaint(writer, id, { [column]: earlier, changed_at: clock.now() })
  record('complaint', id, [column])
  const changes = [{ field: column, before: row[column], after: earlier }]
  await tell(context, id, { kind: 'clock-unmet', changes })
  await countAnew(context, id)
}
