import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { AccountId } from '#contract/accounts'
import type { AssessmentPeriod } from '#contract/assessmentSubjects'
import { cases } from '#contract/complaintCases'
import { promised } from '#contract/complaintFigures'
import type { ComplaintId } from '#contract/complaintFields'
import type { ComplaintFilter } from '#contract/complaints'
import { open } from '#contract/complaintStatus'
import type { StateCode } from '#contract/states'
import type { Instant, PersonId, PlainDate } from '#contract/values'
import { metAt } from '../../complaints/queries/figureFilter.ts'
import { fits, type FilterBasis } from '../../complaints/queries/filter.ts'
import { isUnreachable } from '../../complaints/rules/told.ts'
import type { Reader, Tables } from '../../database/schema.ts'
import { instantsOf } from '../../days/rules/malaysianTime.ts'
import type { Scope } from './measuredPosts.ts'

/** What is measured of a complaint; nothing of who made it. */
export interface MeasuredComplaint {
  readonly id: ComplaintId
  readonly number: string
  readonly kind: string
  readonly state: StateCode | null
  readonly accountId: AccountId | null
  readonly assigneeId: PersonId | null
  readonly received: Instant
  readonly receivedOn: PlainDate
  readonly isOpen: boolean
  readonly acknowledged: Instant | null
  readonly responded: Instant | null
  readonly settled: Instant | null
  /** It was found to be another agency's. */
  readonly isOutside: boolean
  /** It came in from a sheet, which tells of no forwarding. */
  readonly isImported: boolean
  /** Who complained left no way to be answered. */
  readonly isUnreachable: boolean
}

type Complaints = ExpressionBuilder<Tables, 'complaint'>

/** As the charter counts them: of duplicates, false and voided ones nothing was promised. */
function promisedWithin({ from, to }: AssessmentPeriod): ComplaintFilter {
  return { ...cases.received({ from, to, states: [], kinds: [] }), statuses: [...promised] }
}

/** One that came in on an account of the scope, or that its people work on. */
function isOf({ all, accounts, people }: Scope) {
  return (e: Complaints): Expression<SqlBool> => {
    if (all) return e.and([])
    return e.or([
      ...(accounts.length > 0 ? [e('complaint.account_id', 'in', accounts)] : []),
      ...(people.length > 0 ? [e('complaint.assignee_id', 'in', people)] : []),
    ])
  }
}

/** What was received within the period. */
export async function receivedComplaints(
  db: Reader,
  period: AssessmentPeriod,
  scope: Scope,
  basis: FilterBasis,
): Promise<MeasuredComplaint[]> {
  const rows = await db
    .selectFrom('complaint')
    .select((e) => [
      ...(['complaint.id', 'complaint.number', 'complaint.kind', 'complaint.state'] as const),
      ...(['complaint.account_id', 'complaint.assignee_id', 'complaint.status'] as const),
      ...(['complaint.received_at', 'complaint.received_day'] as const),
      ...(['complaint.settled_at', 'complaint.wrong_agency'] as const),
      ...(['complaint.import_id', 'complaint.complainant_id', 'complaint.link'] as const),
      metAt(e, 'acknowledge').as('acknowledged'),
      metAt(e, 'respond').as('responded'),
    ])
    .where(fits(promisedWithin(period), basis))
    .where(isOf(scope))
    .orderBy('complaint.ordinal')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, number: row.number, kind: row.kind, state: row.state },
    ...{ accountId: row.account_id, assigneeId: row.assignee_id },
    ...{ received: row.received_at, receivedOn: row.received_day },
    isOpen: open.includes(row.status),
    ...{ acknowledged: row.acknowledged, responded: row.responded, settled: row.settled_at },
    isOutside: row.wrong_agency !== null,
    isImported: row.import_id !== null,
    isUnreachable: isUnreachable(row.complainant_id, row.link),
  }))
}

/** To which agency, and when, a complaint was forwarded. */
export interface SentOn {
  readonly agency: string
  readonly at: Instant
}

/** Every forwarding since the period began that was not taken back, in its order, by complaint. */
export async function forwardingsById(
  db: Reader,
  { from }: AssessmentPeriod,
): Promise<ReadonlyMap<ComplaintId, SentOn[]>> {
  const rows = await db
    .selectFrom('complaint_forwarding')
    .select(['complaint_id', 'agency', 'at'])
    .where('removed_at', 'is', null)
    // Nothing is forwarded before it was received.
    .where('at', '>=', instantsOf(from, null).first)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const byId = new Map<ComplaintId, SentOn[]>()
  for (const { complaint_id, agency, at } of rows) {
    const of = byId.get(complaint_id) ?? []
    byId.set(complaint_id, of)
    of.push({ agency, at })
  }
  return byId
}
