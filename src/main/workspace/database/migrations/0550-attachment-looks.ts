import type { Kysely } from 'kysely'

/**
 * How the newest photos of complaints look, answered from an index alone, in its order: it is asked
 * while somebody types, and the rows are long and as many as there are photos.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('attachment_looks')
    .on('attachment')
    .columns(['owner_kind', 'removed_at', 'added_at desc', 'id', 'owner_id', 'look'])
    .execute()
}
