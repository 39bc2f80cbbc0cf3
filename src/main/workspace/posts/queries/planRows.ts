import type { AccountId } from '#contract/accounts'
import type { PlanChoice } from '#contract/postLeaving'
import type { PostId } from '#contract/postIds'
import type { Post, PostTile } from '#contract/posts'
import { totalOf, type ResultCounts } from '#contract/postTotals'
import { PlainDate } from '#contract/values'
import type { Reader } from '../../database/schema.ts'
import { unplannedPosts } from './list.ts'
import { linksOf } from './publications.ts'
import { newestOfPosts } from './reach.ts'
import { postsByIds, type Now } from './rows.ts'
import { tilesBetween } from './tiles.ts'

/** One slot of a post, with all that is known of the post. */
export interface PlanRow {
  readonly tile: PostTile
  readonly post: Post
  /** Of the posts of the table, from 1: the slots of a post share it. */
  readonly number: number
  /** Where it is to be seen, on each account whose record says so. */
  readonly links: ReadonlyMap<AccountId, string>
  /**
   * What the slot's accounts reached together, by their newest numbers. Numbers of all accounts of a
   * post together stand with the first of its slots, so that no sum of the table counts them twice.
   */
  readonly results: ResultCounts
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
  const links = new Map<PostId, Map<AccountId, string>>()
  const newest = await newestOfPosts(db, ids)
  const told = new Set<PostId>()
  const resultsOf = ({ id, accountIds }: PostTile): ResultCounts => {
    const all = newest.get(id) ?? []
    const isFirst = !told.has(id)
    told.add(id)
    if (!all.some(({ accountId }) => accountId !== null)) return totalOf(isFirst ? all : [])
    return totalOf(
      all.filter((each) => each.accountId !== null && accountIds.includes(each.accountId)),
    )
  }
  const numbers = new Map(ids.map((id, place) => [id, place + 1]))
  for (let at = 0; at < ids.length; at += together) {
    for (const post of await postsByIds(db, ids.slice(at, at + together), now)) {
      posts.set(post.id, post)
    }
    for (const { postId, accountId, url } of await linksOf(db, ids.slice(at, at + together))) {
      links.set(postId, (links.get(postId) ?? new Map<AccountId, string>()).set(accountId, url))
    }
  }
  return tiles.flatMap((tile) => {
    const post = posts.get(tile.id)
    const number = numbers.get(tile.id) ?? 0
    return post === undefined
      ? []
      : [
          {
            ...{ tile, post, number, results: resultsOf(tile) },
            links: links.get(tile.id) ?? new Map<AccountId, string>(),
          },
        ]
  })
}
