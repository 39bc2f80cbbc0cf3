import { sql, type Kysely } from 'kysely'

/**
 * What choosing among the photos of one event changed, and which content a kept decision speaks of,
 * so that both can be taken back at any time; and which pictures were made at once.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('image_choice')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('check_id', 'text', (c) =>
      c.notNull().references('image_check.id').onDelete('cascade'),
    )
    .addColumn('before', 'text', (c) => c.notNull())
    .addColumn('after', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('image_choice_by_check')
    .on('image_choice')
    .columns(['check_id', 'number'])
    .execute()
  await db.schema.alterTable('image_derivation').addColumn('job_id', 'text').execute()
  await db.schema.alterTable('image_decision').addColumn('other_hash', 'text').execute()
  await db.schema.alterTable('image_decision').addColumn('forgotten_at', 'text').execute()
  // Of decisions kept until now it is known where only one word of that moment fits.
  const words = sql`
    from image join image_pair on image.bytes_hash in (first_hash, second_hash)
    where image.id = image_decision.image_id
      and image_pair.outcome = image_decision.outcome
      and image_pair.decided_by = image_decision.decided_by
      and image_pair.decided_at = image_decision.decided_at`
  await sql`
    update image_decision set other_hash = (
      select max(case when first_hash = bytes_hash then second_hash else first_hash end) ${words}
    ) where (select count(*) ${words}) = 1`.execute(db)
}
