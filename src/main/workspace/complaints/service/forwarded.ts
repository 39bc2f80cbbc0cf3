import type { ForwardingId } from '#contract/complaintForwarding'
import { WorkspaceError } from '#contract/errors'
import type { Agency } from '#contract/reference'
import type { Instant } from '#contract/values'
import type { CommandContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { itemsOf } from '../../reference/queries.ts'
import {
  findForwardingRow,
  shownForwardings,
  type NamedForwardingRow,
} from '../queries/forwardings.ts'
import type { OpenComplaint } from '../queries/rows.ts'
import { dueOf } from '../rules/clock.ts'
import { openCountBook } from './counting.ts'
import { disclose } from './disclosing.ts'
import { knownOpen } from './known.ts'

/** @throws WorkspaceError `complaints.unknown-forwarding` */
export async function knownForwarding(db: Reader, id: ForwardingId): Promise<NamedForwardingRow> {
  const row = await findForwardingRow(db, id)
  if (row === null || row.removed_at !== null) {
    throw new WorkspaceError('complaints.unknown-forwarding')
  }
  return row
}

/** One of which nothing is known yet. @throws WorkspaceError `complaints.outcome-known` */
export async function waitingForwarding(db: Reader, id: ForwardingId): Promise<NamedForwardingRow> {
  const row = await knownForwarding(db, id)
  if (row.outcome !== null) throw new WorkspaceError('complaints.outcome-known')
  return row
}

export async function shownForwarding({ db }: CommandContext, id: ForwardingId) {
  const row = await findForwardingRow(db, id)
  if (row === null) throw new WorkspaceError('complaints.unknown-forwarding')
  const { complainant } = await knownOpen(db, row.complaint_id)
  const [shown] = await shownForwardings(db, row.complaint_id, [row], complainant?.name ?? null)
  if (shown === undefined) throw new WorkspaceError('complaints.unknown-forwarding')
  return shown
}

/** @throws WorkspaceError `complaints.unknown-agency` */
export async function agencyOf(db: Reader, key: string, withRemoved: boolean): Promise<Agency> {
  const all = await itemsOf(db, 'agencies', withRemoved)
  const agency = all.find((each) => each.key === key)
  if (agency === undefined) throw new WorkspaceError('complaints.unknown-agency')
  return agency
}

/** When they are asked: 14 days for other agencies (JKR No Wrong Door), or as the office says. */
export async function followUpDue(
  db: Reader,
  { fields }: OpenComplaint,
  agency: Agency,
  at: Instant,
): Promise<Instant> {
  const { calendar, officeState } = await openCountBook(db)
  return dueOf(agency.followUp, at, [], at, calendar, fields.state ?? officeState).at
}

/** A letter to an agency tells of the person whose complaint it is (KKS H). */
export async function discloseTo(
  context: CommandContext,
  row: NamedForwardingRow,
  what: string,
): Promise<void> {
  const { ms: toWhom } = await agencyOf(context.db, row.agency, true)
  await disclose(context, {
    ...{ complaintId: row.complaint_id, toWhom, what },
    basis: 'KKS H: agensi yang bertanggungjawab menjawab',
  })
}
