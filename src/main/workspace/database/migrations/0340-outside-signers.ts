import { sql, type Kysely } from 'kysely'

/**
 * A decision signed on paper may be of somebody who is not on the list of people: their name and
 * post are typed. One that was entered by mistake is taken back. The table is made anew, as SQLite
 * lets no column become optional.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('approval_decision_new')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('round_id', 'text', (c) => c.notNull().references('approval_round.id'))
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('step', 'integer', (c) => c.notNull())
    .addColumn('decision', 'text', (c) => c.notNull())
    .addColumn('comment', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.references('person.id'))
    .addColumn('signer_name', 'text')
    .addColumn('signer_post', 'text')
    .addColumn('entered_by', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('signed_on', 'text')
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('removed_at', 'text')
    .execute()
  await sql`insert into approval_decision_new (id, round_id, number, step, decision, comment,
    person_id, entered_by, signed_on, at)
    select id, round_id, number, step, decision, comment, person_id, entered_by, signed_on, at
    from approval_decision`.execute(db)
  await db.schema.dropTable('approval_decision').execute()
  await db.schema.alterTable('approval_decision_new').renameTo('approval_decision').execute()
  await db.schema
    .createIndex('approval_decision_by_round')
    .on('approval_decision')
    .columns(['round_id', 'number'])
    .execute()
}
