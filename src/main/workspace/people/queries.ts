import type { Person } from '#contract/people'
import { PersonId, type Instant } from '#contract/values'
import type { Reader, Writer } from '../database/schema.ts'
import type { PersonRow } from './tables.ts'

function toPerson(row: PersonRow): Person {
  return { id: PersonId.parse(row.id), name: row.name, post: row.post, active: row.active === 1 }
}

/** Everybody, the active first, then by name. */
export async function listPeople(db: Reader): Promise<Person[]> {
  const rows = await db
    .selectFrom('person')
    .selectAll()
    .orderBy('active', 'desc')
    .orderBy((e) => e.fn<string>('lower', ['name']))
    .orderBy('id')
    .execute()
  return rows.map(toPerson)
}

export async function findPerson(db: Reader, id: PersonId): Promise<Person | null> {
  const row = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toPerson(row)
}

export async function insertPerson(db: Writer, person: Person, at: Instant): Promise<void> {
  await db
    .insertInto('person')
    .values({
      id: person.id,
      name: person.name,
      post: person.post,
      active: person.active ? 1 : 0,
      created_at: at,
    })
    .execute()
}

export async function updatePerson(db: Writer, person: Person): Promise<void> {
  await db
    .updateTable('person')
    .set({ name: person.name, post: person.post, active: person.active ? 1 : 0 })
    .where('id', '=', person.id)
    .execute()
}
