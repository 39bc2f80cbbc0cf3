import { sql, type Kysely } from 'kysely'

/**
 * Roles and PINs. Everybody known before could do everything: they become administrators, until one
 * of them says otherwise.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('person_role')
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('role', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('person_role_key', ['person_id', 'role'])
    .execute()
  await db.schema
    .createTable('person_pin')
    .addColumn('id', 'text', (c) => c.primaryKey().references('person.id'))
    .addColumn('sealed', 'text', (c) => c.notNull())
    .execute()
  await sql`insert into person_role select id, 'administrator' from person`.execute(db)
}
