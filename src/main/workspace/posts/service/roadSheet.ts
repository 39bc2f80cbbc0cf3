import type { Cycle } from '#contract/cycles'
import { WorkspaceError } from '#contract/errors'
import type { RoadChoice, RoadSheet } from '#contract/postLeaving'
import { findCycle } from '../../cycles/queries.ts'
import type { Reader } from '../../database/schema.ts'
import type { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { notesBetween } from '../../planning/queries/notes.ts'
import { readPlanningSettings } from '../../planning/queries/settings.ts'
import { holidaysIn, readSheetNames } from '../queries/sheetNames.ts'
import { summaryOf } from './phaseSummary.ts'

/**
 * The road map of a cycle as it stands on paper.
 * @throws WorkspaceError `cycles.unknown`
 */
export async function readRoadSheet(
  db: Reader,
  { cycleId, filter }: RoadChoice,
  now: ReturnType<typeof malaysianTime>,
): Promise<RoadSheet> {
  const cycle = await knownCycle(db, cycleId)
  const [first, last] = [cycle.phases[0], cycle.phases.at(-1)]
  if (first === undefined || last === undefined) throw new WorkspaceError('cycles.unknown')
  const period = { from: first.startsOn, to: last.endsOn }
  return {
    ...{ cycle, filter, today: now.day },
    summary: await summaryOf(db, cycle, filter, now),
    ...(await readSheetNames(db)),
    notes: await notesBetween(db, period.from, period.to),
    holidays: await holidaysIn(db, period),
    weekStartsOn: (await readPlanningSettings(db)).weekStartsOn,
  }
}

/** @throws WorkspaceError `cycles.unknown` */
export async function knownCycle(db: Reader, id: Cycle['id']): Promise<Cycle> {
  const cycle = await findCycle(db, id)
  if (cycle === null) throw new WorkspaceError('cycles.unknown')
  return cycle
}
