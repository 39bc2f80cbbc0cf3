import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { postPhases } from '#contract/postPhases'
import type { Contexts } from '../../context.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { historyState, loadHistory } from '../history.ts'
import { columnOfBoard } from '../queries/board.ts'
import { daysOfYear } from '../queries/year.ts'
import { summaryOf } from './phaseSummary.ts'
import { knownCycle } from './roadSheet.ts'
import { workableDay } from './workable.ts'

/** The plan seen from its phases: board, road map, year and completeness. */
export const phaseHandlers: SliceHandlers<typeof postPhases, Contexts> = {
  phaseSummary: async ({ db, clock }, { cycleId, filter }) =>
    summaryOf(db, await knownCycle(db, cycleId), filter, malaysianTime(clock.now())),

  async boardColumn({ db, clock }, { cycleId, ...page }) {
    const { phases } = await knownCycle(db, cycleId)
    const [first, last] = [phases[0], phases.at(-1)]
    if (first === undefined || last === undefined) throw new WorkspaceError('cycles.unknown')
    if (page.phaseId !== null && !phases.some(({ id }) => id === page.phaseId)) {
      throw new WorkspaceError('cycles.unknown-phase')
    }
    const period = { from: first.startsOn, to: last.endsOn }
    return columnOfBoard(db, { ...page, period }, malaysianTime(clock.now()))
  },

  firstWorkableDay: async ({ db, clock }, asked) => ({
    day: await workableDay(db, asked, malaysianTime(clock.now()).day),
  }),

  year: ({ db, clock }, { year, filter }) =>
    daysOfYear(db, year, filter, malaysianTime(clock.now())),

  async history({ db }) {
    const { cycle, loaded } = await historyState(db)
    return { cycleId: cycle?.id ?? null, loaded }
  },

  loadHistory: async (context) => ({ added: await loadHistory(context) }),
}
