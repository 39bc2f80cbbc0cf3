import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { AccountId } from '#contract/accounts'
import type { PhaseId } from '#contract/cycles'
import type { PostId } from '#contract/postIds'
import type { PostStatus } from '#contract/posts'
import type { Reader, Tables } from '../../database/schema.ts'
import type { Place } from '../rules/slots.ts'

/** A post of which an account has a slot of its own, with all of its accounts. */
export interface PostApart {
  readonly own: Place
  readonly phaseId: PhaseId | null
  readonly category: string | null
  readonly status: PostStatus
  readonly incomplete: number
  readonly accounts: (Place & { readonly account_id: AccountId })[]
}

/**
 * The few posts that do not stand at their own slot alone, but for those in the trash: what is
 * counted by days alone is put right by them.
 */
export async function postsApart(
  db: Reader,
  wanted: (e: ExpressionBuilder<Tables, 'post'>) => Expression<SqlBool>,
): Promise<PostApart[]> {
  const rows = await db
    .selectFrom('post_account')
    .innerJoin('post', 'post.id', 'post_account.post_id')
    .select(['post.id', 'post.day as own_day', 'post.time as own_time', 'status', 'incomplete'])
    .select(['phase_id', 'category', 'account_id', 'post_account.day', 'post_account.time'])
    .where('post.trashed_at', 'is', null)
    .where(wanted)
    .where('post_account.post_id', 'in', (e) =>
      e
        .selectFrom('post_account as apart')
        .select('apart.post_id')
        .where((w) => w.or([w('apart.day', 'is not', null), w('apart.time', 'is not', null)])),
    )
    .orderBy('post.id')
    .orderBy('post_account.place')
    .execute()
  const posts = new Map<PostId, PostApart>()
  for (const row of rows) {
    const { id, own_day, own_time, phase_id, category, status, incomplete, ...account } = row
    const own = { day: own_day, time: own_time }
    const known = posts.get(id)
    const post = known ?? { own, phaseId: phase_id, category, status, incomplete, accounts: [] }
    post.accounts.push(account)
    posts.set(id, post)
  }
  return [...posts.values()]
}
