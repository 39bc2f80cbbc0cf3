import { z } from 'zod'
import { RoundId } from './assessmentIds.ts'
import { AssessmentPaper } from './assessmentReports.ts'
import { AssessmentState } from './assessments.ts'
import { query } from './call.ts'
import { CampaignRound, CampaignSummary } from './campaigns.ts'
import { Language } from './values.ts'

/** The assessment of one subject of a round as it goes onto paper, and how far it is on its way. */
export const RoundEntry = AssessmentPaper.extend({ state: AssessmentState })
export type RoundEntry = z.infer<typeof RoundEntry>

/** A round of a campaign on paper: what it comes to, then each of its assessments. */
export const RoundPaper = z.object({
  campaign: CampaignSummary.pick({ id: true, name: true, recurrence: true, responsible: true }),
  round: CampaignRound,
  /** In the order of its subjects, whatever their state, without those that were withdrawn. */
  papers: z.array(RoundEntry),
})
export type RoundPaper = z.infer<typeof RoundPaper>

const OneRound = z.object({ id: RoundId })
const Table = OneRound.extend({ language: Language })

/** @throws `compliance.unknown-round` */
export const campaignReports = {
  roundPaper: query(OneRound, RoundPaper),
  /** A row for each assessment, as the round lists them. */
  roundCsv: query(Table, z.object({ csv: z.string() })),
  roundXlsx: query(Table, z.object({ bytes: z.instanceof(Uint8Array) })),
}
