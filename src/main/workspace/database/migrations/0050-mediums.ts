import type { Kysely } from 'kysely'

/** Videos and PDFs beside pictures: what sort of file it is, and what only they have. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // One statement a column: SQLite adds no two at once.
  for (const table of ['image_check', 'image']) {
    const alter = () => db.schema.alterTable(table)
    await alter()
      .addColumn('medium', 'text', (c) => c.notNull().defaultTo('picture'))
      .execute()
    await alter().addColumn('duration', 'double precision').execute()
    await alter().addColumn('pages', 'integer').execute()
    await alter()
      .addColumn('frame', 'text', (c) => c.notNull().defaultTo('not-yet'))
      .execute()
  }
}
