import type { Kysely } from 'kysely'

/** Files attached to posts, decisions and whatever else; their bytes are in the media store. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('attachment')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('owner_kind', 'text', (c) => c.notNull())
    .addColumn('owner_id', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('file_name', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('byte_size', 'integer', (c) => c.notNull())
    .addColumn('bytes_hash', 'text', (c) => c.notNull())
    .addColumn('width', 'integer')
    .addColumn('height', 'integer')
    .addColumn('personal', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('added_at', 'text', (c) => c.notNull())
    .addColumn('added_by', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('removed_at', 'text')
    .execute()
  // The same bytes once for each owner, taken off or not; also what finds an owner's files.
  await db.schema
    .createIndex('attachment_owner')
    .on('attachment')
    .columns(['owner_kind', 'owner_id', 'bytes_hash'])
    .unique()
    .execute()
  // Whether anything still needs the bytes.
  await db.schema.createIndex('attachment_bytes').on('attachment').column('bytes_hash').execute()
}
