import { sql } from 'kysely'
import type {
  ComplainantId,
  ComplaintId,
  ComplaintNumber,
  CoveredComplainant,
} from '#contract/complaintFields'
import type { Complaint } from '#contract/complaints'
import type { Reader } from '../../database/schema.ts'
import { phoneKey, signsKey, textKey } from '../rules/keys.ts'
import type { ComplainantRow } from '../tables.ts'
import { fieldsOf, toComplaint, toCovered, type OpenComplaint } from './rows.ts'

/** A complaint with nothing covered; null where there is none. */
export async function findOpen(db: Reader, id: ComplaintId): Promise<OpenComplaint | null> {
  const row = await db.selectFrom('complaint').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const complainant =
    row.complainant_id === null ? null : await findComplainant(db, row.complainant_id)
  return { row, fields: fieldsOf(row), complainant }
}

/** A complaint as it is shown. */
export async function findComplaint(db: Reader, id: ComplaintId): Promise<Complaint | null> {
  const found = await findOpen(db, id)
  if (found === null) return null
  const person = await db
    .selectFrom('person')
    .select('name')
    .where('id', '=', found.row.entered_by)
    .executeTakeFirstOrThrow()
  const made = found.complainant === null ? 0 : await complaintsOf(db, found.complainant)
  return toComplaint(found, person.name, made)
}

export async function findByNumber(
  db: Reader,
  number: ComplaintNumber,
): Promise<ComplaintId | null> {
  const row = await db
    .selectFrom('complaint')
    .select('id')
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.id ?? null
}

/** The complaint that bears this reference of a channel. */
export async function findByReference(
  db: Reader,
  channel: string,
  key: string,
): Promise<{ id: ComplaintId; number: ComplaintNumber } | null> {
  const row = await db
    .selectFrom('complaint')
    .select(['id', 'number'])
    .where('reference_key', '=', key)
    .where('channel', '=', channel)
    .where('status', '!=', 'voided')
    .orderBy('ordinal')
    .executeTakeFirst()
  return row ?? null
}

export async function findComplainant(
  db: Reader,
  id: ComplainantId,
): Promise<ComplainantRow | null> {
  const row = await db.selectFrom('complainant').selectAll().where('id', '=', id).executeTakeFirst()
  return row ?? null
}

/** Ids of all complaints of a person, oldest first. */
export async function idsOfPerson(db: Reader, id: ComplainantId): Promise<ComplaintId[]> {
  const rows = await db
    .selectFrom('complaint')
    .select('id')
    .where('complainant_id', '=', id)
    .orderBy('ordinal')
    .execute()
  return rows.map((row) => row.id)
}

/** How many complaints somebody made, by themselves or with all entries that are the same person. */
export async function complaintsOf(
  db: Reader,
  { id, same_as }: Pick<ComplainantRow, 'id' | 'same_as'>,
  whose: 'all' | 'own' = 'all',
): Promise<number> {
  const row = await db
    .selectFrom('complaint')
    .select((e) => e.fn.countAll<number | string>().as('total'))
    .$if(whose === 'own', (q) => q.where('complainant_id', '=', id))
    .$if(whose === 'all', (q) => q.where('complainant_id', 'in', entriesOf(db, same_as ?? id)))
    .where('status', '!=', 'voided')
    .executeTakeFirstOrThrow()
  return Number(row.total)
}

/** Every entry of the register that is this person. */
export function entriesOf(db: Reader, root: ComplainantId) {
  return db
    .selectFrom('complainant as entry')
    .select('entry.id')
    .where((e) => e.or([e('entry.id', '=', root), e('entry.same_as', '=', root)]))
}

/** At most so many people are proposed. */
const mostPeople = 20
/** From so many digits on, a number tells people apart. */
const fewestDigits = 5

/** People whose name begins so, or whose phone, e-mail, or identity card it is; by name. */
export async function findPeople(db: Reader, text: string): Promise<CoveredComplainant[]> {
  const name = textKey(text)
  if (name === '') return []
  const [phone, signs] = [phoneKey(text), signsKey(text)]
  const rows = await db
    .selectFrom('complainant')
    .selectAll()
    .where((e) =>
      e.or([
        // A range, so that both databases read the index.
        e.and([e('name_key', '>=', name), e('name_key', '<', `${name}\u{10FFFF}`)]),
        e('email_key', '=', name),
        ...(phone.length >= fewestDigits ? [e('phone_key', '=', phone)] : []),
        ...(signs.length >= fewestDigits ? [e('identity_key', '=', signs)] : []),
      ]),
    )
    .orderBy(sql`name_key`)
    .orderBy('id')
    .limit(mostPeople)
    .execute()
  const shown = new Set(rows.map(({ id }) => id))
  const people: CoveredComplainant[] = []
  // Of entries that are one person, the one they are joined to stands for all.
  for (const row of rows.filter(({ same_as }) => same_as === null || !shown.has(same_as)))
    people.push(toCovered(row, await complaintsOf(db, row)))
  return people
}
