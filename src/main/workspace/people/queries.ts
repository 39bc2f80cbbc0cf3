import { Memory, type MemoryName, type Person } from '#contract/people'
import { inOrder, Role } from '#contract/roles'
import { PersonId, type Instant } from '#contract/values'
import type { Reader, Writer } from '../database/schema.ts'
import { SealedPin } from './pin.ts'
import type { PersonRoleRow, PersonRow } from './tables.ts'

/** Everybody, the active first, then by name. */
export async function listPeople(db: Reader): Promise<Person[]> {
  const rows = await db
    .selectFrom('person')
    .selectAll()
    .orderBy('active', 'desc')
    .orderBy((e) => e.fn<string>('lower', ['name']))
    .orderBy('id')
    .execute()
  const roles = await db
    .selectFrom('person_role')
    .selectAll()
    .orderBy('role')
    .orderBy('person_id')
    .execute()
  const pins = await db.selectFrom('person_pin').select('id').orderBy('id').execute()
  const withPin = new Set(pins.map(({ id }) => id))
  return rows.map((row) =>
    toPerson(
      row,
      roles.filter(({ person_id }) => person_id === row.id),
      withPin.has(row.id),
    ),
  )
}

export async function findPerson(db: Reader, id: PersonId): Promise<Person | null> {
  const row = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) return null
  const roles = await db
    .selectFrom('person_role')
    .selectAll()
    .where('person_id', '=', id)
    .orderBy('role')
    .execute()
  return toPerson(row, roles, (await findPin(db, id)) !== null)
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
  await insertRoles(db, person)
}

/** The PIN is not the person's: `replacePin` changes it. */
export async function updatePerson(db: Writer, person: Omit<Person, 'hasPin'>): Promise<void> {
  await db
    .updateTable('person')
    .set({ name: person.name, post: person.post, active: person.active ? 1 : 0 })
    .where('id', '=', person.id)
    .execute()
  await db.deleteFrom('person_role').where('person_id', '=', person.id).execute()
  await insertRoles(db, person)
}

/** What is kept of a person's PIN, or null where there is none. */
export async function findPin(db: Reader, id: PersonId): Promise<SealedPin | null> {
  const row = await db
    .selectFrom('person_pin')
    .select('sealed')
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : SealedPin.parse(JSON.parse(row.sealed))
}

/** Puts another PIN, or none, in place of a person's PIN. */
export async function replacePin(
  db: Writer,
  id: PersonId,
  sealed: SealedPin | null,
): Promise<void> {
  await db.deleteFrom('person_pin').where('id', '=', id).execute()
  if (sealed === null) return
  await db
    .insertInto('person_pin')
    .values({ id, sealed: JSON.stringify(sealed) })
    .execute()
}

/** What is remembered for a person under a name; null where nothing is. */
export async function readMemory(
  db: Reader,
  id: PersonId,
  name: MemoryName,
): Promise<Memory | null> {
  const row = await db
    .selectFrom('person_memory')
    .select('value')
    .where('person_id', '=', id)
    .where('name', '=', name)
    .executeTakeFirst()
  return row === undefined ? null : Memory.parse(JSON.parse(row.value))
}

/** Puts another memory, or none, in the place of what is remembered. */
export async function writeMemory(
  db: Writer,
  id: PersonId,
  name: MemoryName,
  memory: Memory | null,
): Promise<void> {
  if (memory === null) {
    await db
      .deleteFrom('person_memory')
      .where('person_id', '=', id)
      .where('name', '=', name)
      .execute()
    return
  }
  const value = JSON.stringify(memory)
  await db
    .insertInto('person_memory')
    .values({ person_id: id, name, value })
    .onConflict((conflict) => conflict.columns(['person_id', 'name']).doUpdateSet({ value }))
    .execute()
}

async function insertRoles(db: Writer, { id, roles }: Pick<Person, 'id' | 'roles'>): Promise<void> {
  if (roles.length === 0) return
  await db
    .insertInto('person_role')
    .values(roles.map((role) => ({ person_id: id, role })))
    .execute()
}

function toPerson(row: PersonRow, roles: readonly PersonRoleRow[], hasPin: boolean): Person {
  return {
    id: PersonId.parse(row.id),
    name: row.name,
    post: row.post,
    active: row.active === 1,
    roles: inOrder(roles.map(({ role }) => Role.parse(role))),
    hasPin,
  }
}
