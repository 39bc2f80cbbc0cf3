import type { PhaseId } from '#contract/cycles'
import type { PhaseSummary, WeekCount } from '#contract/postPhases'
import { addDays } from '../../days/rules/dates.ts'
import type { Column } from '../../reports/csv.ts'
import type { PlanNames } from '../queries/planNames.ts'

/** Posts of one phase, week and wave category. */
export interface RoadRow extends WeekCount {
  readonly phaseId: PhaseId
}

/** What the bars of the road map stand for, a row for each of their parts. */
export function roadRows({ phases }: PhaseSummary): RoadRow[] {
  return phases.flatMap(({ phaseId, weeks }) => weeks.map((week) => ({ phaseId, ...week })))
}

/** The road map as a table, in the language of the names. */
export function roadColumns(names: PlanNames): Column<RoadRow>[] {
  return [
    { heading: { ms: 'Bil.', en: 'No.' }, value: (_, place) => place + 1 },
    { heading: { ms: 'Fasa', en: 'Phase' }, value: ({ phaseId }) => names.phase(phaseId) },
    {
      ...{ heading: { ms: 'Minggu bermula', en: 'Week from' }, holds: 'day' },
      value: ({ week }) => week,
    },
    {
      ...{ heading: { ms: 'Minggu berakhir', en: 'Week to' }, holds: 'day' },
      value: ({ week }) => addDays(week, 6),
    },
    {
      heading: { ms: 'Kategori gelombang', en: 'Wave category' },
      value: ({ category }) => names.item('wave-categories', category),
    },
    { heading: { ms: 'Bilangan hantaran', en: 'Posts' }, value: ({ count }) => count },
  ]
}
