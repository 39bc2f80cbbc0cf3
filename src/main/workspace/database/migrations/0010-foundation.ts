import { SqliteAdapter, sql, type Kysely } from 'kysely'

/** People, settings, and the append-only audit log. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('person')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('post', 'text', (c) => c.notNull())
    .addColumn('active', 'integer', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('setting')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('audit_entry')
    .addColumn('sequence', 'integer', (c) => c.primaryKey())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.references('person.id'))
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('subjects', 'text', (c) => c.notNull())
    .addColumn('previous_hash', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull())
    .execute()
  await refuseChanges(db)
}

/** The log only grows: the database itself refuses to change or delete an entry. */
async function refuseChanges(db: Kysely<unknown>): Promise<void> {
  if (db.getExecutor().adapter instanceof SqliteAdapter) {
    for (const verb of ['update', 'delete']) {
      await sql`create trigger ${sql.raw(`audit_entry_no_${verb}`)}
        before ${sql.raw(verb)} on audit_entry
        begin select raise(abort, 'audit_entry is append-only'); end`.execute(db)
    }
    return
  }
  await sql`create function audit_entry_refuse() returns trigger language plpgsql as
    $$ begin raise exception 'audit_entry is append-only'; end $$`.execute(db)
  await sql`create trigger audit_entry_append_only before update or delete on audit_entry
    for each row execute function audit_entry_refuse()`.execute(db)
}
