import type { ComplaintPause, PauseId } from '#contract/complaintClocks'
import type { ComplaintId } from '#contract/complaintFields'
import type { Instant } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { ComplaintPauseRow } from '../tables.ts'

/** When the clocks of a complaint stood still, newest first. */
export async function listPauses(db: Reader, id: ComplaintId): Promise<ComplaintPause[]> {
  const rows = await db
    .selectFrom('complaint_pause')
    .innerJoin('person', 'person.id', 'complaint_pause.by_id')
    .selectAll('complaint_pause')
    .select('person.name as by_name')
    .where('complaint_id', '=', id)
    .orderBy('from_at', 'desc')
    .orderBy('complaint_pause.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    from: row.from_at,
    ended: row.ended_at,
    reason: row.reason,
    byName: row.by_name,
    expected: row.expected,
  }))
}

export async function insertPause(db: Writer, row: ComplaintPauseRow): Promise<void> {
  await db.insertInto('complaint_pause').values(row).execute()
}

export async function endPause(db: Writer, id: PauseId, at: Instant): Promise<void> {
  await db.updateTable('complaint_pause').set({ ended_at: at }).where('id', '=', id).execute()
}
