import type { IntakeDraft } from '#contract/complaints'
import { IntakeDraft as Draft } from '#contract/complaints'
import type { PersonId } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { ComplaintDraftRow } from '../tables.ts'

/** What somebody has half typed; null for nothing. */
export async function findIntakeDraft(db: Reader, personId: PersonId): Promise<IntakeDraft | null> {
  const row = await db
    .selectFrom('complaint_draft')
    .selectAll()
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (row === undefined) return null
  return { content: Draft.shape.content.parse(JSON.parse(row.content)), savedAt: row.saved_at }
}

/** Puts it in the place of the one this person had. */
export async function writeIntakeDraft(db: Writer, row: ComplaintDraftRow): Promise<void> {
  await removeIntakeDraft(db, row.person_id)
  await db.insertInto('complaint_draft').values(row).execute()
}

export async function removeIntakeDraft(db: Writer, personId: PersonId): Promise<void> {
  await db.deleteFrom('complaint_draft').where('person_id', '=', personId).execute()
}
