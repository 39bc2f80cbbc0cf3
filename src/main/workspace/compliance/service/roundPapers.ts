import type { RoundId } from '#contract/assessmentIds'
import type { SliceHandlers } from '#contract/call'
import type { campaignReports, RoundPaper } from '#contract/campaignReports'
import { WorkspaceError } from '#contract/errors'
import type { Contexts, QueryContext } from '../../context.ts'
import { csvOf } from '../../reports/csv.ts'
import { xlsxOf } from '../../reports/xlsx.ts'
import { assessmentsOfRound, findRound } from '../queries/campaigns.ts'
import { roundColumns, roundRows, roundSheetNames } from '../reports/roundTable.ts'
import { todayOf } from './assessed.ts'
import { knownCampaign, roundOf } from './campaigned.ts'
import { paperOf } from './papers.ts'

/** What leaves of a round: all of its assessments on paper, and the round as a table. */
export const roundPaperHandlers: SliceHandlers<typeof campaignReports, Contexts> = {
  roundPaper: (context, { id }) => roundPaper(context, id),

  async roundCsv(context, { id, language }) {
    const rows = roundRows(await roundPaper(context, id))
    return { csv: csvOf(roundColumns(language), rows, language) }
  },

  async roundXlsx(context, { id, language }) {
    const rows = roundRows(await roundPaper(context, id))
    const bytes = await xlsxOf(roundColumns(language), rows, {
      ...{ language, name: roundSheetNames[language] },
    })
    return { bytes }
  },
}

/** @throws WorkspaceError `compliance.unknown-round` */
async function roundPaper(context: QueryContext, id: RoundId): Promise<RoundPaper> {
  const { db } = context
  const round = await findRound(db, id)
  if (round === null) throw new WorkspaceError('compliance.unknown-round')
  const head = await knownCampaign(db, round.campaignId)
  const { name, recurrence, responsible } = head
  const papers = []
  for (const each of await assessmentsOfRound(db, id)) {
    if (each.state === 'removed') continue
    papers.push({ ...(await paperOf(context, each.id, null)), state: each.state })
  }
  return {
    campaign: { id: head.id, name, recurrence, responsible },
    round: await roundOf(db, round, todayOf(context)),
    papers,
  }
}
