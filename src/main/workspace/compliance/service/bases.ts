import type { AssessmentId } from '#contract/assessmentIds'
import type { AssessmentReport } from '#contract/assessmentReports'
import type { FrameworkVersionId } from '#contract/frameworks'
import type { Reader } from '../../database/schema.ts'
import type { AssessmentHead } from '../queries/assessments.ts'
import { versionOfHash } from '../queries/reading.ts'
import { snapshotsOf } from '../queries/reviews.ts'

/** The approved revision that speaks for an assessment, and the version of the checklist it was by. */
export interface Basis {
  readonly revision: number
  readonly report: AssessmentReport
  readonly versionId: FrameworkVersionId
}

/**
 * What an assessment is held against others by: what was approved of it, where that is still as it was.
 * The one that is being looked at speaks for itself while it is worked on again.
 * @returns null: its answers as they stand now
 */
export async function basisOf(
  db: Reader,
  { id, state, pinned }: AssessmentHead,
  looked: AssessmentId,
): Promise<Basis | null> {
  if (id === looked && state !== 'approved') return null
  const [latest] = await snapshotsOf(db, id)
  if (latest === undefined || !latest.head.isIntact || latest.report === null) return null
  const { report, head } = latest
  const versionId = await versionOfHash(db, pinned.frameworkId, report.checklist.hash)
  return versionId === null ? null : { revision: head.revision, report, versionId }
}
