import type {
  ComplaintCounts,
  ComplaintFilter,
  ComplaintOrder,
  ComplaintRow,
} from '#contract/complaints'
import type { ComplaintId } from '#contract/complaintFields'
import type { Reader } from '../../database/schema.ts'
import { columnOf, fits, type ListChoice } from './filter.ts'
import { toListed, type ListedRow } from './rows.ts'

/** One page of the list. */
export interface ListPage {
  readonly filter: ComplaintFilter
  readonly order: ComplaintOrder
  readonly descending: boolean
  readonly offset: number
  readonly limit: number
}

const orderColumn = {
  number: 'complaint.ordinal',
  received: 'complaint.received_at',
  changed: 'complaint.changed_at',
} as const satisfies Record<ComplaintOrder, string>

/** Complaints in the wanted order, then by their number. */
export async function pageOfComplaints(
  db: Reader,
  { filter, order, descending, offset, limit }: ListPage,
  wrongDoors: readonly string[],
): Promise<{ total: number; rows: ComplaintRow[] }> {
  const direction = descending ? 'desc' : 'asc'
  // First which complaints, by the indexes alone; then what a row shows of those few.
  const found = await db
    .selectFrom('complaint')
    .select('complaint.id')
    .where(fits(filter, wrongDoors))
    .orderBy(orderColumn[order], direction)
    .orderBy('complaint.ordinal', direction)
    .limit(limit)
    .offset(offset)
    .execute()
  const total = await countOf(db, filter, wrongDoors)
  return {
    total,
    rows: await listedByIds(
      db,
      found.map(({ id }) => id),
    ),
  }
}

/** Rows of a list, in the order of the ids. */
export async function listedByIds(
  db: Reader,
  ids: readonly ComplaintId[],
): Promise<ComplaintRow[]> {
  if (ids.length === 0) return []
  const rows = await selectListed(db).where('complaint.id', 'in', ids).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row === undefined ? [] : [toListed(row)]
  })
}

/** What a list shows of complaints. */
export function selectListed(db: Reader) {
  return db
    .selectFrom('complaint')
    .leftJoin('complainant', 'complainant.id', 'complaint.complainant_id')
    .select([
      ...(['complaint.id', 'complaint.number', 'complaint.status', 'complaint.channel'] as const),
      ...(['complaint.received_at', 'complaint.kind', 'complaint.sub_kind'] as const),
      ...(['complaint.urgent', 'complaint.what', 'complaint.state'] as const),
      ...(['complaint.district', 'complaint.road', 'complaint.from_metres'] as const),
      ...(['complaint.to_metres', 'complaint.place', 'complaint.assignee_id'] as const),
      ...(['complaint.changed_at', 'complainant.name as complainant_name'] as const),
    ])
    .$castTo<ListedRow>()
}

async function countOf(
  db: Reader,
  filter: ComplaintFilter,
  wrongDoors: readonly string[],
): Promise<number> {
  const row = await db
    .selectFrom('complaint')
    .select((e) => e.fn.countAll<number | string>().as('total'))
    .where(fits(filter, wrongDoors))
    .executeTakeFirstOrThrow()
  return Number(row.total)
}

/** Each choice of the filter with how many complaints it would leave, the other choices kept. */
export async function countChoices(
  db: Reader,
  filter: ComplaintFilter,
  wrongDoors: readonly string[],
): Promise<ComplaintCounts> {
  const by = async (choice: ListChoice) => {
    const column = columnOf(choice)
    const rows = await db
      .selectFrom('complaint')
      .select([`${column} as key`, (e) => e.fn.countAll<number | string>().as('total')])
      .where(fits(filter, wrongDoors, choice))
      .groupBy(column)
      .execute()
    return Object.fromEntries(
      rows.flatMap(({ key, total }) => (key === null ? [] : [[key, Number(total)]])),
    )
  }
  const flag = (choice: 'open' | 'urgent' | 'unassigned' | 'wrongDoor') =>
    countOf(db, { ...filter, [choice]: true }, wrongDoors)
  return {
    total: await countOf(db, filter, wrongDoors),
    open: await flag('open'),
    urgent: await flag('urgent'),
    unassigned: await flag('unassigned'),
    wrongDoor: await flag('wrongDoor'),
    statuses: await by('statuses'),
    kinds: await by('kinds'),
    subKinds: await by('subKinds'),
    channels: await by('channels'),
    accountIds: await by('accountIds'),
    states: await by('states'),
    assigneeIds: await by('assigneeIds'),
  }
}
