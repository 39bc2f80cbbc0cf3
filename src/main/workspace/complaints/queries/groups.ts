import type { ComplaintId } from '#contract/complaintFields'
import type { ComplaintStatus } from '#contract/complaintStatus'
import type { Reader } from '../../database/schema.ts'

/** Of a complaint, what matters to groups. */
export interface Grouped {
  readonly id: ComplaintId
  readonly number: string
  readonly status: ComplaintStatus
  readonly masterId: ComplaintId | null
}

/** Ids of all in a group without its master, oldest number first. */
export async function membersOf(db: Reader, masterId: ComplaintId): Promise<ComplaintId[]> {
  const rows = await db
    .selectFrom('complaint')
    .select('id')
    .where('master_id', '=', masterId)
    .where('id', '!=', masterId)
    .orderBy('ordinal')
    .execute()
  return rows.map(({ id }) => id)
}

/** Ids of the duplicates of a complaint, oldest number first. */
export async function repeatsOfOne(db: Reader, id: ComplaintId): Promise<ComplaintId[]> {
  const rows = await db
    .selectFrom('complaint')
    .select('id')
    .where('repeats_id', '=', id)
    .orderBy('ordinal')
    .execute()
  return rows.map((row) => row.id)
}

/** Where a complaint stood before its last step; null where it took none. */
export async function stoodBefore(db: Reader, id: ComplaintId): Promise<ComplaintStatus | null> {
  const row = await db
    .selectFrom('complaint_event')
    .select('from_status')
    .where('complaint_id', '=', id)
    .where('kind', '=', 'status')
    .orderBy('place', 'desc')
    .orderBy('id')
    .executeTakeFirst()
  return row?.from_status ?? null
}
