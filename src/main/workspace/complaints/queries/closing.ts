import type { AttachmentId } from '#contract/attachments'
import type { PhotoRole, Satisfaction, SatisfactionId } from '#contract/complaintClosing'
import type { ComplaintId } from '#contract/complaintFields'
import type { Reader, Writer } from '../../database/schema.ts'
import { coverText, type CoveredName } from '../rules/cover.ts'
import type { ComplaintCheckRow, ComplaintSatisfactionRow } from '../tables.ts'

/** The checks of a complaint that a person confirmed, with who did. */
export async function listConfirmed(
  db: Reader,
  id: ComplaintId,
): Promise<(ComplaintCheckRow & { readonly by_name: string })[]> {
  return db
    .selectFrom('complaint_check')
    .innerJoin('person', 'person.id', 'complaint_check.by_id')
    .selectAll('complaint_check')
    .select('person.name as by_name')
    .where('complaint_id', '=', id)
    .orderBy('complaint_check.id')
    .execute()
}

export async function insertCheck(db: Writer, row: ComplaintCheckRow): Promise<void> {
  await db.insertInto('complaint_check').values(row).execute()
}

export async function removeCheck(db: Writer, id: string): Promise<void> {
  await db.deleteFrom('complaint_check').where('id', '=', id).execute()
}

/** What was said of how it was settled, newest first, covered. */
export async function listSatisfaction(
  db: Reader,
  id: ComplaintId,
  complainantName: CoveredName,
): Promise<Satisfaction[]> {
  const rows = await db
    .selectFrom('complaint_satisfaction')
    .innerJoin('person', 'person.id', 'complaint_satisfaction.by_id')
    .selectAll('complaint_satisfaction')
    .select('person.name as by_name')
    .where('complaint_id', '=', id)
    .where('removed_at', 'is', null)
    .orderBy('at', 'desc')
    .orderBy('complaint_satisfaction.id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, score: row.score, unsolved: row.unsolved === 1, way: row.way },
    ...{ note: coverText(row.note, complainantName), at: row.at, byName: row.by_name },
  }))
}

export async function findSatisfaction(
  db: Reader,
  id: SatisfactionId,
): Promise<ComplaintSatisfactionRow | null> {
  const row = await db
    .selectFrom('complaint_satisfaction')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

export async function insertSatisfaction(db: Writer, row: ComplaintSatisfactionRow): Promise<void> {
  await db.insertInto('complaint_satisfaction').values(row).execute()
}

export async function updateSatisfaction(
  db: Writer,
  id: SatisfactionId,
  changes: Pick<ComplaintSatisfactionRow, 'removed_at'>,
): Promise<void> {
  await db.updateTable('complaint_satisfaction').set(changes).where('id', '=', id).execute()
}

/** Which photos of a complaint show the place before, and which after; of those still attached. */
export async function listPhotos(db: Reader, id: ComplaintId) {
  return db
    .selectFrom('complaint_photo')
    .innerJoin('attachment', 'attachment.id', 'complaint_photo.attachment_id')
    .select([
      ...(['complaint_photo.id', 'complaint_photo.attachment_id', 'complaint_photo.role'] as const),
    ])
    .where('complaint_id', '=', id)
    .where('attachment.removed_at', 'is', null)
    .orderBy('attachment.added_at')
    .orderBy('complaint_photo.id')
    .execute()
}

/** Whether an attachment is a picture of this complaint. */
export async function isPhotoOf(
  db: Reader,
  id: ComplaintId,
  attachmentId: AttachmentId,
): Promise<boolean> {
  const row = await db
    .selectFrom('attachment')
    .select('id')
    .where('id', '=', attachmentId)
    .where('owner_kind', '=', 'complaint')
    .where('owner_id', '=', id)
    .where('width', 'is not', null)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Says what a photo shows; null: nothing of the kind. */
export async function writePhotoRole(
  db: Writer,
  row: { id: string; complaint_id: ComplaintId; attachment_id: AttachmentId },
  role: PhotoRole | null,
): Promise<void> {
  await db.deleteFrom('complaint_photo').where('attachment_id', '=', row.attachment_id).execute()
  if (role !== null)
    await db
      .insertInto('complaint_photo')
      .values({ ...row, role })
      .execute()
}
