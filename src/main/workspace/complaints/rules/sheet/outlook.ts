import { open, type ComplaintStatus } from '#contract/complaintStatus'
import type { Instant } from '#contract/values'
import { readLater } from './moments.ts'
import { statuses } from './names.ts'
import type { RegisterRow } from './row.ts'
import type { RegisterVocabulary } from './vocabulary.ts'

/** Where a complaint stands, and what was done about it when. */
export interface Outlook {
  readonly status: ComplaintStatus
  readonly acknowledgedAt: Instant | null
  readonly respondedAt: Instant | null
  readonly settledAt: Instant | null
  /** To whom it was forwarded, and when; the day it was received where the row does not say. */
  readonly forwarding: { readonly agency: string; readonly at: Instant } | null
}

/** A duplicate says of what, which a sheet cannot; what was voided never was a complaint. */
const notTaken: readonly ComplaintStatus[] = ['duplicate', 'voided']

/** Reads where a row's complaint stands; what the row does not say follows from its dates. */
export function readOutlook(
  row: RegisterRow,
  received: Instant | null,
  known: RegisterVocabulary,
): Outlook {
  const later = (field: Parameters<typeof readLater>[1]) =>
    readLater(row, field, received, known.now)
  const said = row.read('status', 'unknown-status', statuses.find)
  if (said !== null && notTaken.includes(said)) row.reject('status', 'status-not-taken')
  const agency = row.read('agency', 'unknown-agency', known.agencies.find)
  const forwarded = later('forwarded')
  if (row.at('forwarded') !== '' && row.at('agency') === '') {
    row.reject('forwarded', 'agency-missing')
  }
  const [acknowledgedAt, respondedAt] = [later('acknowledged'), later('answered')]
  const settledAt = later('closed')
  const status = said ?? statusBy({ agency, settledAt, respondedAt })
  if (settledAt !== null && open.includes(status)) row.reject('closed', 'closed-while-open')
  const at = forwarded ?? received
  return {
    ...{ status, acknowledgedAt, respondedAt, settledAt },
    forwarding: agency === null || at === null ? null : { agency, at },
  }
}

function statusBy(told: {
  readonly agency: string | null
  readonly settledAt: Instant | null
  readonly respondedAt: Instant | null
}): ComplaintStatus {
  if (told.settledAt !== null) return 'closed'
  if (told.agency !== null) return 'forwarded'
  return told.respondedAt === null ? 'new' : 'in-progress'
}
