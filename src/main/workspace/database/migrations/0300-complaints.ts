import { sql, SqliteAdapter, type Kysely } from 'kysely'

/** Complaints, who made them, what happened to them, and the words by which they are found. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('complainant')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('name_key', 'text', (c) => c.notNull())
    .addColumn('phone', 'text', (c) => c.notNull())
    .addColumn('phone_key', 'text', (c) => c.notNull())
    .addColumn('email', 'text', (c) => c.notNull())
    .addColumn('email_key', 'text', (c) => c.notNull())
    .addColumn('address', 'text', (c) => c.notNull())
    .addColumn('identity_number', 'text', (c) => c.notNull())
    .addColumn('identity_key', 'text', (c) => c.notNull())
    .addColumn('created_at', 'text', (c) => c.notNull())
    .addColumn('changed_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createTable('complaint')
    .addColumn('id', 'text', (c) => c.primaryKey())
    // Over all years: what the word index calls a row, and what "the newest" means.
    .addColumn('ordinal', 'integer', (c) => c.notNull().unique())
    .addColumn('year', 'integer', (c) => c.notNull())
    .addColumn('serial', 'integer', (c) => c.notNull())
    .addColumn('number', 'text', (c) => c.notNull().unique())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('status_at', 'text', (c) => c.notNull())
    .addColumn('status_reason', 'text', (c) => c.notNull())
    .addColumn('reopened', 'integer', (c) => c.notNull())
    .addColumn('channel', 'text', (c) => c.notNull())
    .addColumn('account_id', 'text', (c) => c.references('account.id'))
    .addColumn('reference', 'text', (c) => c.notNull())
    .addColumn('reference_key', 'text', (c) => c.notNull())
    .addColumn('link', 'text', (c) => c.notNull())
    .addColumn('received_at', 'text', (c) => c.notNull())
    .addColumn('received_day', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('sub_kind', 'text')
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('answers', 'text', (c) => c.notNull())
    .addColumn('state', 'text')
    .addColumn('district', 'text', (c) => c.notNull())
    .addColumn('road', 'text')
    .addColumn('from_metres', 'integer')
    .addColumn('to_metres', 'integer')
    .addColumn('place', 'text', (c) => c.notNull())
    .addColumn('urgent', 'text')
    .addColumn('complainant_id', 'text', (c) => c.references('complainant.id'))
    .addColumn('assignee_id', 'text', (c) => c.references('person.id'))
    .addColumn('entered_at', 'text', (c) => c.notNull())
    .addColumn('entered_by', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('changed_at', 'text', (c) => c.notNull())
    .addColumn('version', 'integer', (c) => c.notNull())
    .addUniqueConstraint('complaint_year_serial', ['year', 'serial'])
    .execute()
  await db.schema
    .createTable('complaint_event')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('complaint_id', 'text', (c) => c.notNull().references('complaint.id'))
    .addColumn('place', 'integer', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('from_status', 'text')
    .addColumn('to_status', 'text')
    .addColumn('assignee_id', 'text', (c) => c.references('person.id'))
    .addColumn('changes', 'text', (c) => c.notNull())
    .addColumn('text', 'text', (c) => c.notNull())
    .addColumn('removed_at', 'text')
    .addUniqueConstraint('complaint_event_place', ['complaint_id', 'place'])
    .execute()
  await db.schema
    .createTable('complaint_draft')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('person_id', 'text', (c) => c.notNull().unique().references('person.id'))
    .addColumn('content', 'text', (c) => c.notNull())
    .addColumn('saved_at', 'text', (c) => c.notNull())
    .execute()
  await addIndexes(db)
  await (db.getExecutor().adapter instanceof SqliteAdapter
    ? wordsInSqlite(db)
    : wordsInPostgres(db))
}

async function addIndexes(db: Kysely<unknown>): Promise<void> {
  const index = (name: string, table: string, columns: readonly string[]) =>
    db.schema
      .createIndex(name)
      .on(table)
      .columns([...columns])
      .execute()
  await index('complainant_name', 'complainant', ['name_key'])
  await index('complainant_phone', 'complainant', ['phone_key'])
  await index('complainant_email', 'complainant', ['email_key'])
  await index('complainant_identity', 'complainant', ['identity_key'])
  await index('complaint_serial', 'complaint', ['serial', 'ordinal'])
  await index('complaint_status', 'complaint', ['status', 'ordinal'])
  // Whatever is counted for the filters is read from here, without the rows themselves.
  await index('complaint_counted', 'complaint', [
    ...['status', 'kind', 'sub_kind', 'channel', 'state', 'assignee_id', 'urgent', 'account_id'],
    'received_day',
  ])
  await index('complaint_kind', 'complaint', ['kind', 'ordinal'])
  await index('complaint_sub_kind', 'complaint', ['sub_kind', 'ordinal'])
  await index('complaint_channel', 'complaint', ['channel', 'ordinal'])
  await index('complaint_account', 'complaint', ['account_id', 'ordinal'])
  await index('complaint_state', 'complaint', ['state', 'ordinal'])
  await index('complaint_assignee', 'complaint', ['assignee_id', 'status', 'ordinal'])
  await index('complaint_urgent', 'complaint', ['urgent', 'ordinal'])
  await index('complaint_received', 'complaint', ['received_at', 'ordinal'])
  await index('complaint_day', 'complaint', ['received_day', 'ordinal'])
  await index('complaint_changed', 'complaint', ['changed_at', 'ordinal'])
  await index('complaint_road', 'complaint', ['road', 'from_metres'])
  await index('complaint_reference', 'complaint', ['reference_key', 'channel'])
  await index('complaint_complainant', 'complaint', ['complainant_id', 'ordinal'])
}

/**
 * Both are asked alike: `select rowid from complaint_words('"lubang"* "ft4"*')`. Only the words are
 * indexed; the text itself stands in `complaint` alone.
 */
async function wordsInSqlite(db: Kysely<unknown>): Promise<void> {
  await sql`
    create virtual table complaint_words using fts5(
      words, content = '', contentless_delete = 1, detail = none, prefix = '3 4 5 6 7 8',
      tokenize = 'unicode61')`.execute(db)
}

async function wordsInPostgres(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table complaint_words (
      rowid integer primary key,
      words text not null,
      vector tsvector generated always as (to_tsvector('simple', words)) stored)`.execute(db)
  await sql`create index complaint_words_vector on complaint_words using gin (vector)`.execute(db)
  await sql`
    create function complaint_words(asked text) returns table (rowid integer) language sql stable
    as $$
      select w.rowid from complaint_words w
      where w.vector @@ to_tsquery('simple',
        replace(regexp_replace(asked, '"([^"]*)"\\*', '\\1:*', 'g'), ' ', ' & '))
    $$`.execute(db)
}
