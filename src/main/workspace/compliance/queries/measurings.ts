import { MeasuringId, type AssessmentId, type RoundId } from '#contract/assessmentIds'
import type { Instant } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { AnswerRow, MeasureRow } from '../assessmentTables.ts'
import type { CampaignMeasuringRow } from '../campaignTables.ts'

/** The last time a round was measured anew, whether or not that was taken back; null: never. */
export async function lastMeasuring(
  db: Reader,
  round: RoundId,
): Promise<(Omit<CampaignMeasuringRow, 'id'> & { readonly id: MeasuringId }) | null> {
  const row = await db
    .selectFrom('campaign_measuring')
    .selectAll()
    .where('round_id', '=', round)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return row === undefined ? null : { ...row, id: MeasuringId.parse(row.id) }
}

/** Of earlier ones of the same round nothing can be taken back any more. */
export async function insertMeasuring(db: Writer, row: CampaignMeasuringRow): Promise<void> {
  await db
    .updateTable('campaign_measuring')
    .set({ before: '[]' })
    .where('round_id', '=', row.round_id)
    .execute()
  await db.insertInto('campaign_measuring').values(row).execute()
}

export async function setMeasuringUndone(
  db: Writer,
  id: MeasuringId,
  undone_at: Instant,
): Promise<void> {
  await db
    .updateTable('campaign_measuring')
    .set({ undone_at, before: '[]' })
    .where('id', '=', id)
    .execute()
}

/** The rows of what was measured of an assessment, by control. */
export async function measureRows(db: Reader, id: AssessmentId): Promise<Map<string, MeasureRow>> {
  const rows = await db
    .selectFrom('assessment_measure')
    .selectAll()
    .where('assessment_id', '=', id)
    .orderBy('id')
    .execute()
  return new Map(rows.map((row) => [row.control_key, row]))
}

/** The rows of its answers, by control. */
export async function answerRows(db: Reader, id: AssessmentId): Promise<Map<string, AnswerRow>> {
  const rows = await db
    .selectFrom('assessment_answer')
    .selectAll()
    .where('assessment_id', '=', id)
    .orderBy('id')
    .execute()
  return new Map(rows.map((row) => [row.control_key, row]))
}

export async function removeMeasure(db: Writer, id: string): Promise<void> {
  await db.deleteFrom('assessment_measure').where('id', '=', id).execute()
}
