import { sql } from 'kysely'
import type { PostId } from '#contract/postIds'
import type { Result } from '#contract/postPublication'
import { newestOf, totalOf, type ResultCounts } from '#contract/postTotals'
import type { Reader } from '../../database/schema.ts'
import { resultsOfPosts } from './results.ts'

/**
 * What a post reached, as the database reckons it to put posts in order: the same as `totalOf` says
 * of it. Null where nobody read it.
 */
export const reachOfPost = sql<number | null>`(
  select sum(newest.reach) from post_result as newest
  where newest.post_id = post.id and newest.removed_at is null
    and not exists (
      select 1 from post_result as later
      where later.post_id = newest.post_id and later.removed_at is null
        and coalesce(later.account_id, '') = coalesce(newest.account_id, '')
        and (later.day > newest.day or (later.day = newest.day and later.id > newest.id))
    )
    and (
      newest.account_id is not null
      or not exists (
        select 1 from post_result as own
        where own.post_id = newest.post_id and own.removed_at is null
          and own.account_id is not null
      )
    )
)`

/** The newest numbers of posts, of each account; posts without any are left out. */
export async function newestOfPosts(
  db: Reader,
  ids: readonly PostId[],
): Promise<ReadonlyMap<PostId, readonly Result[]>> {
  const byPost = new Map<PostId, Result[]>()
  for (const result of await resultsOfPosts(db, ids)) {
    byPost.set(result.postId, [...(byPost.get(result.postId) ?? []), result])
  }
  return new Map([...byPost].map(([id, results]) => [id, newestOf(results)]))
}

/** What posts reached on all their accounts; posts without numbers are left out. */
export async function totalsOfPosts(
  db: Reader,
  ids: readonly PostId[],
): Promise<ReadonlyMap<PostId, ResultCounts>> {
  const newest = await newestOfPosts(db, ids)
  return new Map([...newest].map(([id, results]) => [id, totalOf(results)]))
}
