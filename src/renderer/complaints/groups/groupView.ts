import type { ComplaintId } from '#contract/complaintFields'
import type { ComplaintRow } from '#contract/complaints'
import { asksOf, open, type ComplaintStatus } from '#contract/complaintStatus'

type Groupable = Pick<ComplaintRow, 'id' | 'number' | 'group'>

/**
 * The case that leads when these are put together: the master of a group that one of them is in,
 * else the one with the oldest number. Null of fewer than two.
 */
export function leadOf(rows: readonly Groupable[]): { id: ComplaintId; number: string } | null {
  if (rows.length < 2) return null
  const [oldest] = rows.toSorted((a, b) => (a.number < b.number ? -1 : 1))
  const grouped = rows.find(({ id, group }) => group?.masterId === id) ?? rows.find(inGroup)
  if (grouped?.group) return { id: grouped.group.masterId, number: grouped.group.number }
  return oldest === undefined ? null : { id: oldest.id, number: oldest.number }
}

function inGroup({ group }: Groupable): boolean {
  return group !== null
}

/** Whether putting these together changes anything. */
export function canGroup(rows: readonly Groupable[]): boolean {
  const lead = leadOf(rows)
  return lead !== null && rows.some(({ id, group }) => id !== lead.id && group === null)
}

/**
 * The step proposed for a member once its master case is settled: what the master took, or
 * resolving first where closing is not the next step. Null: nothing to do, or another way to go.
 */
export function stepWithMaster(
  member: ComplaintStatus,
  master: ComplaintStatus,
): 'resolved' | 'closed' | null {
  if (open.includes(master)) return null
  if (master === 'closed' && asksOf(member, 'closed') !== null) return 'closed'
  return open.includes(member) && asksOf(member, 'resolved') !== null ? 'resolved' : null
}
