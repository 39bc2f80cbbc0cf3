import type { SliceHandlers } from '#contract/call'
import {
  ladderFault,
  shippedLadder,
  type complaintLadder,
  type Ladder,
} from '#contract/complaintLadder'
import { WarningMark } from '#contract/complaintWarnings'
import { WorkspaceError } from '#contract/errors'
import type { CommandContext, Contexts } from '../../context.ts'
import { openComplaints } from '../queries/due.ts'
import { carryWarnings, ladderSetting, readLadder, writeLadder } from '../queries/ladder.ts'
import { markColumns } from '../rules/markColumns.ts'
import { countAnew, openCountBook } from './counting.ts'
import { knownOpen } from './known.ts'

/** When warnings are given, and who is told of what is late: the office's own. */
export const ladderHandlers: SliceHandlers<typeof complaintLadder, Contexts> = {
  ladder: ({ db }) => readLadder(db),
  changeLadder: (context, ladder) => keepLadder(context, ladder),
  resetLadder: (context) => keepLadder(context, shippedLadder),
}

async function keepLadder(context: CommandContext, ladder: Ladder): Promise<Ladder> {
  const fault = ladderFault(ladder)
  if (fault !== null) throw new WorkspaceError(`complaints.ladder-${fault}`)
  await writeLadder(context.writer, ladder)
  context.record('setting', ladderSetting, ['value'])
  await moveMarks(context)
  return ladder
}

/**
 * Every open complaint has its marks where the ladder puts them now. A mark that was reached and
 * still is has been told: it is not told again because the days behind it changed.
 */
async function moveMarks(context: CommandContext): Promise<void> {
  const { db, writer, clock, newId } = context
  const book = await openCountBook(db)
  const now = clock.now()
  for (const id of await openComplaints(db)) {
    const { row: before } = await knownOpen(db, id)
    await countAnew(context, id, book)
    const { row: after } = await knownOpen(db, id)
    for (const mark of WarningMark.options) {
      const [from, to] = [before[markColumns[mark]], after[markColumns[mark]]]
      if (from === null || to === null || from === to || from > now || to > now) continue
      await carryWarnings({ db, writer, newId }, id, mark, { from, to })
    }
  }
}
