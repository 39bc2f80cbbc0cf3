import type { AssessmentId } from '#contract/assessmentIds'
import type { Reader, Writer } from '../../database/schema.ts'
import type { AnswererRow } from '../assessmentTables.ts'

/**
 * Who answered a control of some assessments by hand, however many did one after the other. What the
 * workspace measured, and what was carried as it stood, is nobody's answer.
 */
export async function answerersOf(
  db: Reader,
  ids: readonly AssessmentId[],
): Promise<Map<AssessmentId, Set<string>>> {
  const rows = await db
    .selectFrom('assessment_answerer')
    .select(['assessment_id', 'person_id'])
    .distinct()
    .where('assessment_id', 'in', ids.length === 0 ? [''] : [...ids])
    .orderBy('assessment_id')
    .orderBy('person_id')
    .execute()
  const byId = new Map<string, Set<string>>(ids.map((id) => [id, new Set()]))
  for (const row of rows) byId.get(row.assessment_id)?.add(row.person_id)
  return new Map(ids.map((id) => [id, byId.get(id) ?? new Set()]))
}

/** Whether a person is already known to have answered a control. */
export async function hasAnswered(
  db: Reader,
  { assessment_id, control_key, person_id }: Omit<AnswererRow, 'id' | 'at'>,
): Promise<boolean> {
  const row = await db
    .selectFrom('assessment_answerer')
    .select('id')
    .where('assessment_id', '=', assessment_id)
    .where('control_key', '=', control_key)
    .where('person_id', '=', person_id)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertAnswerer(db: Writer, row: AnswererRow): Promise<void> {
  await db.insertInto('assessment_answerer').values(row).execute()
}
