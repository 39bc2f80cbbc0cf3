import type { Kysely } from 'kysely'

/** The image check: batches, checked files, found repeats, and the library. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('image_batch')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('started_at', 'text', (c) => c.notNull())
    .addColumn('finished_at', 'text')
    .addColumn('started_by', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('kind', 'text')
    .execute()

  await db.schema
    .createTable('image')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('width', 'integer', (c) => c.notNull())
    .addColumn('height', 'integer', (c) => c.notNull())
    .addColumn('format', 'text', (c) => c.notNull())
    .addColumn('byte_size', 'integer', (c) => c.notNull())
    .addColumn('bytes_hash', 'text', (c) => c.notNull().unique())
    .addColumn('measurement', 'text', (c) => c.notNull())
    .addColumn('fingerprint', 'text', (c) => c.notNull())
    .addColumn('fingerprint_version', 'integer', (c) => c.notNull())
    .addColumn('findings', 'text', (c) => c.notNull())
    .addColumn('override_reason', 'text')
    .addColumn('review', 'text')
    .addColumn('reviewed_by', 'text', (c) => c.references('person.id'))
    .addColumn('reviewed_at', 'text')
    .addColumn('programme', 'text', (c) => c.notNull())
    .addColumn('programme_date', 'text')
    .addColumn('programme_time', 'text', (c) => c.notNull())
    .addColumn('place', 'text', (c) => c.notNull())
    .addColumn('guests', 'text', (c) => c.notNull())
    .addColumn('alt_text', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('rights', 'text', (c) => c.notNull())
    .addColumn('added_at', 'text', (c) => c.notNull())
    .addColumn('added_by', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('trashed_at', 'text')
    .execute()
  await db.schema
    .createIndex('image_by_added')
    .on('image')
    .columns(['trashed_at', 'added_at', 'id'])
    .execute()

  await db.schema
    .createTable('image_tag')
    .addColumn('image_id', 'text', (c) => c.notNull().references('image.id').onDelete('cascade'))
    .addColumn('tag', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('image_tag_key', ['image_id', 'tag'])
    .execute()
  await db.schema.createIndex('image_tag_by_tag').on('image_tag').columns(['tag']).execute()

  await db.schema
    .createTable('image_decision')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('image_id', 'text', (c) => c.notNull().references('image.id').onDelete('cascade'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('decided_by', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('decided_at', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('image_decision_by_image')
    .on('image_decision')
    .columns(['image_id', 'decided_at', 'id'])
    .execute()

  await db.schema
    .createTable('image_check')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('batch_id', 'text', (c) =>
      c.notNull().references('image_batch.id').onDelete('cascade'),
    )
    .addColumn('position', 'integer', (c) => c.notNull())
    .addColumn('path', 'text')
    .addColumn('raw_path', 'text')
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('kind_guessed', 'integer', (c) => c.notNull())
    .addColumn('verdict', 'text')
    .addColumn('width', 'integer')
    .addColumn('height', 'integer')
    .addColumn('format', 'text')
    .addColumn('byte_size', 'integer')
    .addColumn('bytes_hash', 'text')
    .addColumn('measurement', 'text')
    .addColumn('fingerprint', 'text')
    .addColumn('findings', 'text', (c) => c.notNull())
    .addColumn('override_reason', 'text')
    .addColumn('override_by', 'text', (c) => c.references('person.id'))
    .addColumn('override_at', 'text')
    .addColumn('review', 'text')
    .addColumn('reviewed_by', 'text', (c) => c.references('person.id'))
    .addColumn('reviewed_at', 'text')
    .addColumn('kept_as', 'text', (c) => c.references('image.id').onDelete('set null'))
    .execute()
  await db.schema
    .createIndex('image_check_by_batch')
    .on('image_check')
    .columns(['batch_id', 'position'])
    .unique()
    .execute()
  await db.schema
    .createIndex('image_check_by_kept')
    .on('image_check')
    .columns(['kept_as'])
    .execute()

  await db.schema
    .createTable('image_repeat')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('check_id', 'text', (c) =>
      c.notNull().references('image_check.id').onDelete('cascade'),
    )
    .addColumn('of_check_id', 'text', (c) => c.references('image_check.id').onDelete('cascade'))
    .addColumn('of_image_id', 'text', (c) => c.references('image.id').onDelete('cascade'))
    .addColumn('relation', 'text', (c) => c.notNull())
    .addColumn('mirrored', 'integer', (c) => c.notNull())
    .addColumn('changed', 'text', (c) => c.notNull())
    .addColumn('outcome', 'text')
    .addColumn('reason', 'text')
    .addColumn('decided_by', 'text', (c) => c.references('person.id'))
    .addColumn('decided_at', 'text')
    .execute()
  for (const column of ['check_id', 'of_check_id', 'of_image_id']) {
    await db.schema
      .createIndex(`image_repeat_by_${column}`)
      .on('image_repeat')
      .columns([column])
      .execute()
  }
}
