import { z } from 'zod'
import {
  BreachField,
  type Breach,
  type BreachId,
  type BreachNotice,
  type BreachNoticeId,
} from '#contract/complaintBreaches'
import { ComplaintNumber } from '#contract/complaintFields'
import type { Reader, Writer } from '../../database/schema.ts'
import type { BreachNoticeRow, BreachRow } from '../recordTables.ts'

const Fields = z.array(BreachField)
const Numbers = z.array(ComplaintNumber)

/** All breaches that were not taken back, by number. */
export async function listBreaches(db: Reader): Promise<Breach[]> {
  const rows = await selectBreaches(db).where('breach.removed_at', 'is', null).execute()
  const notices = await selectNotices(db).where('breach_notice.removed_at', 'is', null).execute()
  return rows.map((row) =>
    toBreach(
      row,
      notices.filter(({ breach_id: id }) => id === row.id),
    ),
  )
}

/** One breach, also one that was taken back; null where there is none. */
export async function findBreach(
  db: Reader,
  id: BreachId,
): Promise<(Breach & { readonly removed: boolean }) | null> {
  const row = await selectBreaches(db).where('breach.id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const notices = await selectNotices(db)
    .where('breach_id', '=', id)
    .where('breach_notice.removed_at', 'is', null)
    .execute()
  return { ...toBreach(row, notices), removed: row.removed_at !== null }
}

/** One notice, also one that was taken back; null where there is none. */
export async function findNotice(db: Reader, id: BreachNoticeId): Promise<BreachNoticeRow | null> {
  const row = await db
    .selectFrom('breach_notice')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** How many breaches were entered in a year, those taken back too: a number is given once. */
export async function breachesOfYear(db: Reader, year: number): Promise<number> {
  const row = await db
    .selectFrom('breach')
    .select((e) => e.fn.countAll<number | string>().as('total'))
    .where('number', 'like', `PLG-${year}-%`)
    .executeTakeFirstOrThrow()
  return Number(row.total)
}

export async function insertBreach(db: Writer, row: BreachRow): Promise<void> {
  await db.insertInto('breach').values(row).execute()
}

export async function updateBreach(
  db: Writer,
  id: BreachId,
  changes: Partial<Omit<BreachRow, 'id' | 'number'>>,
): Promise<void> {
  await db.updateTable('breach').set(changes).where('id', '=', id).execute()
}

export async function insertNotice(db: Writer, row: BreachNoticeRow): Promise<void> {
  await db.insertInto('breach_notice').values(row).execute()
}

export async function setNoticeRemoved(
  db: Writer,
  id: BreachNoticeId,
  removedAt: BreachNoticeRow['removed_at'],
): Promise<void> {
  await db
    .updateTable('breach_notice')
    .set({ removed_at: removedAt })
    .where('id', '=', id)
    .execute()
}

function selectBreaches(db: Reader) {
  return db
    .selectFrom('breach')
    .innerJoin('person', 'person.id', 'breach.by_id')
    .leftJoin('person as user', 'user.id', 'breach.person_id')
    .selectAll('breach')
    .select(['person.name as by_name', 'user.name as person_name'])
    .orderBy('breach.number')
    .orderBy('breach.id')
}

function selectNotices(db: Reader) {
  return db
    .selectFrom('breach_notice')
    .innerJoin('person', 'person.id', 'breach_notice.by_id')
    .selectAll('breach_notice')
    .select('person.name as by_name')
    .orderBy('breach_notice.party')
    .orderBy('breach_notice.id')
}

type NamedNotice = BreachNoticeRow & { readonly by_name: string }
type NamedBreach = BreachRow & { readonly by_name: string; readonly person_name: string | null }

function toBreach(row: NamedBreach, notices: readonly NamedNotice[]): Breach {
  return {
    ...{ id: row.id, number: row.number, version: row.version, what: row.what },
    ...{ from: row.began_at, to: row.ended_at, knownAt: row.known_at, people: row.people },
    fields: Fields.parse(JSON.parse(row.fields)),
    ...{ harm: row.harm === 1, consequences: row.consequences, measures: row.measures },
    ...{ personId: row.person_id, personName: row.person_name },
    numbers: Numbers.parse(JSON.parse(row.numbers)),
    notices: notices.map(toNotice),
    ...{ byName: row.by_name, at: row.at },
  }
}

function toNotice(row: NamedNotice): BreachNotice {
  return {
    ...{ id: row.id, party: row.party, outcome: row.outcome, at: row.at, how: row.how },
    ...{ reference: row.reference, byName: row.by_name },
  }
}
