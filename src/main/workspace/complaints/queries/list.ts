import type { ComplaintFilter, ComplaintOrder, ComplaintRow } from '#contract/complaints'
import type { ComplaintId } from '#contract/complaintFields'
import type { Reader } from '../../database/schema.ts'
import { countOf } from './count.ts'
import { asksForDue, fits, type FilterBasis } from './filter.ts'
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
  due: 'complaint.next_due',
} as const satisfies Record<ComplaintOrder, string>

/** Complaints in the wanted order, then by their number. */
export async function pageOfComplaints(
  db: Reader,
  page: ListPage,
  basis: FilterBasis,
): Promise<{ total: number; rows: ComplaintRow[] }> {
  const { filter, order } = page
  // First which complaints, by the indexes alone; then what a row shows of those few.
  const ids = await (order === 'due' ? idsByDue(db, page, basis) : idsBy(db, page, basis))
  return { total: await countOf(db, filter, basis), rows: await listedByIds(db, ids) }
}

async function idsBy(
  db: Reader,
  { filter, order, descending, offset, limit }: ListPage,
  basis: FilterBasis,
  due: 'some' | 'none' | 'any' = 'any',
): Promise<ComplaintId[]> {
  const direction = descending ? 'desc' : 'asc'
  const ordinals = await db
    .selectFrom('complaint')
    // Not the id: indexes have the ordinal, and rows need not be read to be put in order.
    .select('complaint.ordinal')
    .where(fits(filter, basis))
    .$if(due === 'some', (q) => q.where('complaint.next_due', 'is not', null))
    .$if(due === 'none', (q) => q.where('complaint.next_due', 'is', null))
    .orderBy(orderColumn[order], direction)
    .orderBy('complaint.ordinal', direction)
    .limit(limit)
    .offset(offset)
    .execute()
  return idsInOrder(
    db,
    ordinals.map(({ ordinal }) => ordinal),
  )
}

async function idsInOrder(db: Reader, ordinals: readonly number[]): Promise<ComplaintId[]> {
  if (ordinals.length === 0) return []
  const rows = await db
    .selectFrom('complaint')
    .select(['id', 'ordinal'])
    .where('ordinal', 'in', ordinals)
    .execute()
  const byOrdinal = new Map(rows.map(({ id, ordinal }) => [ordinal, id]))
  return ordinals.flatMap((ordinal) => byOrdinal.get(ordinal) ?? [])
}

/** What is due, in its order; after all of it what has nothing due, the newest number first. */
async function idsByDue(db: Reader, page: ListPage, basis: FilterBasis): Promise<ComplaintId[]> {
  const { filter, offset, limit } = page
  const due = await idsBy(db, page, basis, 'some')
  // Nothing comes after those: what is due of none is not looked for among all that is settled.
  if (due.length === limit || asksForDue(filter)) return due
  const before =
    due.length > 0 || offset === 0 ? due.length + offset : await countOf(db, filter, basis, true)
  const others = await idsBy(
    db,
    {
      ...{ filter, order: 'number', descending: true },
      ...{ offset: Math.max(0, offset - before), limit: limit - due.length },
    },
    basis,
    'none',
  )
  return [...due, ...others]
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
    .leftJoin('complaint as master', 'master.id', 'complaint.master_id')
    .select([
      ...(['complaint.id', 'complaint.number', 'complaint.status', 'complaint.channel'] as const),
      ...(['complaint.received_at', 'complaint.kind', 'complaint.sub_kind'] as const),
      ...(['complaint.urgent', 'complaint.what', 'complaint.state'] as const),
      ...(['complaint.district', 'complaint.road', 'complaint.from_metres'] as const),
      ...(['complaint.to_metres', 'complaint.place', 'complaint.assignee_id'] as const),
      ...(['complaint.next_due', 'complaint.paused', 'complaint.changed_at'] as const),
      ...(['complaint.used_50_at', 'complaint.used_75_at', 'complaint.used_90_at'] as const),
      ...(['complainant.name as complainant_name', 'complaint.master_id'] as const),
      ...(['master.number as master_number'] as const),
    ])
    .select((e) =>
      e
        .selectFrom('complaint as member')
        .select((inner) => inner.fn.countAll<number | string>().as('total'))
        .whereRef('member.master_id', '=', 'complaint.master_id')
        .as('group_size'),
    )
    .select((e) =>
      e
        .selectFrom('complaint_hold')
        .select((inner) => inner.fn.min('complaint_hold.id').as('first'))
        .whereRef('complaint_hold.complaint_id', '=', 'complaint.id')
        .where('complaint_hold.ended_at', 'is', null)
        .as('hold_id'),
    )
    .$castTo<ListedRow>()
}
