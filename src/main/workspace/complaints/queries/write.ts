import type {
  Contact,
  ComplaintFields,
  ComplaintId,
  ComplainantId,
} from '#contract/complaintFields'
import type { Reader, Writer } from '../../database/schema.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { phoneKey, signsKey, textKey } from '../rules/keys.ts'
import { indexLine } from '../rules/indexLine.ts'
import { linkKey } from '../rules/linkKey.ts'
import type { ComplainantRow, ComplaintEventRow, ComplaintRowOfTable } from '../tables.ts'
import { contactOf, type OpenComplaint } from './rows.ts'

/** What the office says of a complaint, as columns. */
export function columnsOf(fields: ComplaintFields) {
  return {
    channel: fields.channel,
    account_id: fields.accountId,
    reference: fields.reference,
    reference_key: signsKey(fields.reference),
    link: fields.link,
    link_key: linkKey(fields.link),
    received_at: fields.receivedAt,
    received_day: malaysianTime(fields.receivedAt).day,
    kind: fields.kind,
    sub_kind: fields.subKind,
    what: fields.what,
    answers: JSON.stringify(fields.answers),
    state: fields.state,
    district: fields.district,
    road: fields.road,
    from_metres: fields.fromMetres,
    to_metres: fields.toMetres,
    place: fields.place,
    urgent: fields.urgent,
    severity: fields.severity,
    difficulty: fields.difficulty,
  } satisfies Partial<ComplaintRowOfTable>
}

/** What is kept of a person, as columns, with the keys they are found by. */
export function contactColumns(contact: Contact) {
  return {
    name: contact.name,
    name_key: textKey(contact.name),
    phone: contact.phone,
    phone_key: phoneKey(contact.phone),
    email: contact.email,
    email_key: textKey(contact.email),
    address: contact.address,
    identity_number: contact.identityNumber,
    identity_key: signsKey(contact.identityNumber),
  } satisfies Partial<ComplainantRow>
}

/**
 * The next place within a year and over all years. Numbers have no gaps: this is asked within the
 * transaction that writes the row, and what a disposal took out keeps its number.
 */
export async function nextPlaces(
  db: Reader,
  year: number,
): Promise<{ serial: number; ordinal: number }> {
  const ofYear = await db
    .selectFrom('complaint')
    .select((e) => e.fn.max<number | null>('serial').as('last'))
    .where('year', '=', year)
    .executeTakeFirst()
  const ofAll = await db
    .selectFrom('complaint')
    .select((e) => e.fn.max<number | null>('ordinal').as('last'))
    .executeTakeFirst()
  const gone = await lastDisposed(db, year)
  return {
    serial: Math.max(ofYear?.last ?? 0, gone.serial) + 1,
    ordinal: Math.max(ofAll?.last ?? 0, gone.ordinal) + 1,
  }
}

async function lastDisposed(
  db: Reader,
  year: number,
): Promise<{ serial: number; ordinal: number }> {
  const disposed = db.selectFrom('disposal_case').where('disposed_on', 'is not', null)
  const ofYear = await disposed
    .select((e) => e.fn.max<number | null>('serial').as('last'))
    .where('year', '=', year)
    .executeTakeFirst()
  const ofAll = await disposed
    .select((e) => e.fn.max<number | null>('ordinal').as('last'))
    .executeTakeFirst()
  return { serial: ofYear?.last ?? 0, ordinal: ofAll?.last ?? 0 }
}

export async function insertComplaint(db: Writer, row: ComplaintRowOfTable): Promise<void> {
  await db.insertInto('complaint').values(row).execute()
}

export async function updateComplaint(
  db: Writer,
  id: ComplaintId,
  changes: Partial<Omit<ComplaintRowOfTable, 'id' | 'ordinal' | 'year' | 'serial' | 'number'>>,
): Promise<void> {
  await db.updateTable('complaint').set(changes).where('id', '=', id).execute()
}

export async function insertComplainant(db: Writer, row: ComplainantRow): Promise<void> {
  await db.insertInto('complainant').values(row).execute()
}

export async function updateComplainant(
  db: Writer,
  id: ComplainantId,
  changes: Partial<Omit<ComplainantRow, 'id' | 'created_at'>>,
): Promise<void> {
  await db.updateTable('complainant').set(changes).where('id', '=', id).execute()
}

/** Puts the words of a complaint into the index, in the place of those it had. */
export async function indexWords(
  db: Writer,
  { row, fields, complainant }: OpenComplaint,
): Promise<void> {
  const contact = complainant === null ? null : contactOf(complainant)
  await db.deleteFrom('complaint_words').where('rowid', '=', row.ordinal).execute()
  await db
    .insertInto('complaint_words')
    .values({
      rowid: row.ordinal,
      words: indexLine(row.number, fields, contact, row.old_reference),
    })
    .execute()
}

/** The next place in a complaint's timeline. */
export async function nextEventPlace(db: Reader, id: ComplaintId): Promise<number> {
  const row = await db
    .selectFrom('complaint_event')
    .select((e) => e.fn.max<number | null>('place').as('last'))
    .where('complaint_id', '=', id)
    .executeTakeFirst()
  return (row?.last ?? 0) + 1
}

export async function insertEvent(db: Writer, row: ComplaintEventRow): Promise<void> {
  await db.insertInto('complaint_event').values(row).execute()
}
