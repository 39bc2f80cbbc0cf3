import type { AccountId } from '#contract/accounts'
import type { PostId } from '#contract/postIds'
import type { Period, PostFilter, PostTile } from '#contract/posts'
import type { ClockTime, PlainDate } from '#contract/values'
import type { Reader } from '../../database/schema.ts'
import { shownSlots, slotsWith, type Place } from '../rules/slots.ts'
import { stillToCome } from '../rules/completeness.ts'
import { isExpired } from '../rules/status.ts'
import { fits } from './filter.ts'
import { groupByPost } from './groupByPost.ts'
import { toMissing, type Now } from './rows.ts'

/** What a tile shows of a post, without its accounts. */
export function selectTiles(db: Reader) {
  return db
    .selectFrom('post')
    .leftJoin('post_image', (join) =>
      join.onRef('post_image.post_id', '=', 'post.id').on('post_image.place', '=', 0),
    )
    .select([
      ...(['post.id', 'post.title', 'post.day', 'post.time', 'post.phase_id'] as const),
      ...(['post.kind', 'post.category', 'post.status', 'post.missing'] as const),
      ...(['post.first_day', 'post.first_time'] as const),
      ...(['post.owner_id', 'post.programme_day', 'post.version', 'post.series_id'] as const),
      'post_image.image_id as cover_id',
    ])
}

type TileRow = Awaited<ReturnType<ReturnType<typeof selectTiles>['execute']>>[number]

/** One account of a post, with the slot it has of its own. */
interface OwnSlot {
  readonly post_id: PostId
  readonly account_id: AccountId
  readonly day: PlainDate | null
  readonly time: ClockTime | null
}

/**
 * The tiles of a period in the order of their days and times: each post at its own slot with the
 * accounts that share it, and once more for every other slot an account has of its own. Where
 * accounts are asked for, slots of none of them are left out.
 */
export async function tilesBetween(
  db: Reader,
  { from, to }: Period,
  filter: PostFilter,
  now: Now,
): Promise<PostTile[]> {
  const wanted = selectTiles(db).where('post.trashed_at', 'is', null).where(fits(filter, now))
  const planned = await wanted
    .where('post.day', '>=', from)
    .where('post.day', '<=', to)
    .orderBy('post.day')
    .orderBy('post.id')
    .execute()
  const shared = await slots(db)
    .where('post.day', '>=', from)
    .where('post.day', '<=', to)
    .where('post.trashed_at', 'is', null)
    .execute()
  const apart = await slots(db)
    .where('post_account.day', '>=', from)
    .where('post_account.day', '<=', to)
    .where('post.trashed_at', 'is', null)
    .execute()
  const present = new Set(planned.map(({ id }) => id))
  const absent = [...new Set(apart.map(({ post_id }) => post_id))].filter((id) => !present.has(id))
  const others = absent.length === 0 ? [] : await wanted.where('post.id', 'in', absent).execute()
  const bySlot = groupByPost([...shared, ...apart.filter(({ post_id }) => !present.has(post_id))])
  return [...planned, ...others]
    .flatMap((row) => tilesOf(row, bySlot.get(row.id) ?? [], filter, now))
    .filter(({ day }) => day !== null && day >= from && day <= to)
    .toSorted(byPlace)
}

/** Tiles of posts wherever they stand, one each, with all their accounts. */
export async function wholeTiles(
  db: Reader,
  rows: readonly TileRow[],
  now: Now,
): Promise<PostTile[]> {
  const ids = rows.map(({ id }) => id)
  const accounts = ids.length === 0 ? [] : await slots(db).where('post_id', 'in', ids).execute()
  const byPost = groupByPost(accounts)
  return rows.map((row) =>
    toTile(
      row,
      row,
      (byPost.get(row.id) ?? []).map(({ account_id }) => account_id),
      isExpired({ status: row.status, day: row.first_day, time: row.first_time }, now),
    ),
  )
}

function slots(db: Reader) {
  return db
    .selectFrom('post_account')
    .innerJoin('post', 'post.id', 'post_account.post_id')
    .select([
      ...(['post_account.post_id', 'post_account.account_id'] as const),
      ...(['post_account.day', 'post_account.time'] as const),
    ])
    .orderBy('post_account.post_id')
    .orderBy('post_account.place')
}

/** One tile for each wanted slot of a post. */
function tilesOf(
  row: TileRow,
  accounts: readonly OwnSlot[],
  wanted: Pick<PostFilter, 'accountIds'>,
  now: Now,
): PostTile[] {
  return slotsWith(shownSlots(row, accounts), wanted.accountIds).map(({ slot, accountIds }) =>
    toTile(row, slot, accountIds, isExpired({ status: row.status, ...slot }, now)),
  )
}

function toTile(row: TileRow, slot: Place, accountIds: AccountId[], expired: boolean): PostTile {
  return {
    id: row.id,
    title: row.title,
    day: slot.day,
    time: slot.time,
    accountIds,
    apart: slot.day !== row.day || slot.time !== row.time,
    phaseId: row.phase_id,
    kind: row.kind,
    category: row.category,
    status: row.status,
    expired,
    missing: stillToCome.includes(row.status) ? toMissing(row.missing) : [],
    coverId: row.cover_id,
    ownerId: row.owner_id,
    programmeDay: row.programme_day,
    seriesId: row.series_id,
    version: row.version,
  }
}

/** By day, then by time (those without one first), then by id. */
function byPlace(a: PostTile, b: PostTile): number {
  const [one, other] = [a, b].map(({ day, time, id }) => `${day ?? ''} ${time ?? ''} ${id}`)
  return (one ?? '') < (other ?? '') ? -1 : 1
}
