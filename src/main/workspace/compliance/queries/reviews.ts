import { z } from 'zod'
import { AssessmentReport } from '#contract/assessmentReports'
import type { AssessmentId } from '#contract/assessmentIds'
import { QualityMark } from '#contract/assessmentQuality'
import {
  ReviewDeed,
  Signature,
  type RouteStep,
  type SnapshotHead,
} from '#contract/assessmentReviews'
import { Instant, PersonId, Sha256 } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { SnapshotRow, StepRow } from '../assessmentTables.ts'
import { hashOfText } from '../rules/content.ts'
import { sealsOf } from './seals.ts'

const Warnings = z.array(QualityMark)

/** A step with what the assessment said when it was taken. */
export interface KeptStep extends RouteStep {
  readonly contentHash: Sha256 | null
}

/** The deeds of some assessments, each in the order in which they were done. */
export async function stepsOf(
  db: Reader,
  ids: readonly AssessmentId[],
): Promise<Map<AssessmentId, KeptStep[]>> {
  const rows = await db
    .selectFrom('assessment_step')
    .selectAll()
    .where('assessment_id', 'in', ids.length === 0 ? [''] : [...ids])
    .orderBy('assessment_id')
    .orderBy('place')
    .execute()
  const byId = new Map<string, KeptStep[]>(ids.map((id) => [id, []]))
  for (const row of rows) byId.get(row.assessment_id)?.push(toStep(row))
  return new Map(ids.map((id) => [id, byId.get(id) ?? []]))
}

export async function insertStep(db: Writer, row: StepRow): Promise<void> {
  await db.insertInto('assessment_step').values(row).execute()
}

export async function insertSnapshot(db: Writer, row: SnapshotRow): Promise<void> {
  await db.insertInto('assessment_snapshot').values(row).execute()
}

/** What is kept of an approved revision; `report` is null where it cannot be read any more. */
export interface KeptSnapshot {
  readonly head: SnapshotHead
  readonly report: AssessmentReport | null
}

/**
 * The approved revisions of an assessment, the newest first, each held against its hash, and that
 * against the one that the audit log's chain holds.
 */
export async function snapshotsOf(db: Reader, id: AssessmentId): Promise<KeptSnapshot[]> {
  const rows = await db
    .selectFrom('assessment_snapshot')
    .innerJoin('person', 'person.id', 'assessment_snapshot.by_id')
    .selectAll('assessment_snapshot')
    .select('person.name as by_name')
    .where('assessment_id', '=', id)
    .orderBy('revision', 'desc')
    .execute()
  const seals = await sealsOf(
    db,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({
    head: {
      revision: row.revision,
      hash: Sha256.parse(row.hash),
      at: Instant.parse(row.at),
      by: row.by_name,
      isIntact: hashOfText(row.body) === row.hash && isSealed(seals.get(row.id), row.hash),
    },
    report: readBody(row.body),
  }))
}

/** What the log knows nothing of was put there by another hand; what is older has its hash alone. */
function isSealed(seal: string | null | undefined, hash: string): boolean {
  return seal === null || seal === hash
}

/** A body that somebody changed in the file may be no report at all. */
function readBody(body: string): AssessmentReport | null {
  try {
    return AssessmentReport.safeParse(JSON.parse(body)).data ?? null
  } catch {
    return null
  }
}

function toStep(row: StepRow): KeptStep {
  return {
    id: row.id,
    revision: row.revision,
    deed: ReviewDeed.parse(row.deed),
    personId: PersonId.parse(row.by_id),
    name: row.by_name,
    post: row.by_post,
    at: Instant.parse(row.at),
    remark: row.remark,
    signature: row.signature === null ? null : Signature.parse(JSON.parse(row.signature)),
    warnings: Warnings.parse(JSON.parse(row.warnings)),
    contentHash: row.content_hash === null ? null : Sha256.parse(row.content_hash),
  }
}
