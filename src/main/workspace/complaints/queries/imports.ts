import type { ComplaintId, ComplaintNumber } from '#contract/complaintFields'
import type { ComplaintImport, ComplaintImportId } from '#contract/complaintImports'
import type { Instant, PlainDate } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import { phoneKey, signsKey, textKey } from '../rules/keys.ts'
import type { ComingComplaint } from '../rules/sheet/row.ts'
import type { Told } from '../rules/sheet/likely.ts'
import type { PersonEntry } from '../rules/sheet/people.ts'
import type { ComplaintImportRow } from '../exchangeTables.ts'
import type {
  ComplainantRow,
  ComplaintEventRow,
  ComplaintForwardingRow,
  ComplaintPauseRow,
  ComplaintRowOfTable,
} from '../tables.ts'
import { contactOf } from './rows.ts'

/** Keys that are looked up in one statement. */
const together = 800
/** Among so many of the newest complaints likely repeats are looked for. */
const newestCompared = 100_000

/** Newest first. */
export async function listImports(db: Reader): Promise<ComplaintImport[]> {
  const rows = await selectImports(db)
    .orderBy('imported_at', 'desc')
    .orderBy('complaint_import.id')
    .execute()
  return rows.map(toImport)
}

export async function findImport(
  db: Reader,
  id: ComplaintImportId,
): Promise<ComplaintImport | null> {
  const row = await selectImports(db).where('complaint_import.id', '=', id).executeTakeFirst()
  return row === undefined ? null : toImport(row)
}

function selectImports(db: Reader) {
  return db
    .selectFrom('complaint_import')
    .innerJoin('person', 'person.id', 'complaint_import.imported_by')
    .selectAll('complaint_import')
    .select('person.name as by_name')
}

function toImport(row: ComplaintImportRow & { readonly by_name: string }): ComplaintImport {
  return {
    ...{ id: row.id, name: row.file_name, complaints: row.complaints },
    ...{ byName: row.by_name, at: row.imported_at, undoneAt: row.undone_at },
  }
}

/** Complaints that have one of these numbers of an old register, by its key. */
export async function byOldReference(
  db: Reader,
  keys: readonly string[],
): Promise<Map<string, ComplaintNumber>> {
  const found = new Map<string, ComplaintNumber>()
  for (const some of inParts(keys)) {
    const rows = await db
      .selectFrom('complaint')
      .select(['old_reference_key', 'number'])
      .where('old_reference_key', 'in', some)
      .where('status', '!=', 'voided')
      .orderBy('ordinal')
      .execute()
    for (const row of rows) found.set(row.old_reference_key, row.number)
  }
  return found
}

/** Complaints that have one of these references of a channel, by channel and key. */
export async function byReference(
  db: Reader,
  keys: readonly string[],
): Promise<Map<string, ComplaintNumber>> {
  const found = new Map<string, ComplaintNumber>()
  for (const some of inParts(keys)) {
    const rows = await db
      .selectFrom('complaint')
      .select(['channel', 'reference_key', 'number'])
      .where('reference_key', 'in', some)
      .where('status', '!=', 'voided')
      .orderBy('ordinal')
      .execute()
    for (const row of rows) found.set(`${row.channel} ${row.reference_key}`, row.number)
  }
  return found
}

/** Entries of the register that may be people of these rows. */
export async function peopleOfRows(
  db: Reader,
  coming: readonly ComingComplaint[],
): Promise<PersonEntry[]> {
  const contacts = coming.flatMap(({ contact }) => contact ?? [])
  const keys = {
    phone_key: contacts.map(({ phone }) => phoneKey(phone)),
    email_key: contacts.map(({ email }) => textKey(email)),
    identity_key: contacts.map(({ identityNumber }) => signsKey(identityNumber)),
  }
  const found = new Map<string, ComplainantRow>()
  for (const column of ['phone_key', 'email_key', 'identity_key'] as const) {
    const wanted = [...new Set(keys[column])].filter((key) => key !== '')
    for (const some of inParts(wanted)) {
      const rows = await db
        .selectFrom('complainant')
        .selectAll()
        .where(column, 'in', some)
        .orderBy('id')
        .execute()
      for (const row of rows) found.set(row.id, row)
    }
  }
  return [...found.values()].map((row) => ({
    ...{ id: row.id, contact: contactOf(row), sameAs: row.same_as },
  }))
}

/** What was received in a time, as likely repeats are told by it. */
export async function toldBetween(
  db: Reader,
  from: PlainDate,
  to: PlainDate,
): Promise<(Told & { readonly number: ComplaintNumber })[]> {
  const rows = await db
    .selectFrom('complaint')
    .select(['number', 'received_day', 'what', 'kind', 'road', 'from_metres', 'complainant_id'])
    .where('received_day', '>=', from)
    .where('received_day', '<=', to)
    .where('status', '!=', 'voided')
    .orderBy('ordinal', 'desc')
    .limit(newestCompared)
    .execute()
  return rows.map((row) => ({
    ...{ number: row.number, day: row.received_day, what: row.what, kind: row.kind },
    ...{ road: row.road, fromMetres: row.from_metres, personId: row.complainant_id },
  }))
}

export async function insertImport(db: Writer, row: ComplaintImportRow): Promise<void> {
  await db.insertInto('complaint_import').values(row).execute()
}

