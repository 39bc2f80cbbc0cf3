import type { EventChange, Recounted } from '#contract/complaintEvents'
import { ClockName } from '#contract/clockLimits'
import type { ClockSet } from '#contract/reference'
import type { CommandContext } from '../../context.ts'
import { openComplaints } from '../queries/due.ts'
import { keepLimitsOfSettled } from '../queries/settledLimits.ts'
import type { KeptDues } from '../rules/clocks.ts'
import { isSameLimit, type KeptLimits } from '../rules/judged.ts'
import { countAnew, openCountBook, type CountBook } from './counting.ts'
import { tell } from './known.ts'

/**
 * After the office's days or sets changed: every open complaint is counted again, and each whose
 * dues moved says so in its timeline. What is settled stays as it was judged.
 * @param before what was counted by, where sets or the office's state changed
 * @returns how many moved
 */
export async function recountOpen(
  context: CommandContext,
  because: Recounted,
  before?: CountBook,
): Promise<number> {
  const book = await openCountBook(context.db)
  if (before !== undefined) await keepSettled(context, before.sets, book.sets)
  let moved = 0
  for (const id of await openComplaints(context.db)) {
    const dues = await countAnew(context, id, book, before === undefined ? {} : { before })
    const changes = movedDues(dues)
    if (changes.length === 0) continue
    moved += 1
    context.record(
      'complaint',
      id,
      changes.map(({ field }) => field),
    )
    await tell(context, id, { kind: 'recounted', changes, text: because })
  }
  return moved
}

/** The dues that are not what they were, as the timeline tells them. */
export function movedDues(dues: {
  readonly before: KeptDues
  readonly after: KeptDues
}): EventChange[] {
  return (['due_acknowledge', 'due_respond', 'due_progress', 'due_close'] as const)
    .filter((due) => dues.before[due] !== dues.after[due])
    .map((due) => ({ field: due, before: dues.before[due], after: dues.after[due] }))
}

/** What was settled under a set keeps the limits the set had. */
async function keepSettled(
  { writer }: CommandContext,
  before: readonly ClockSet[],
  after: readonly ClockSet[],
): Promise<void> {
  for (const { key, limits } of before) {
    const now = after.find((set) => set.key === key)?.limits
    const kept: KeptLimits = Object.fromEntries(
      ClockName.options
        .filter((name) => !isSameLimit(limits[name], now?.[name] ?? null))
        .map((name) => [name, limits[name]]),
    )
    if (Object.keys(kept).length > 0) await keepLimitsOfSettled(writer, key, kept)
  }
}
