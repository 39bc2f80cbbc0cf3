import { Evidence, type AssessmentEvidence } from '#contract/assessmentEvidence'
import { AssessmentId, EvidenceUseId, type EvidenceId } from '#contract/assessmentIds'
import { ControlKey } from '#contract/frameworks'
import { Sha256 } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { EvidenceRow, EvidenceUseRow } from '../assessmentTables.ts'

/** Evidence at the controls of an assessment, in the order in which it was added. */
export async function evidenceOf(db: Reader, id: AssessmentId): Promise<AssessmentEvidence[]> {
  const rows = await selectUses(db)
    .where('evidence_use.assessment_id', '=', id)
    .where('evidence_use.removed_at', 'is', null)
    .orderBy('evidence_use.added_at')
    .orderBy('evidence_use.id')
    .execute()
  return rows.map(toUse)
}

/** One use, removed or not, with what it is of. */
export async function findUse(
  db: Reader,
  id: EvidenceUseId,
): Promise<{ readonly row: EvidenceUseRow; readonly use: AssessmentEvidence } | null> {
  const row = await db
    .selectFrom('evidence_use')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  const named = await selectUses(db).where('evidence_use.id', '=', id).executeTakeFirst()
  return row === undefined || named === undefined ? null : { row, use: toUse(named) }
}

/** The use of a piece at a control, removed or not. */
export async function useAt(
  db: Reader,
  { id, key }: { readonly id: AssessmentId; readonly key: string },
  evidenceId: EvidenceId,
): Promise<EvidenceUseRow | null> {
  const row = await db
    .selectFrom('evidence_use')
    .selectAll()
    .where('assessment_id', '=', id)
    .where('control_key', '=', key)
    .where('evidence_id', '=', evidenceId)
    .executeTakeFirst()
  return row ?? null
}

export interface UseElsewhere extends AssessmentEvidence {
  readonly assessmentId: AssessmentId
}

/** Every use of assessments that were not removed, the newest first; each piece once a control. */
export async function usesEverywhere(db: Reader): Promise<UseElsewhere[]> {
  const rows = await selectUses(db)
    .innerJoin('assessment', 'assessment.id', 'evidence_use.assessment_id')
    .where('assessment.removed_at', 'is', null)
    .where('evidence_use.removed_at', 'is', null)
    .orderBy('evidence_use.added_at', 'desc')
    .orderBy('evidence_use.id')
    .execute()
  return rows.map((row) => ({
    ...toUse(row),
    assessmentId: AssessmentId.parse(row.assessment_id),
  }))
}

/** Whether there is such a piece, and whether an open assessment rests on it. */
export async function standingOf(
  db: Reader,
  id: string,
): Promise<{ readonly isOpen: boolean } | null> {
  const piece = await db.selectFrom('evidence').select('id').where('id', '=', id).executeTakeFirst()
  if (piece === undefined) return null
  const open = await db
    .selectFrom('evidence_use')
    .innerJoin('assessment', 'assessment.id', 'evidence_use.assessment_id')
    .select('evidence_use.id')
    .where('evidence_use.evidence_id', '=', id)
    .where('evidence_use.removed_at', 'is', null)
    .where('assessment.removed_at', 'is', null)
    .where('assessment.closed_at', 'is', null)
    .executeTakeFirst()
  return { isOpen: open !== undefined }
}

/** Of images their bytes, of posts their content: the SHA-256 by the piece; null for what is gone. */
export async function thingHashesOf(
  db: Reader,
  pieces: readonly string[],
): Promise<Map<string, Sha256 | null>> {
  const rows = await db
    .selectFrom('evidence')
    .leftJoin('post', 'post.id', 'evidence.post_id')
    .leftJoin('image', 'image.id', 'evidence.image_id')
    .select(['evidence.id', 'post.content_hash', 'image.bytes_hash'])
    .where('evidence.kind', 'in', ['post', 'image'])
    .where('evidence.id', 'in', pieces.length === 0 ? [''] : [...pieces])
    .orderBy('evidence.id')
    .execute()
  return new Map(
    rows.map(({ id, content_hash, bytes_hash }) => [
      id,
      Sha256.nullable().parse(content_hash ?? bytes_hash),
    ]),
  )
}

export async function insertEvidence(db: Writer, row: EvidenceRow): Promise<void> {
  await db.insertInto('evidence').values(row).execute()
}

export async function insertUse(db: Writer, row: EvidenceUseRow): Promise<void> {
  await db.insertInto('evidence_use').values(row).execute()
}

export async function setUseRemoved(
  db: Writer,
  id: string,
  removed_at: string | null,
): Promise<void> {
  await db.updateTable('evidence_use').set({ removed_at }).where('id', '=', id).execute()
}

function selectUses(db: Reader) {
  return db
    .selectFrom('evidence_use')
    .innerJoin('evidence', 'evidence.id', 'evidence_use.evidence_id')
    .innerJoin('person', 'person.id', 'evidence.added_by')
    .leftJoin('post', 'post.id', 'evidence.post_id')
    .leftJoin('image', 'image.id', 'evidence.image_id')
    .leftJoin('complaint', 'complaint.number', 'evidence.complaint_number')
    .selectAll('evidence')
    .select([
      ...(['evidence_use.id as use_id', 'evidence_use.control_key'] as const),
      ...(['evidence_use.assessment_id', 'person.name as by_name'] as const),
      ...(['post.title as post_title', 'post.trashed_at as post_trashed'] as const),
      ...(['image.name as image_name', 'image.trashed_at as image_trashed'] as const),
      'complaint.id as complaint_id',
    ])
    .select((e) =>
      e
        .selectFrom('evidence_use as other')
        .innerJoin('assessment as of', 'of.id', 'other.assessment_id')
        .whereRef('other.evidence_id', '=', 'evidence.id')
        .where('other.removed_at', 'is', null)
        .where('of.removed_at', 'is', null)
        .select((x) => x.fn.countAll<number | string>().as('total'))
        .as('uses'),
    )
}

interface NamedUse extends EvidenceRow {
  readonly use_id: string
  readonly control_key: string
  readonly by_name: string
  readonly post_title: string | null
  readonly post_trashed: string | null
  readonly image_name: string | null
  readonly image_trashed: string | null
  readonly complaint_id: string | null
  readonly uses: number | string | null
}

function toUse(row: NamedUse): AssessmentEvidence {
  return {
    useId: EvidenceUseId.parse(row.use_id),
    key: ControlKey.parse(row.control_key),
    evidence: Evidence.parse({
      id: row.id,
      source: {
        kind: row.kind,
        ...(row.url !== null && { url: row.url }),
        ...(row.post_id !== null && { postId: row.post_id }),
        ...(row.complaint_number !== null && { number: row.complaint_number }),
        ...(row.image_id !== null && { imageId: row.image_id }),
      },
      // What the thing was called when it was added stands in for one that is not there any more.
      title: row.post_title ?? row.image_name ?? row.complaint_number ?? row.title ?? '',
      isGone: isGone(row),
      addedAt: row.added_at,
      addedBy: row.by_name,
      uses: Number(row.uses ?? 0),
    }),
  }
}

function isGone(row: NamedUse): boolean {
  if (row.kind === 'post') return row.post_title === null || row.post_trashed !== null
  if (row.kind === 'image') return row.image_name === null || row.image_trashed !== null
  return row.kind === 'complaint' && row.complaint_id === null
}
