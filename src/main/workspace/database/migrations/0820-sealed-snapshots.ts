import { SqliteAdapter, sql, type Kysely } from 'kysely'

/**
 * What was approved is never changed, removed or replaced: the database itself refuses, as it does for
 * the audit log. The entries of approvals, which carry the hashes, are found by an index of their own.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index audit_entry_of_approvals on audit_entry (sequence)
    where action = 'compliance.approveAssessment'`.execute(db)
  if (db.getExecutor().adapter instanceof SqliteAdapter) {
    for (const verb of ['update', 'delete']) {
      await sql`create trigger ${sql.raw(`assessment_snapshot_no_${verb}`)}
        before ${sql.raw(verb)} on assessment_snapshot
        begin select raise(abort, 'assessment_snapshot is append-only'); end`.execute(db)
    }
    // "Insert or replace" takes the older row away without a word to the trigger of deletions.
    await sql`create trigger assessment_snapshot_no_replace before insert on assessment_snapshot
      when exists (select 1 from assessment_snapshot where id = new.id
        or (assessment_id = new.assessment_id and revision = new.revision))
      begin select raise(abort, 'assessment_snapshot is append-only'); end`.execute(db)
    return
  }
  await sql`create function assessment_snapshot_refuse() returns trigger language plpgsql as
    $$ begin raise exception 'assessment_snapshot is append-only'; end $$`.execute(db)
  await sql`create trigger assessment_snapshot_append_only before update or delete
    on assessment_snapshot for each row execute function assessment_snapshot_refuse()`.execute(db)
}
