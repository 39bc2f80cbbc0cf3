import { AssessmentId } from '#contract/assessmentIds'
import { AssessmentResult } from '#contract/assessmentSubjects'
import { AnswerProgress, type Answer } from '#contract/assessments'
import { ControlKey } from '#contract/frameworks'
import { Instant } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { AnswerRow, CarryRow } from '../assessmentTables.ts'

/** What was answered, by assessment. */
export async function answersOf(
  db: Reader,
  ids: readonly AssessmentId[],
): Promise<Map<AssessmentId, Answer[]>> {
  const rows = await db
    .selectFrom('assessment_answer')
    .innerJoin('person', 'person.id', 'assessment_answer.changed_by')
    .selectAll('assessment_answer')
    .select('person.name as by_name')
    .where('assessment_id', 'in', ids.length === 0 ? [''] : [...ids])
    .orderBy('control_key')
    .orderBy('assessment_answer.id')
    .execute()
  const byId = new Map<AssessmentId, Answer[]>(ids.map((id) => [id, []]))
  for (const row of rows) byId.get(AssessmentId.parse(row.assessment_id))?.push(toAnswer(row))
  return byId
}

/** The row of one answer; null where nobody touched the control. */
export async function answerRow(
  db: Reader,
  id: AssessmentId,
  key: string,
): Promise<AnswerRow | null> {
  const row = await db
    .selectFrom('assessment_answer')
    .selectAll()
    .where('assessment_id', '=', id)
    .where('control_key', '=', key)
    .executeTakeFirst()
  return row ?? null
}

export async function insertAnswer(db: Writer, row: AnswerRow): Promise<void> {
  await db.insertInto('assessment_answer').values(row).execute()
}

export async function updateAnswer(
  db: Writer,
  id: string,
  changes: Partial<Omit<AnswerRow, 'id' | 'assessment_id' | 'control_key'>>,
): Promise<void> {
  await db.updateTable('assessment_answer').set(changes).where('id', '=', id).execute()
}

export async function insertCarry(db: Writer, row: CarryRow): Promise<void> {
  await db.insertInto('assessment_carry').values(row).execute()
}

/** The last carrying of an assessment that was not taken back; null where there is none. */
export async function lastCarry(db: Reader, id: AssessmentId): Promise<CarryRow | null> {
  const row = await db
    .selectFrom('assessment_carry')
    .selectAll()
    .where('assessment_id', '=', id)
    .where('undone_at', 'is', null)
    .orderBy('at', 'desc')
    .orderBy('id')
    .executeTakeFirst()
  return row ?? null
}

export async function setCarryUndone(db: Writer, id: string, undone_at: Instant): Promise<void> {
  await db.updateTable('assessment_carry').set({ undone_at }).where('id', '=', id).execute()
}

function toAnswer(row: AnswerRow & { readonly by_name: string }): Answer {
  return {
    key: ControlKey.parse(row.control_key),
    result: row.result === null ? null : AssessmentResult.parse(row.result),
    progress: AnswerProgress.parse(row.progress),
    note: row.note,
    version: row.version,
    changedAt: Instant.parse(row.changed_at),
    changedBy: row.by_name,
  }
}
