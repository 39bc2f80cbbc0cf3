import type { Cycle, Phase } from '#contract/cycles'
import type { PostFilter } from '#contract/posts'
import type { PhaseStanding, PhaseSummary, ProgressCounts } from '#contract/postPhases'
import type { Reader } from '../../database/schema.ts'
import { dayNumber } from '../../days/rules/dates.ts'
import type { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { readPlanningSettings } from '../../planning/queries/settings.ts'
import { lacksOf, talliesOf, unprovenOf, weeksOfPhases } from '../queries/phases.ts'
import { completeness, progressOf, sum, targetStates, type Tally } from '../rules/completeness.ts'
import { sumOfWeeks } from '../rules/weeks.ts'

/** Where the phases of a cycle stand; the filter narrows the weeks alone. */
export async function summaryOf(
  db: Reader,
  { id, phases }: Cycle,
  filter: PostFilter,
  now: ReturnType<typeof malaysianTime>,
): Promise<PhaseSummary> {
  const ids = phases.map((phase) => phase.id)
  const tallies = await talliesOf(db, ids)
  const { weekStartsOn } = await readPlanningSettings(db)
  const weeks = await weeksOfPhases(db, ids, filter, now, weekStartsOn)
  const lacks = await lacksOf(db, ids)
  const unproven = await unprovenOf(db, ids)
  const today = dayNumber(now.day)
  const standings = phases.map((phase) => ({
    ...standingOf(
      phase,
      tallies.filter(({ phaseId }) => phaseId === phase.id),
    ),
    daysLeft: dayNumber(phase.endsOn) - today,
    ...(lacks.get(phase.id) ?? { missing: {}, incomplete: 0 }),
    unproven: unproven.get(phase.id) ?? 0,
    weeks: sumOfWeeks(weeks.filter(({ phaseId }) => phaseId === phase.id)),
  }))
  return {
    cycleId: id,
    completeness: sum(standings.map((standing) => standing.completeness)),
    phases: standings,
  }
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
