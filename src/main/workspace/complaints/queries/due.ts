import type { ComplaintId } from '#contract/complaintFields'
import { open } from '#contract/complaintStatus'
import type { Reader } from '../../database/schema.ts'
import type { FilterBasis } from './filter.ts'

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

/** How many have a clock that ran out, and how many others one that runs out today. */
export async function countDue(
  db: Reader,
  { now, endOfToday }: Pick<FilterBasis, 'now' | 'endOfToday'>,
): Promise<{ readonly late: number; readonly today: number }> {
  const row = await db
    .selectFrom('complaint')
    .select((e) => [
      e.fn.countAll<number | string>().as('all'),
      e.fn.countAll<number | string>().filterWhere('next_due', '<', now).as('late'),
    ])
    .where('next_due', '<=', endOfToday)
    .executeTakeFirstOrThrow()
  const late = Number(row.late)
  return { late, today: Number(row.all) - late }
}
