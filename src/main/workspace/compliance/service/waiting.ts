import type { AssessmentFilter } from '#contract/assessments'
import type { WaitingReview } from '#contract/assessmentReviews'
import type { QueryContext } from '../../context.ts'
import { answerersOf } from '../queries/answerers.ts'
import { duesOf } from '../queries/campaigns.ts'
import { listAssessments, type AssessmentHead } from '../queries/assessments.ts'
import { stepsOf } from '../queries/reviews.ts'
import { refusalOf, stepAfter } from '../rules/route.ts'
import { todayOf } from './assessed.ts'

/** Assessments whose review or approval the person at the keyboard may give. */
export async function waitingHeads(
  context: QueryContext,
  filter: Omit<AssessmentFilter, 'state'> = { subject: null, frameworkId: null },
): Promise<AssessmentHead[]> {
  return (await waiting(context, filter)).map(({ head }) => head)
}

/**
 * The same with the step that waits, and by when its round is to be approved: the earliest day first,
 * then what has none, the longest waiting first.
 */
export async function waitingReviews(context: QueryContext): Promise<WaitingReview[]> {
  const all = await waiting(context, { subject: null, frameworkId: null })
  const today = todayOf(context)
  const dues = await duesOf(
    context.db,
    all.map(({ head }) => head.id),
  )
  return all
    .map(({ head, step, since, by }) => {
      const due = dues.get(head.id) ?? null
      return {
        ...{ id: head.id, subject: head.subject, subjectName: head.subjectName },
        ...{ period: head.period, title: head.pinned.title, step, since, by },
        ...{ due, isLate: due !== null && due < today },
      }
    })
    .toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))
}

/** Days come before the letter that stands for none. */
function orderOf({ due, since, id }: WaitingReview): string {
  return `${due ?? 'none'} ${since} ${id}`
}

async function waiting(
  { db, actor }: QueryContext,
  filter: Omit<AssessmentFilter, 'state'>,
): Promise<(Pick<WaitingReview, 'step' | 'since' | 'by'> & { readonly head: AssessmentHead })[]> {
  if (actor === null) return []
  const heads = [
    ...(await listAssessments(db, { ...filter, state: 'prepared' })),
    ...(await listAssessments(db, { ...filter, state: 'reviewed' })),
  ]
  const ids = heads.map(({ id }) => id)
  const [steps, answerers] = [await stepsOf(db, ids), await answerersOf(db, ids)]
  return heads.flatMap((head) => {
    const own = steps.get(head.id) ?? []
    const [step, last] = [stepAfter(head.state), own.at(-1)]
    if (step === null || last === undefined) return []
    if (refusalOf(step, actor, own, answerers.get(head.id) ?? new Set()) !== null) return []
    return [{ head, step, since: last.at, by: last.name }]
  })
}