export async function setUndone(db: Writer, id: ComplaintImportId, at: Instant): Promise<void> {
  await db.updateTable('complaint_import').set({ undone_at: at }).where('id', '=', id).execute()
}

/** Rows of many complaints at once: each statement binds no more than a database takes. */
export interface ManyRows {
  readonly complainants: readonly ComplainantRow[]
  readonly complaints: readonly ComplaintRowOfTable[]
  readonly events: readonly ComplaintEventRow[]
  readonly forwardings: readonly ComplaintForwardingRow[]
  readonly pauses: readonly ComplaintPauseRow[]
  readonly words: readonly { readonly rowid: number; readonly words: string }[]
}

export async function insertMany(db: Writer, many: ManyRows): Promise<void> {
  const { complainants, complaints, events, forwardings, pauses, words } = many
  if (complainants.length > 0) await db.insertInto('complainant').values(complainants).execute()
  if (complaints.length > 0) await db.insertInto('complaint').values(complaints).execute()
  if (events.length > 0) await db.insertInto('complaint_event').values(events).execute()
  if (forwardings.length > 0) {
    await db.insertInto('complaint_forwarding').values(forwardings).execute()
  }
  if (pauses.length > 0) await db.insertInto('complaint_pause').values(pauses).execute()
  if (words.length > 0) await db.insertInto('complaint_words').values(words).execute()
}

/** A complaint of an import, and whether anybody worked on it since. */
export interface ImportedComplaint {
  readonly id: ComplaintId
  readonly number: ComplaintNumber
  readonly status: ComplaintRowOfTable['status']
  readonly touched: boolean
  /** Of the last entry of its timeline. */
  readonly lastPlace: number
}

/** What was done with a complaint that changes nothing of it. */
const harmless = ['revealed', 'recounted'] as const

/** The complaints of an import that are not voided, oldest first. */
export async function importedComplaints(
  db: Reader,
  id: ComplaintImportId,
): Promise<ImportedComplaint[]> {
  const rows = await db
    .selectFrom('complaint')
    .select(['id', 'number', 'status', 'version'])
    .where('import_id', '=', id)
    .where('status', '!=', 'voided')
    .orderBy('ordinal')
    .execute()
  const worked = new Set<string>()
  const places = await db
    .selectFrom('complaint_event')
    .innerJoin('complaint', 'complaint.id', 'complaint_event.complaint_id')
    .select((e) => ['complaint.id', e.fn.max<number>('complaint_event.place').as('last')])
    .where('complaint.import_id', '=', id)
    .groupBy('complaint.id')
    .orderBy('complaint.id')
    .execute()
  const lastPlaces = new Map(places.map((each) => [each.id, each.last]))
  const followed = await db
    .selectFrom('complaint_event')
    .innerJoin('complaint', 'complaint.id', 'complaint_event.complaint_id')
    .select('complaint_event.complaint_id as id')
    .distinct()
    .where('complaint.import_id', '=', id)
    .where('complaint_event.place', '>', 1)
    .where('complaint_event.kind', 'not in', harmless)
    .orderBy('complaint_event.complaint_id')
    .execute()
  const answered = await db
    .selectFrom('complaint_answer')
    .innerJoin('complaint', 'complaint.id', 'complaint_answer.complaint_id')
    .select('complaint_answer.complaint_id as id')
    .distinct()
    .where('complaint.import_id', '=', id)
    .orderBy('complaint_answer.complaint_id')
    .execute()
  const attached = await db
    .selectFrom('attachment')
    .innerJoin('complaint', 'complaint.id', 'attachment.owner_id')
    .select('attachment.owner_id as id')
    .distinct()
    .where('complaint.import_id', '=', id)
    .where('attachment.owner_kind', '=', 'complaint')
    .orderBy('attachment.owner_id')
    .execute()
  for (const each of [...followed, ...answered, ...attached]) worked.add(each.id)
  return rows.map(({ version, ...row }) => ({
    ...{ ...row, touched: version > 1 || worked.has(row.id) },
    lastPlace: lastPlaces.get(row.id) ?? 0,
  }))
}

/** Nobody waits for them any more; whoever had them in their hands is not asked. */
export async function voidMany(
  db: Writer,
  ids: readonly ComplaintId[],
  at: Instant,
  reason: string,
): Promise<void> {
  await db
    .updateTable('complaint')
    .set((e) => ({
      ...{ status: 'voided', status_at: at, status_reason: reason },
      settled_at: e.fn.coalesce('settled_at', e.val(at)),
      ...{ paused: 0, changed_at: at, next_due: null, version: e('version', '+', 1) },
    }))
    .where('id', 'in', ids)
    .execute()
  await db
    .updateTable('complaint_forwarding')
    .set({ removed_at: at })
    .where('complaint_id', 'in', ids)
    .where('removed_at', 'is', null)
    .execute()
  await db
    .updateTable('complaint_pause')
    .set({ ended_at: at })
    .where('complaint_id', 'in', ids)
    .where('ended_at', 'is', null)
    .execute()
}

export async function insertEvents(db: Writer, rows: readonly ComplaintEventRow[]): Promise<void> {
  if (rows.length > 0) await db.insertInto('complaint_event').values(rows).execute()
}

export function inParts<T>(all: readonly T[], size = together): T[][] {
  const parts: T[][] = []
  for (let at = 0; at < all.length; at += size) parts.push(all.slice(at, at + size))
  return parts
}
