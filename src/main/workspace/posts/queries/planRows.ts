import type { PlanChoice } from '#contract/postLeaving'
import type { PostId } from '#contract/postIds'
import type { Post, PostTile } from '#contract/posts'
import { PlainDate } from '#contract/values'
import type { Reader } from '../../database/schema.ts'
import { unplannedPosts } from './list.ts'
import { postsByIds, type Now } from './rows.ts'
import { tilesBetween } from './tiles.ts'

/** One slot of a post, with all that is known of the post. */
export interface PlanRow {
  readonly tile: PostTile
  readonly post: Post
}

const always = { from: PlainDate.parse('0001-01-01'), to: PlainDate.parse('9999-12-31') }
/** How many posts are read at a time: their parts are looked for among each other. */
const together = 400

/** The slots a choice leaves, by day and time; those of posts without a day last. */
export async function planTiles(
  db: Reader,
  { period, filter, ids }: PlanChoice,
  now: Now,
): Promise<PostTile[]> {
  const planned = await tilesBetween(db, period ?? always, filter, now)
  const others = period === null ? await unplannedPosts(db, filter, now, null) : []
  const chosen = ids === null ? null : new Set(ids)
  return [...planned, ...others].filter(({ id }) => chosen?.has(id) ?? true)
}

/** The slots a choice leaves with their posts, in the order of `planTiles`. */
export async function planRows(db: Reader, choice: PlanChoice, now: Now): Promise<PlanRow[]> {
  const tiles = await planTiles(db, choice, now)
  const ids = [...new Set(tiles.map(({ id }) => id))]
  const posts = new Map<PostId, Post>()
  for (let at = 0; at < ids.length; at += together) {
    for (const post of await postsByIds(db, ids.slice(at, at + together), now)) {
      posts.set(post.id, post)
    }
  }
  return tiles.flatMap((tile) => {
    const post = posts.get(tile.id)
    return post === undefined ? [] : [{ tile, post }]
  })
}
