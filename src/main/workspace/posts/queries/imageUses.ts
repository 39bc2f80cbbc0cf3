import type { PostId } from '#contract/postIds'
import type { ImageId } from '#contract/values'
import type { Reader } from '../../database/schema.ts'

/** Titles that are named; of the others it is said how many. */
const mostNamed = 5

/** The posts outside of the trash that show one of these pictures: the first by title, and how many. */
export async function postsShowing(
  db: Reader,
  imageIds: readonly ImageId[],
): Promise<{ total: number; posts: { id: PostId; title: string }[] }> {
  const rows = await db
    .selectFrom('post')
    .select(['post.id', 'post.title'])
    .where('post.trashed_at', 'is', null)
    .where('post.status', '!=', 'cancelled')
    .where((e) =>
      e.exists(
        e
          .selectFrom('post_image')
          .select('post_image.post_id')
          .whereRef('post_image.post_id', '=', 'post.id')
          .where('post_image.image_id', 'in', imageIds),
      ),
    )
    .orderBy('post.title')
    .orderBy('post.id')
    .execute()
  return { total: rows.length, posts: rows.slice(0, mostNamed) }
}
