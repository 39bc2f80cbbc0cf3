import type { NoteId } from '#contract/planning'
import type { PostId } from '#contract/postIds'
import type { Instant } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { Allowance } from '../rules/blackout.ts'
import type { BlackoutAllowanceRow } from '../allowanceTables.ts'

/** Blackouts through which somebody lets a post, the newest first. */
export async function listAllowances(
  db: Reader,
  postId: PostId,
): Promise<(Allowance & { readonly id: string })[]> {
  const rows = await db
    .selectFrom('blackout_allowance')
    .innerJoin('person', 'person.id', 'blackout_allowance.given_by')
    .select(['blackout_allowance.id', 'note_id', 'reason', 'person.name as by_name'])
    .where('post_id', '=', postId)
    .where('removed_at', 'is', null)
    .orderBy('given_at', 'desc')
    .orderBy('blackout_allowance.id')
    .execute()
  return rows.map(({ id, note_id, reason, by_name }) => ({
    ...{ id, noteId: note_id, reason, byName: by_name },
  }))
}

export async function insertAllowance(db: Writer, row: BlackoutAllowanceRow): Promise<void> {
  await db.insertInto('blackout_allowance').values(row).execute()
}

export async function removeAllowances(
  db: Writer,
  postId: PostId,
  noteId: NoteId,
  at: Instant,
): Promise<void> {
  await db
    .updateTable('blackout_allowance')
    .set({ removed_at: at })
    .where('post_id', '=', postId)
    .where('note_id', '=', noteId)
    .where('removed_at', 'is', null)
    .execute()
}
