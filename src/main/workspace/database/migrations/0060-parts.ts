import type { Kysely } from 'kysely'

/** By which a library picture is found within others; made when first wanted, for those kept before. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('image').addColumn('parts', 'text').execute()
  await db.schema.alterTable('image').addColumn('parts_version', 'integer').execute()
}
