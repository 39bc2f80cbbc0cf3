import { sql, type Kysely } from 'kysely'

/** Copies of attached pictures whose boxes are black, and why a picture left without them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('attachment_redaction')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('attachment_id', 'text', (c) => c.notNull().references('attachment.id'))
    .addColumn('boxes', 'text', (c) => c.notNull())
    .addColumn('byte_size', 'integer', (c) => c.notNull())
    .addColumn('bytes_hash', 'text', (c) => c.notNull())
    .addColumn('made_at', 'text', (c) => c.notNull())
    .addColumn('made_by', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('removed_at', 'text')
    .execute()
  await db.schema
    .createIndex('attachment_redaction_of')
    .on('attachment_redaction')
    .columns(['attachment_id', 'removed_at'])
    .execute()
  // One copy at most stands for a picture.
  await db.schema
    .createIndex('attachment_redaction_standing')
    .on('attachment_redaction')
    .column('attachment_id')
    .unique()
    .where(sql.ref('removed_at'), 'is', null)
    .execute()
  // Whether anything still needs the bytes.
  await db.schema
    .createIndex('attachment_redaction_bytes')
    .on('attachment_redaction')
    .column('bytes_hash')
    .execute()
  await db.schema
    .createTable('attachment_full_copy')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('attachment_id', 'text', (c) => c.notNull().references('attachment.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('reason', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('attachment_full_copy_of')
    .on('attachment_full_copy')
    .columns(['attachment_id', 'at'])
    .execute()
}
