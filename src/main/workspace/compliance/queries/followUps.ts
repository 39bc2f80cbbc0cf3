import { AssessmentId, FindingId } from '#contract/assessmentIds'
import type { PersonId, PlainDate } from '#contract/values'
import type { Reader } from '../../database/schema.ts'

/** A finding that somebody may have to follow up, and its assessment. */
export interface FindingToFollow {
  readonly id: FindingId
  readonly assessmentId: AssessmentId
}

/** All open findings of assessments in sight. */
export async function findingsToFollow(db: Reader): Promise<FindingToFollow[]> {
  return toFollow(await selectOpen(db).execute())
}

/**
 * Those of them that can wait for one person now: an action of theirs that is due until a day, and,
 * where they assess, another's that is done, or a finding whose actions all work. What each waits for
 * the rules say; here only what cannot be meant is left out.
 */
export async function findingsWaitingFor(
  db: Reader,
  { id, mayAssess }: { readonly id: PersonId; readonly mayAssess: boolean },
  until: PlainDate,
): Promise<FindingToFollow[]> {
  const rows = await selectOpen(db)
    .where((q) => {
      const actions = q
        .selectFrom('corrective_action as x')
        .select('x.id')
        .whereRef('x.finding_id', '=', 'assessment_finding.id')
        .where('x.removed_at', 'is', null)
      const isOwn = q.exists(
        actions
          .where('x.owner_id', '=', id)
          .where('x.progress', 'in', ['open', 'in-work'])
          .where('x.due', '<=', until),
      )
      if (!mayAssess) return isOwn
      const isDone = q.exists(
        actions.where('x.progress', '=', 'done').where('x.owner_id', '!=', id),
      )
      const isGoing = q.exists(actions.where('x.progress', '!=', 'effective'))
      return q.or([isOwn, isDone, q.and([q.exists(actions), q.not(isGoing)])])
    })
    .execute()
  return toFollow(rows)
}

function selectOpen(db: Reader) {
  return db
    .selectFrom('assessment_finding')
    .innerJoin('assessment', 'assessment.id', 'assessment_finding.assessment_id')
    .select(['assessment_finding.id', 'assessment_id'])
    .where('assessment.removed_at', 'is', null)
    .where('assessment_finding.removed_at', 'is', null)
    .where('assessment_finding.closed_at', 'is', null)
    .where('severity', '!=', 'good-practice')
    .orderBy('assessment_id')
    .orderBy('assessment_finding.id')
}

function toFollow(
  rows: readonly { readonly id: string; readonly assessment_id: string }[],
): FindingToFollow[] {
  return rows.map((row) => ({
    id: FindingId.parse(row.id),
    assessmentId: AssessmentId.parse(row.assessment_id),
  }))
}
