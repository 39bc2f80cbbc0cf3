import type { SliceHandlers } from '#contract/call'
import type { Cycle, PhaseId } from '#contract/cycles'
import type { Duplication, postEntering } from '#contract/postEntering'
import type { PostContent } from '#contract/postContent'
import type { PostId } from '#contract/postIds'
import { listAccounts } from '../../accounts/queries.ts'
import type { Contexts } from '../../context.ts'
import { listCycles } from '../../cycles/queries.ts'
import { phaseOn } from '../../cycles/rules/phases.ts'
import type { Reader } from '../../database/schema.ts'
import { openDays } from '../../days/queries.ts'
import { addDays } from '../../days/rules/dates.ts'
import { statesOf } from '../rules/dueDays.ts'
import { shiftByWorkingDays, shiftedContent, type Shift } from '../rules/shift.ts'
import { openKnown } from './known.ts'
import { addPost, allPresent } from './saving.ts'

type DuplicateCalls = Pick<typeof postEntering, 'duplicate'>

/** Posts made of posts: everything but what became of them (status, approval, publication). */
export const duplicateHandlers: SliceHandlers<DuplicateCalls, Contexts> = {
  async duplicate(context, wanted) {
    const originals = await allPresent(context, wanted.ids)
    const known = await openKnown(context.db)
    const shiftOf = await shiftsBy(context.db, wanted)
    const cycles = await listCycles(context.db)
    const ids: PostId[] = []
    const lessened: PostId[] = []
    for (const { content } of originals) {
      const moved = shiftedContent(content, shiftOf(content))
      const copy = { ...moved, phaseId: phaseOf(moved, wanted.toPhase, cycles) }
      // A phase that was asked for and is not there is refused, not left out.
      const kept = { ...(await known.withoutGone(copy, null)), phaseId: copy.phaseId }
      const id = await addPost(context, kept, 'draft', known)
      ids.push(id)
      if (JSON.stringify(kept) !== JSON.stringify(copy)) lessened.push(id)
    }
    return { ids, lessened }
  },
}

/** How the days of a post move: by the calendar, or by the working days of its accounts. */
async function shiftsBy(
  db: Reader,
  { shiftDays, workingDays }: Duplication,
): Promise<(content: PostContent) => Shift> {
  if (!workingDays) return () => (day) => addDays(day, shiftDays)
  const calendar = await openDays(db)
  const states = new Map((await listAccounts(db)).map(({ id, state }) => [id, { state }]))
  return ({ accounts }) => {
    const own = statesOf(accounts.flatMap(({ accountId }) => states.get(accountId) ?? []))
    return (day) => shiftByWorkingDays(calendar, own, day, shiftDays)
  }
}

function phaseOf(
  { day, phaseId }: PostContent,
  wanted: Duplication['toPhase'],
  cycles: readonly Cycle[],
): PhaseId | null {
  if (wanted === null) return phaseId
  if (wanted !== 'by-day') return wanted
  return day === null ? phaseId : (phaseOn(cycles, day)?.id ?? null)
}
