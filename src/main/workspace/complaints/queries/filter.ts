import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { ComplainantId } from '#contract/complaintFields'
import type { ComplaintFilter } from '#contract/complaints'
import { open } from '#contract/complaintStatus'
import type { Instant } from '#contract/values'
import type { Tables } from '../../database/schema.ts'
import { figureParts } from './figureFilter.ts'

type Complaints = ExpressionBuilder<Tables, 'complaint'>

const columns = {
  statuses: 'complaint.status',
  kinds: 'complaint.kind',
  subKinds: 'complaint.sub_kind',
  channels: 'complaint.channel',
  accountIds: 'complaint.account_id',
  states: 'complaint.state',
  assigneeIds: 'complaint.assignee_id',
  severities: 'complaint.severity',
  difficulties: 'complaint.difficulty',
} as const

export const listChoices = [
  ...(['statuses', 'kinds', 'subKinds', 'channels', 'accountIds'] as const),
  ...(['states', 'assigneeIds', 'severities', 'difficulties'] as const),
]
export type ListChoice = (typeof listChoices)[number]

/** The column that a choice is about. */
export function columnOf(choice: ListChoice): (typeof columns)[ListChoice] {
  return columns[choice]
}

/** Choices that are a mark reached: parts of the time, and rungs of the ladder. */
const markFlags = [
  ['used75', 'complaint.used_75_at'],
  ['used90', 'complaint.used_90_at'],
  ['toApprover', 'complaint.approver_at'],
  ['toHead', 'complaint.head_at'],
] as const satisfies readonly (readonly [keyof ComplaintFilter, string])[]

/** Whether a filter leaves only complaints with something due. */
export function asksForDue(filter: ComplaintFilter): boolean {
  return filter.late || filter.dueToday || markFlags.some(([flag]) => filter[flag])
}

/** What a filter depends on beside itself. */
export interface FilterBasis {
  /** Keys of the kinds whose first answer is another's. */
  readonly wrongDoors: readonly string[]
  readonly now: Instant
  /** The last moment of today in Malaysia. */
  readonly endOfToday: Instant
}

/**
 * The condition that a filter means, over `complaint`.
 * @param but a choice that is left out, so that its own alternatives can be counted
 */
export function fits(filter: ComplaintFilter, basis: FilterBasis, but?: ListChoice) {
  return (e: Complaints): Expression<SqlBool> => {
    const parts: Expression<SqlBool>[] = listChoices
      .filter((choice) => choice !== but && filter[choice].length > 0)
      .map((choice) => e(columns[choice], 'in', filter[choice]))
    if (filter.open) parts.push(e('complaint.status', 'in', open))
    if (filter.urgent) parts.push(e('complaint.urgent', 'is not', null))
    if (filter.late) parts.push(e('complaint.next_due', '<', basis.now))
    if (filter.dueToday) parts.push(e('complaint.next_due', '<=', basis.endOfToday))
    for (const [flag, column] of markFlags) {
      if (filter[flag]) parts.push(e(column, '<=', basis.now))
    }
    if (filter.paused) parts.push(e('complaint.paused', '=', 1))
    if (filter.unassigned) {
      parts.push(e('complaint.assignee_id', 'is', null), e('complaint.status', 'in', open))
    }
    if (filter.wrongDoor) {
      // By its kind (KKS H), or because it was found to be another's.
      const found = e('complaint.wrong_agency', 'is not', null)
      parts.push(
        basis.wrongDoors.length === 0
          ? found
          : e.or([found, e('complaint.kind', 'in', basis.wrongDoors)]),
      )
    }
    if (filter.grouped) parts.push(e('complaint.master_id', 'is not', null))
    if (filter.masterId !== null) parts.push(e('complaint.master_id', '=', filter.masterId))
    if (filter.complainantId !== null) parts.push(isOfPerson(filter.complainantId))
    if (filter.from !== null) parts.push(e('complaint.received_day', '>=', filter.from))
    if (filter.to !== null) parts.push(e('complaint.received_day', '<=', filter.to))
    return e.and([...parts, ...figureParts(e, filter, basis.now)])
  }
}

/** All complaints of a person, whichever of their entries they were made under. */
function isOfPerson(id: ComplainantId) {
  return sql<SqlBool>`complaint.complainant_id in (
    select entry.id from complainant as entry, complainant as asked
    where asked.id = ${id}
      and coalesce(entry.same_as, entry.id) = coalesce(asked.same_as, asked.id))`
}
