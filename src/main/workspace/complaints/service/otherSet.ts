import type { ClockSet } from '#contract/reference'
import type { SetReason } from '#contract/complaintClocks'
import type { EventChange, Recounted } from '#contract/complaintEvents'
import type { ComplaintId } from '#contract/complaintFields'
import type { CommandContext } from '../../context.ts'
import { listPauses } from '../queries/pauses.ts'
import type { OpenComplaint } from '../queries/rows.ts'
import { updateComplaint } from '../queries/write.ts'
import { keptLimits, type Timed } from '../rules/judged.ts'
import { countAnew, openCountBook, timedBy, type CountBook } from './counting.ts'
import { knownOpen, tell } from './known.ts'
import { movedDues } from './recountOpen.ts'

/** By which set a complaint was counted before something of it was changed. */
export interface Standing {
  readonly set: ClockSet | null
  readonly why: SetReason
  readonly timed: Timed
  readonly book: CountBook
}

/** Read before the change. */
export async function standingOf({ db }: CommandContext, found: OpenComplaint): Promise<Standing> {
  const book = await openCountBook(db)
  return { ...timedBy(found, await listPauses(db, found.row.id), book), book }
}

/**
 * After what a complaint says was changed: counts it anew. Where that gave it another set of limits,
 * the clocks that are met stay judged as they were, and the timeline says which set it had, which it
 * has, and which dues moved; nothing of that happens silently.
 */
export async function countUnder(
  context: CommandContext,
  id: ComplaintId,
  before: Standing,
  changes: readonly EventChange[],
): Promise<void> {
  const { db, writer, record } = context
  const found = await knownOpen(db, id)
  const { set, why, timed } = timedBy(found, await listPauses(db, id), before.book)
  // What was judged by a wrong time or another state's days is judged anew.
  const corrected =
    timed.received !== before.timed.received ||
    timed.from !== before.timed.from ||
    timed.state !== before.timed.state
  if (set?.key === before.set?.key) {
    await countAnew(context, id, before.book, { corrected })
    return
  }
  const kept = keptLimits(before.timed, timed.limits)
  await updateComplaint(writer, id, { kept_limits: JSON.stringify(kept) })
  const moved = movedDues(await countAnew(context, id, before.book, { corrected }))
  const sets = { field: 'clock_set', before: before.set?.key ?? '', after: set?.key ?? '' }
  record('complaint', id, [
    'clock_set',
    'set_why',
    'kept_limits',
    ...moved.map(({ field }) => field),
  ])
  const isBySeverity =
    (why === 'severity' || before.why === 'severity') &&
    changes.some(({ field }) => field === 'severity')
  const because: Recounted = isBySeverity ? 'severity' : 'case'
  await tell(context, id, { kind: 'recounted', changes: [sets, ...moved], text: because })
}
