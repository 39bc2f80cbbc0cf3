import { sql, type Kysely } from 'kysely'

/**
 * Complaints that are a matter of safety have limits in hours from the shipped sets of this version
 * on: open ones are counted as the workspace opens.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`insert into setting (name, value) select 'complaints-uncounted', 'true'
    where exists (select 1 from complaint
      where status in ('new', 'needs-information', 'forwarded', 'in-progress'))
    on conflict (name) do update set value = 'true'`.execute(db)
}
