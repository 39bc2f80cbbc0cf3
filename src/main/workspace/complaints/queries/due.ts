import type { ComplaintId } from '#contract/complaintFields'
import { open } from '#contract/complaintStatus'
import type { RungMark } from '#contract/complaintLadder'
import type { Reader } from '../../database/schema.ts'
import type { Instant } from '#contract/values'
import { markColumns } from '../rules/markColumns.ts'
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

/** How many the role of a rung must know of by now. */
export async function countOnRung(
  db: Reader,
  rung: RungMark,
  { now }: Pick<FilterBasis, 'now'>,
): Promise<number> {
  const row = await db
    .selectFrom('complaint')
    .select((e) => e.fn.countAll<number | string>().as('total'))
    .where(markColumns[rung], '<=', now)
    .executeTakeFirstOrThrow()
  return Number(row.total)
}

/**
 * How many have a clock that ran out, how many others one that runs out today, and how many others
 * one that runs out soon.
 */
export async function countDue(
  db: Reader,
  { now, endOfToday }: Pick<FilterBasis, 'now' | 'endOfToday'>,
  endOfSoon: Instant,
): Promise<{ readonly late: number; readonly today: number; readonly soon: number }> {
  const row = await db
    .selectFrom('complaint')
    .select((e) => [
      e.fn.countAll<number | string>().as('all'),
      e.fn.countAll<number | string>().filterWhere('next_due', '<', now).as('late'),
      e.fn.countAll<number | string>().filterWhere('next_due', '<=', endOfToday).as('by_today'),
    ])
    .where('next_due', '<=', endOfSoon)
    .executeTakeFirstOrThrow()
  const [late, byToday] = [Number(row.late), Number(row.by_today)]
  return { late, today: byToday - late, soon: Number(row.all) - byToday }
}
