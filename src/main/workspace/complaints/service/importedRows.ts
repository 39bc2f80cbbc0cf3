import type { PauseId } from '#contract/complaintClocks'
import type { ComplainantId, ComplaintId, ComplaintNumber } from '#contract/complaintFields'
import type { ForwardingId } from '#contract/complaintForwarding'
import type { ComplaintImportId } from '#contract/complaintImports'
import type { ComplaintEventId, EventChange } from '#contract/complaintEvents'
import { open } from '#contract/complaintStatus'
import type { Agency } from '#contract/reference'
import type { Instant, PersonId } from '#contract/values'
import { columnsOf } from '../queries/write.ts'
import { dueOf } from '../rules/clock.ts'
import { clocksBefore, clocksOf, keptDues } from '../rules/clocks.ts'
import { judgedOf } from '../rules/judged.ts'
import { signsKey } from '../rules/keys.ts'
import type { ComingComplaint } from '../rules/sheet/row.ts'
import type {
  ComplaintEventRow,
  ComplaintForwardingRow,
  ComplaintPauseRow,
  ComplaintRowOfTable,
} from '../tables.ts'
import { keptMarks } from '../rules/warnings.ts'
import { markMoments, timedBy, type CountBook } from './counting.ts'

/** What a complaint of a sheet is given when it comes in. */
export interface Standing {
  readonly id: ComplaintId
  readonly number: ComplaintNumber
  readonly year: number
  readonly serial: number
  readonly ordinal: number
  readonly importId: ComplaintImportId
  readonly fileName: string
  readonly personId: ComplainantId | null
  readonly at: Instant
  readonly byId: PersonId
  readonly eventId: ComplaintEventId
  readonly forwardingId: ForwardingId
  readonly pauseId: PauseId
}

/** The rows of one complaint as it comes in: itself, its history, and who has it in their hands. */
export function importedRows(
  coming: ComingComplaint,
  standing: Standing,
  book: CountBook,
  agencies: ReadonlyMap<string, Agency>,
): {
  readonly complaint: ComplaintRowOfTable
  readonly event: ComplaintEventRow
  readonly forwarding: ComplaintForwardingRow | null
  readonly pause: ComplaintPauseRow | null
} {
  const { fields, status, settledAt } = coming
  const forwarding = forwardingOf(coming, standing, book, agencies)
  const pause = pauseOf(coming, standing)
  const row: ComplaintRowOfTable = {
    ...{ id: standing.id, ordinal: standing.ordinal, year: standing.year },
    ...{ serial: standing.serial, number: standing.number },
    ...{ status, status_at: settledAt ?? standing.at, status_reason: '', reopened: 0 },
    ...columnsOf(fields),
    ...{ complainant_id: standing.personId, assignee_id: null },
    ...{ entered_at: standing.at, entered_by: standing.byId, changed_at: standing.at, version: 1 },
    ...clocksBefore(fields.receivedAt),
    ...{ acknowledged_at: coming.acknowledgedAt, responded_at: coming.respondedAt },
    ...{ settled_at: settledAt, master_id: null, repeats_id: null },
    wrong_agency: status === 'outside-jurisdiction' ? (coming.forwarding?.agency ?? null) : null,
    old_reference: coming.oldReference,
    old_reference_key: signsKey(coming.oldReference),
    import_id: standing.importId,
    paused: pause === null ? 0 : 1,
  }
  const pauses = pause === null ? [] : [{ ...shownPause(pause) }]
  const { set, why, timed } = timedBy({ row, fields, complainant: null }, pauses, book)
  const clocks = clocksOf(timed, standing.at, book.calendar)
  const dues = keptDues(clocks)
  const followUp = forwarding?.outcome === null ? forwarding.due_at : null
  const waiting = [dues.next_due, followUp].filter((due) => due !== null)
  return {
    complaint: {
      ...{ ...row, ...dues, clock_set: set?.key ?? '', set_why: why },
      judged: judgedOf(timed),
      ...keptMarks(markMoments(clocks, timed, { fields }, standing.at, book)),
      next_due: waiting.toSorted()[0] ?? null,
    },
    ...{ event: eventOf(coming, standing), forwarding, pause },
  }
}

/** One entry of the timeline: that it came in, with what the sheet said of its history. */
function eventOf(coming: ComingComplaint, standing: Standing): ComplaintEventRow {
  const { acknowledgedAt, respondedAt, settledAt, forwarding, oldReference } = coming
  const told: readonly (readonly [field: string, after: string | null])[] = [
    ['file', standing.fileName],
    ['old_reference', oldReference === '' ? null : oldReference],
    ['acknowledged_at', acknowledgedAt],
    ['forwarded_at', forwarding?.at ?? null],
    ['responded_at', respondedAt],
    ['settled_at', settledAt],
  ]
  const changes: EventChange[] = told.flatMap(([field, after]) =>
    after === null ? [] : [{ field, before: null, after }],
  )
  return {
    ...{ id: standing.eventId, complaint_id: standing.id, place: 1, at: standing.at },
    ...{ by_id: standing.byId, kind: 'imported', from_status: null, to_status: coming.status },
    ...{ assignee_id: null, changes: JSON.stringify(changes), text: coming.remarks },
    removed_at: null,
  }
}

/** What is settled is in nobody's hands: it was answered, as far as the sheet says. */
function forwardingOf(
  { forwarding, status, settledAt, fields }: ComingComplaint,
  { id, forwardingId, at, byId }: Standing,
  { calendar, officeState }: CountBook,
  agencies: ReadonlyMap<string, Agency>,
): ComplaintForwardingRow | null {
  const agency = forwarding === null ? undefined : agencies.get(forwarding.agency)
  if (forwarding === null || agency === undefined) return null
  const state = fields.state ?? officeState
  const isOver = !open.includes(status)
  return {
    ...{ id: forwardingId, complaint_id: id, agency: agency.key, language: 'ms', text: '' },
    outside: status === 'outside-jurisdiction' ? 1 : 0,
    ...{ at: forwarding.at, by_id: byId, stepped: 0, reminders: 0 },
    due_at: dueOf(agency.followUp, forwarding.at, [], forwarding.at, calendar, state).at,
    outcome: isOver ? 'answered' : null,
    outcome_at: isOver ? (settledAt ?? at) : null,
    ...{ outcome_note: '', outcome_by: isOver ? byId : null, outcome_stepped: 0 },
    removed_at: null,
  }
}

/** Who waits for the complainant does not let the clocks run that may stand still. */
function pauseOf(
  { status, remarks }: ComingComplaint,
  { id, pauseId, at, byId }: Standing,
): ComplaintPauseRow | null {
  if (status !== 'needs-information') return null
  return {
    ...{ id: pauseId, complaint_id: id, from_at: at, ended_at: null },
    ...{ reason: remarks, by_id: byId, expected: null },
  }
}

function shownPause({ id, from_at, ended_at, reason, expected }: ComplaintPauseRow) {
  return { id, from: from_at, ended: ended_at, reason, byName: '', expected }
}
