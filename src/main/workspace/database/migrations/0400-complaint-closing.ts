import type { Kysely } from 'kysely'

/** What was confirmed before closing, what complainants said of it, and which photo shows what. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('complaint_check')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('complaint_id', 'text', (c) => c.notNull().references('complaint.id'))
    .addColumn('check_key', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by_id', 'text', (c) => c.notNull().references('person.id'))
    .addUniqueConstraint('complaint_check_once', ['complaint_id', 'check_key'])
    .execute()
  await db.schema
    .createTable('complaint_satisfaction')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('complaint_id', 'text', (c) => c.notNull().references('complaint.id'))
    .addColumn('score', 'integer', (c) => c.notNull())
    .addColumn('unsolved', 'integer', (c) => c.notNull())
    .addColumn('way', 'text', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('at', 'text', (c) => c.notNull())
    .addColumn('by_id', 'text', (c) => c.notNull().references('person.id'))
    .addColumn('reopened', 'integer', (c) => c.notNull())
    .addColumn('removed_at', 'text')
    .execute()
  await db.schema
    .createIndex('complaint_satisfaction_of')
    .on('complaint_satisfaction')
    .columns(['complaint_id', 'at'])
    .execute()
  await db.schema
    .createTable('complaint_photo')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('complaint_id', 'text', (c) => c.notNull().references('complaint.id'))
    .addColumn('attachment_id', 'text', (c) => c.notNull().unique().references('attachment.id'))
    .addColumn('role', 'text', (c) => c.notNull())
    .execute()
  await db.schema
    .createIndex('complaint_photo_of')
    .on('complaint_photo')
    .columns(['complaint_id', 'role'])
    .execute()
}
