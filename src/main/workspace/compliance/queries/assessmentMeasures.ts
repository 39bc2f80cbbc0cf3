import { AssessmentId } from '#contract/assessmentIds'
import { Measured, MeasureVerdict } from '#contract/measures'
import { Instant } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { MeasureRow } from '../assessmentTables.ts'
import { byChunks } from './byChunks.ts'

/** What is kept of a measured control, without how an answer stands to it. */
export interface KeptMeasure {
  readonly rowId: string
  readonly key: string
  readonly measured: Measured
  readonly at: Instant
  readonly by: string
  readonly reason: string
  readonly reasonBy: string | null
  readonly reasonAt: Instant | null
}

/** A measurement as lists need it. */
export interface KeptVerdict {
  readonly key: string
  readonly verdict: MeasureVerdict
  readonly reason: string
}

/** What was measured for one assessment, by control. */
export async function measuresOf(db: Reader, id: AssessmentId): Promise<Map<string, KeptMeasure>> {
  const rows = await db
    .selectFrom('assessment_measure')
    .innerJoin('person as measurer', 'measurer.id', 'assessment_measure.by_id')
    .leftJoin('person as reasoner', 'reasoner.id', 'assessment_measure.reason_by')
    .selectAll('assessment_measure')
    .select(['measurer.name as by_name', 'reasoner.name as reason_name'])
    .where('assessment_id', '=', id)
    .orderBy('control_key')
    .execute()
  return new Map(
    rows.map((row) => [
      row.control_key,
      {
        ...{ rowId: row.id, key: row.control_key },
        measured: Measured.parse(JSON.parse(row.measured)),
        ...{ at: Instant.parse(row.at), by: row.by_name, reason: row.reason },
        reasonBy: row.reason_name,
        reasonAt: row.reason_at === null ? null : Instant.parse(row.reason_at),
      },
    ]),
  )
}

/** Verdicts and reasons, by assessment. */
export async function verdictsOf(
  db: Reader,
  ids: readonly AssessmentId[],
): Promise<Map<AssessmentId, KeptVerdict[]>> {
  const rows = await byChunks(ids, (some) =>
    db
      .selectFrom('assessment_measure')
      .select(['assessment_id', 'control_key', 'verdict', 'reason'])
      .where('assessment_id', 'in', [...some])
      .orderBy('id')
      .execute(),
  )
  const byId = new Map<AssessmentId, KeptVerdict[]>(ids.map((id) => [id, []]))
  for (const { assessment_id, control_key, verdict, reason } of rows) {
    const kept = { key: control_key, verdict: MeasureVerdict.parse(verdict), reason }
    byId.get(AssessmentId.parse(assessment_id))?.push(kept)
  }
  return byId
}

/** The row of one control; null where it was not measured. */
export async function measureRow(
  db: Reader,
  id: AssessmentId,
  key: string,
): Promise<MeasureRow | null> {
  const row = await db
    .selectFrom('assessment_measure')
    .selectAll()
    .where('assessment_id', '=', id)
    .where('control_key', '=', key)
    .executeTakeFirst()
  return row ?? null
}

export async function insertMeasures(db: Writer, rows: readonly MeasureRow[]): Promise<void> {
  await byChunks(rows, async (some) => {
    await db
      .insertInto('assessment_measure')
      .values([...some])
      .execute()
    return []
  })
}

export async function updateMeasure(
  db: Writer,
  id: string,
  changes: Partial<Omit<MeasureRow, 'id' | 'assessment_id' | 'control_key'>>,
): Promise<void> {
  await db.updateTable('assessment_measure').set(changes).where('id', '=', id).execute()
}
