import type { SliceHandlers } from '#contract/call'
import type { Cycle, CycleId, Phase } from '#contract/cycles'
import { WorkspaceError } from '#contract/errors'
import type { PhaseStanding, postPhases, ProgressCounts } from '#contract/postPhases'
import type { Contexts } from '../../context.ts'
import { findCycle } from '../../cycles/queries.ts'
import type { Reader } from '../../database/schema.ts'
import { dayNumber } from '../../days/rules/dates.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { historyState, loadHistory } from '../history.ts'
import { columnOfBoard } from '../queries/board.ts'
import { daysOf, lacksOf, talliesOf } from '../queries/phases.ts'
import { daysOfYear } from '../queries/year.ts'
import { completeness, progressOf, sum, targetStates, type Tally } from '../rules/completeness.ts'
import { weeksOf } from '../rules/weeks.ts'

/** The plan seen from its phases: board, road map, year and completeness. */
export const phaseHandlers: SliceHandlers<typeof postPhases, Contexts> = {
  async phaseSummary({ db, clock }, { cycleId, filter }) {
    const { phases } = await known(db, cycleId)
    const ids = phases.map(({ id }) => id)
    const now = malaysianTime(clock.now())
    const tallies = await talliesOf(db, ids)
    const days = await daysOf(db, ids, filter, now)
    const lacks = await lacksOf(db, ids)
    const today = dayNumber(now.day)
    const standings = phases.map((phase) => ({
      ...standingOf(
        phase,
        tallies.filter(({ phaseId }) => phaseId === phase.id),
      ),
      daysLeft: dayNumber(phase.endsOn) - today,
      missing: lacks.get(phase.id) ?? {},
      weeks: weeksOf(days.filter(({ phaseId }) => phaseId === phase.id)),
    }))
    return {
      cycleId,
      completeness: sum(standings.map((standing) => standing.completeness)),
      phases: standings,
    }
  },

  async boardColumn({ db, clock }, { cycleId, ...page }) {
    const { phases } = await known(db, cycleId)
    const [first, last] = [phases[0], phases.at(-1)]
    if (first === undefined || last === undefined) throw new WorkspaceError('cycles.unknown')
    if (page.phaseId !== null && !phases.some(({ id }) => id === page.phaseId)) {
      throw new WorkspaceError('cycles.unknown-phase')
    }
    const period = { from: first.startsOn, to: last.endsOn }
    return columnOfBoard(db, { ...page, period }, malaysianTime(clock.now()))
  },

  year: ({ db, clock }, { year, filter }) =>
    daysOfYear(db, year, filter, malaysianTime(clock.now())),

  async history({ db }) {
    const { cycle, loaded } = await historyState(db)
    return { cycleId: cycle?.id ?? null, loaded }
  },

  loadHistory: async (context) => ({ added: await loadHistory(context) }),
}

async function known(db: Reader, id: CycleId): Promise<Cycle> {
  const cycle = await findCycle(db, id)
  if (cycle === null) throw new WorkspaceError('cycles.unknown')
  return cycle
}

function standingOf(
  { id, targets }: Phase,
  tallies: readonly Tally[],
): Pick<PhaseStanding, 'phaseId' | 'counts' | 'completeness' | 'targets'> {
  const counts: ProgressCounts = { planned: 0, approved: 0, published: 0, stopped: 0 }
  for (const { status, count } of tallies) counts[progressOf[status]] += count
  const states = targetStates(targets, tallies)
  return { phaseId: id, counts, completeness: completeness(states), targets: states }
}
