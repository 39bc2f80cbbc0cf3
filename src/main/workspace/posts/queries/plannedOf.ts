import type { Period, Post } from '#contract/posts'
import { stillToCome } from '#contract/postStatus'
import type { Reader } from '../../database/schema.ts'
import { postsByIds, type Now } from './rows.ts'

/** Posts of some wave categories that are still to come out, first on one of these days. */
export async function plannedOf(
  db: Reader,
  categories: readonly string[],
  { from, to }: Period,
  now: Now,
): Promise<Post[]> {
  if (categories.length === 0) return []
  const rows = await db
    .selectFrom('post')
    .select('id')
    .where('trashed_at', 'is', null)
    .where('status', 'in', stillToCome)
    .where('category', 'in', categories)
    .where('first_day', '>=', from)
    .where('first_day', '<=', to)
    .orderBy('first_day')
    .orderBy('id')
    .execute()
  return postsByIds(
    db,
    rows.map(({ id }) => id),
    now,
  )
}
