import type { PostId } from '#contract/postIds'
import type { TermCheck } from '#contract/postFindings'
import type { Instant } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { PostTermCheckRow } from '../tables.ts'

/** One passage of a post with a sensitive term that a person looked at. */
export type KeptTermCheck = TermCheck & {
  readonly id: string
  readonly term: string
  readonly passage: string
}

/** The passages of a post with a sensitive term that hold as checked, the newest first. */
export async function listTermChecks(db: Reader, postId: PostId): Promise<KeptTermCheck[]> {
  const rows = await db
    .selectFrom('post_term_check')
    .innerJoin('person', 'person.id', 'post_term_check.checked_by')
    .select([
      'post_term_check.id',
      'term',
      'passage',
      'reason',
      'checked_at',
      'person.name as by_name',
    ])
    .where('post_id', '=', postId)
    .where('removed_at', 'is', null)
    .orderBy('checked_at', 'desc')
    .orderBy('post_term_check.id')
    .execute()
  return rows.map(({ id, term, passage, reason, checked_at, by_name }) => ({
    ...{ id, term, passage, reason, byName: by_name, at: checked_at },
  }))
}

export async function insertTermCheck(db: Writer, row: PostTermCheckRow): Promise<void> {
  await db.insertInto('post_term_check').values(row).execute()
}

export async function removeTermCheck(db: Writer, id: string, at: Instant): Promise<void> {
  await db.updateTable('post_term_check').set({ removed_at: at }).where('id', '=', id).execute()
}
