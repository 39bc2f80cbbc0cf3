import { open } from '#contract/complaintStatus'
import type { StateCode } from '#contract/states'
import type { Reader } from '../../database/schema.ts'

/** The urgent complaints of a state that wait for JKR, by the district people gave; most first. */
export async function urgentDistricts(
  db: Reader,
  state: StateCode,
): Promise<{ readonly district: string; readonly count: number }[]> {
  const rows = await db
    .selectFrom('complaint')
    .select(['district', (e) => e.fn.countAll<number | string>().as('count')])
    .where('state', '=', state)
    .where('urgent', 'is not', null)
    .where('status', 'in', open)
    .groupBy('district')
    .execute()
  return rows
    .map(({ district, count }) => ({ district, count: Number(count) }))
    .toSorted((one, other) => other.count - one.count || (one.district < other.district ? -1 : 1))
}
