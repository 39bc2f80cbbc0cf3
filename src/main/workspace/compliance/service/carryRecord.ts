import { z } from 'zod'
import { AssessmentId } from '#contract/assessmentIds'
import { AnswerFields } from '#contract/assessments'
import { ControlKey } from '#contract/frameworks'
import type { Reader } from '../../database/schema.ts'
import type { CarryRow } from '../assessmentTables.ts'
import { answersOf } from '../queries/answers.ts'
import { findAssessment } from '../queries/assessments.ts'

/** An answer that a carrying changed: what it was, and the version it has since. */
const ChangedAnswer = AnswerFields.extend({ key: ControlKey, after: z.number().int() })
export type ChangedAnswer = z.infer<typeof ChangedAnswer>

const Before = z.array(ChangedAnswer)

/** What a carrying changed. */
export function changedBy(carry: CarryRow): ChangedAnswer[] {
  return Before.parse(JSON.parse(carry.before))
}

/** Whether the assessment still is as a carrying left it, as far as that changed it. */
export async function isUntouched(db: Reader, carry: CarryRow): Promise<boolean> {
  const id = AssessmentId.parse(carry.assessment_id)
  const head = await findAssessment(db, id)
  if (head?.pinned.id !== carry.to_version) return false
  const now = new Map(
    ((await answersOf(db, [id])).get(id) ?? []).map(({ key, version }) => [key, version]),
  )
  return changedBy(carry).every(({ key, after }) => now.get(key) === after)
}
