import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { migrateToLatest } from '../../src/main/workspace/database/migrate.ts'
import { bareDatabases, migrationsBefore } from '../support/bareDatabases.ts'

it.each(bareDatabases)('templates of posts come to %s, what was there stays', async (_, open) => {
  const db = await open()
  await migrateToLatest(db, migrationsBefore('0200-templates'))
  await sql`insert into person values ('p1', 'Siti', 'Pereka', 1, '2026-11-20')`.execute(db)
  const people = await sql`select * from person`.execute(db)

  await migrateToLatest(db)
  expect((await sql`select * from person`.execute(db)).rows).toEqual(people.rows)

  const template = (id: string, key: string | null) =>
    sql`insert into post_template (id, shipped_key, clause, name, content)
    values (${id}, ${key}, '', 'Takziah', '{}')`.execute(db)
  await template('t1', null)
  await template('t2', null)
  await template('t3', 'condolence')
  // What the application ships is brought in once.
  await expect(template('t4', 'condolence')).rejects.toThrow()
  await db.destroy()
})
