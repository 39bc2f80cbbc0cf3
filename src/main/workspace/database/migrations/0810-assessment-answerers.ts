import { randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'

/**
 * Who answered a control of an assessment by hand, each of them, not only the last. Who did so until
 * now the audit log knows: what was measured or carried went by other calls.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('assessment_answerer')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('assessment_id', 'text', (c) => c.notNull().references('assessment.id'))
    .addColumn('control_key', 'text', (c) => c.notNull())
    .addColumn('person_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('at', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('assessment_answerer_of')
    .on('assessment_answerer')
    .columns(['assessment_id', 'control_key', 'person_id'])
    .unique()
    .execute()
  await bringFromLog(db)
}

interface Subject {
  readonly table: string
  readonly id: string
}

async function bringFromLog(db: Kysely<unknown>): Promise<void> {
  const answers = await sql<{ id: string; assessment_id: string; control_key: string }>`
    select id, assessment_id, control_key from assessment_answer`.execute(db)
  const answerOf = new Map(answers.rows.map((row) => [row.id, row]))
  const entries = await sql<{ at: string; person_id: string; subjects: string }>`
    select at, person_id, subjects from audit_entry
    where action = 'compliance.answerControl' and person_id is not null order by sequence`.execute(
    db,
  )
  const seen = new Set<string>()
  for (const { at, person_id, subjects } of entries.rows) {
    for (const { table, id } of JSON.parse(subjects) as Subject[]) {
      const answer = table === 'assessment_answer' ? answerOf.get(id) : undefined
      if (answer === undefined || seen.has(`${id} ${person_id}`)) continue
      seen.add(`${id} ${person_id}`)
      await sql`insert into assessment_answerer (id, assessment_id, control_key, person_id, at)
        values (${randomUUID()}, ${answer.assessment_id}, ${answer.control_key}, ${person_id}, ${at})`.execute(
        db,
      )
    }
  }
}
