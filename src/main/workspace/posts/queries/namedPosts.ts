import type { Reader } from '../../database/schema.ts'
import type { NamedPost } from '../rules/resultSheet/known.ts'

/** Every post that is not in the trash, with where it went out; by title, then id. */
export async function namedPosts(db: Reader): Promise<NamedPost[]> {
  const rows = await db
    .selectFrom('post')
    .select(['id', 'title', 'status'])
    .where('trashed_at', 'is', null)
    .orderBy('title')
    .orderBy('id')
    .execute()
  const places = await db
    .selectFrom('post_publication')
    .select(['post_id', 'account_id', 'day', 'url'])
    .where('removed_at', 'is', null)
    .where('skipped_reason', '=', '')
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  const byPost = new Map<string, typeof places>()
  for (const place of places) {
    byPost.set(place.post_id, [...(byPost.get(place.post_id) ?? []), place])
  }
  return rows.map(({ id, title, status }) => ({
    ...{ id, title },
    isPublished: status === 'published' || status === 'archived',
    places: (byPost.get(id) ?? []).map(({ account_id, day, url }) => ({
      ...{ accountId: account_id, day, url },
    })),
  }))
}
