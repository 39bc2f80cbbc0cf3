import { z } from 'zod'
import type {
  Contact,
  CoveredComplainant,
  ComplaintFields,
  ComplaintNumber,
} from '#contract/complaintFields'
import type { Complaint, ComplaintRow } from '#contract/complaints'
import { coverContact, coverLink, coverName, coverText, type CoveredName } from '../rules/cover.ts'
import { excerpt } from '../rules/marking.ts'
import type { ComplainantRow, ComplaintRowOfTable } from '../tables.ts'

const Answers = z.record(z.string(), z.string())

/** A complaint with nothing covered: for the service's own eyes, and for who reveals it. */
export interface OpenComplaint {
  readonly row: ComplaintRowOfTable
  readonly fields: ComplaintFields
  readonly complainant: ComplainantRow | null
}

export function fieldsOf(row: ComplaintRowOfTable): ComplaintFields {
  return {
    channel: row.channel,
    accountId: row.account_id,
    reference: row.reference,
    link: row.link,
    receivedAt: row.received_at,
    kind: row.kind,
    subKind: row.sub_kind,
    what: row.what,
    answers: Answers.parse(JSON.parse(row.answers)),
    state: row.state,
    district: row.district,
    road: row.road,
    fromMetres: row.from_metres,
    toMetres: row.to_metres,
    place: row.place,
    urgent: row.urgent,
    severity: row.severity,
    difficulty: row.difficulty,
  }
}

export function contactOf(row: ComplainantRow): Contact {
  return {
    name: row.name,
    phone: row.phone,
    email: row.email,
    address: row.address,
    identityNumber: row.identity_number,
  }
}

export function toCovered(row: ComplainantRow, complaints: number): CoveredComplainant {
  return { id: row.id, ...coverContact(contactOf(row)), complaints }
}

/** What of a complaint is a text that may tell who somebody is. */
export function coverFields(fields: ComplaintFields, name: CoveredName): ComplaintFields {
  return {
    ...fields,
    what: coverText(fields.what, name),
    place: coverText(fields.place, name),
    answers: Object.fromEntries(
      Object.entries(fields.answers).map(([key, answer]) => [key, coverText(answer, name)]),
    ),
  }
}

/** The same for what leaves: the public comment's address is of use on the screen alone. */
export function coverOutside(fields: ComplaintFields, name: CoveredName): ComplaintFields {
  return { ...coverFields(fields, name), link: coverLink(fields.link) }
}

/** A complaint as it is shown. */
export function toComplaint(
  { row, fields, complainant }: OpenComplaint,
  enteredByName: string,
  complaintsOfPerson: number,
): Complaint {
  const shown = coverFields(fields, complainant?.name ?? null)
  const isSame = JSON.stringify(shown) === JSON.stringify(fields)
  return {
    id: row.id,
    number: row.number,
    fields: shown,
    oldReference: row.old_reference,
    imported: row.import_id !== null,
    complainant: complainant === null ? null : toCovered(complainant, complaintsOfPerson),
    covered: complainant !== null || !isSame,
    status: row.status,
    statusAt: row.status_at,
    statusReason: coverText(row.status_reason, complainant?.name ?? null),
    reopened: row.reopened,
    assigneeId: row.assignee_id,
    enteredAt: row.entered_at,
    enteredByName,
    changedAt: row.changed_at,
    version: row.version,
  }
}

/** Of a row, what a list shows. */
export type ListedRow = Pick<
  ComplaintRowOfTable,
  | ('id' | 'number' | 'status' | 'channel' | 'received_at' | 'kind' | 'sub_kind' | 'urgent')
  | ('what' | 'state' | 'district' | 'road' | 'from_metres' | 'to_metres' | 'place')
  | ('assignee_id' | 'changed_at' | 'next_due' | 'paused' | 'master_id')
  | ('used_50_at' | 'used_75_at' | 'used_90_at')
> & {
  readonly complainant_name: string | null
  readonly master_number: ComplaintNumber | null
  readonly group_size: number | string | null
  readonly hold_id: string | null
}

export function toListed(row: ListedRow): ComplaintRow {
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    channel: row.channel,
    receivedAt: row.received_at,
    kind: row.kind,
    subKind: row.sub_kind,
    urgent: row.urgent,
    excerpt: excerpt(coverText(row.what, row.complainant_name)),
    state: row.state,
    district: row.district,
    road: row.road,
    fromMetres: row.from_metres,
    toMetres: row.to_metres,
    place: coverText(row.place, row.complainant_name),
    complainantName: row.complainant_name === null ? null : coverName(row.complainant_name),
    assigneeId: row.assignee_id,
    nextDue: row.next_due,
    usedAt: [row.used_50_at, row.used_75_at, row.used_90_at].filter((at) => at !== null),
    paused: row.paused === 1,
    group:
      row.master_id === null || row.master_number === null
        ? null
        : { masterId: row.master_id, number: row.master_number, size: Number(row.group_size) },
    held: row.hold_id !== null,
    changedAt: row.changed_at,
  }
}
