import type { ComplaintCounts, ComplaintFilter } from '#contract/complaints'
import type { Reader } from '../../database/schema.ts'
import { columnOf, fits, type FilterBasis, type ListChoice } from './filter.ts'

/** How many a filter leaves, or of them those with something due. */
export async function countOf(
  db: Reader,
  filter: ComplaintFilter,
  basis: FilterBasis,
  dueOnly = false,
): Promise<number> {
  const row = await db
    .selectFrom('complaint')
    .select((e) => e.fn.countAll<number | string>().as('total'))
    .where(fits(filter, basis))
    .$if(dueOnly, (q) => q.where('complaint.next_due', 'is not', null))
    .executeTakeFirstOrThrow()
  return Number(row.total)
}

const flags = [
  ...(['open', 'urgent', 'late', 'dueToday', 'paused', 'unassigned', 'wrongDoor'] as const),
  ...(['grouped', 'used75', 'used90', 'toApprover', 'toHead'] as const),
]

/** Each choice of the filter with how many complaints it would leave, the other choices kept. */
export async function countChoices(
  db: Reader,
  filter: ComplaintFilter,
  basis: FilterBasis,
): Promise<ComplaintCounts> {
  const by = async (choice: ListChoice) => {
    const column = columnOf(choice)
    const rows = await db
      .selectFrom('complaint')
      .select([`${column} as key`, (e) => e.fn.countAll<number | string>().as('total')])
      .where(fits(filter, basis, choice))
      .groupBy(column)
      .execute()
    return Object.fromEntries(
      rows.flatMap(({ key, total }) => (key === null ? [] : [[key, Number(total)]])),
    )
  }
  return {
    ...(await countFlags(db, filter, basis)),
    statuses: await by('statuses'),
    kinds: await by('kinds'),
    subKinds: await by('subKinds'),
    channels: await by('channels'),
    accountIds: await by('accountIds'),
    states: await by('states'),
    assigneeIds: await by('assigneeIds'),
    severities: await by('severities'),
    difficulties: await by('difficulties'),
  }
}

/** All conditions that are on or off, and all together, in one pass over the index. */
async function countFlags(db: Reader, filter: ComplaintFilter, basis: FilterBasis) {
  const row = await db
    .selectFrom('complaint')
    .select((e) => [
      e.fn.countAll<number | string>().as('total'),
      ...flags.map((flag) =>
        e.fn
          .countAll<number | string>()
          .filterWhere(fits({ ...filter, [flag]: true }, basis))
          .as(flag),
      ),
    ])
    .where(fits(filter, basis))
    .executeTakeFirstOrThrow()
  const { total, open, urgent, late, dueToday, paused, unassigned, wrongDoor, grouped } = row
  return {
    ...{ total: Number(total), open: Number(open), urgent: Number(urgent), late: Number(late) },
    ...{ dueToday: Number(dueToday), paused: Number(paused), unassigned: Number(unassigned) },
    ...{ wrongDoor: Number(wrongDoor), grouped: Number(grouped) },
    ...{ used75: Number(row.used75), used90: Number(row.used90) },
    ...{ toApprover: Number(row.toApprover), toHead: Number(row.toHead) },
  }
}
