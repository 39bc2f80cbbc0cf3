import type { ComplaintId } from '#contract/complaintFields'
import { open } from '#contract/complaintStatus'
import type { Reader } from '../../database/schema.ts'

/** Ids of all complaints for which somebody waits, oldest first. */
export async function openComplaints(db: Reader): Promise<ComplaintId[]> {
  const rows = await db
    .selectFrom('complaint')
    .select('id')
    .where('status', 'in', open)
    .orderBy('ordinal')
    .execute()
  return rows.map(({ id }) => id)
}
