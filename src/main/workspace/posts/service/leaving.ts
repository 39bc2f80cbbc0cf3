import type { SliceHandlers } from '#contract/call'
import type { postLeaving } from '#contract/postLeaving'
import type { Contexts } from '../../context.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { csvOf } from '../../reports/csv.ts'
import { xlsxOf } from '../../reports/xlsx.ts'
import { readPlanNames } from '../queries/planNames.ts'
import { planRows } from '../queries/planRows.ts'
import { readPlanSheet } from '../queries/planSheet.ts'
import { planCalendar } from '../reports/planCalendar.ts'
import { planColumns } from '../reports/planTable.ts'
import { calendarName } from '../reports/planWords.ts'
import { roadColumns, roadRows } from '../reports/roadTable.ts'
import { summaryOf } from './phaseSummary.ts'
import { knownCycle, readRoadSheet } from './roadSheet.ts'

type LeavingCalls = Pick<
  typeof postLeaving,
  'planSheet' | 'planCsv' | 'planXlsx' | 'planIcs' | 'roadSheet' | 'roadCsv'
>

/** The plan as paper and as files for others. */
export const leavingHandlers: SliceHandlers<LeavingCalls, Contexts> = {
  planSheet: ({ db, clock }, choice) => readPlanSheet(db, choice, malaysianTime(clock.now())),

  async planCsv({ db, clock }, { language, ...choice }) {
    const rows = await planRows(db, choice, malaysianTime(clock.now()))
    return { csv: csvOf(planColumns(await readPlanNames(db, language), language), rows, language) }
  },

  async planXlsx({ db, clock }, { language, ...choice }) {
    const rows = await planRows(db, choice, malaysianTime(clock.now()))
    const columns = planColumns(await readPlanNames(db, language), language)
    return { bytes: await xlsxOf(columns, rows, { language, name: calendarName[language] }) }
  },

  async planIcs({ db, clock }, { language, ...choice }) {
    const at = clock.now()
    const rows = await planRows(db, choice, malaysianTime(at))
    return { ics: planCalendar(rows, await readPlanNames(db, language), { language, at }) }
  },

  roadSheet: ({ db, clock }, choice) => readRoadSheet(db, choice, malaysianTime(clock.now())),

  async roadCsv({ db, clock }, { language, cycleId, filter }) {
    const now = malaysianTime(clock.now())
    const summary = await summaryOf(db, await knownCycle(db, cycleId), filter, now)
    const columns = roadColumns(await readPlanNames(db, language))
    return { csv: csvOf(columns, roadRows(summary), language) }
  },
}
