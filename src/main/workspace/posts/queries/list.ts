import { sql } from 'kysely'
import type { PostId } from '#contract/postIds'
import type { FilterCounts, Period, PostFilter, PostOrder, PostTile } from '#contract/posts'
import type { Reader } from '../../database/schema.ts'
import { fits, isPast, type FilterChoice } from './filter.ts'
import type { Now } from './rows.ts'
import { selectTiles, wholeTiles } from './tiles.ts'

/** One page of the list. */
export interface ListPage {
  readonly period: Period | null
  readonly filter: PostFilter
  readonly trashed: boolean
  readonly order: PostOrder
  readonly descending: boolean
  readonly offset: number
  readonly limit: number
}

const columnOf = {
  day: 'post.day',
  title: 'post.title',
  status: 'post.status',
  changed: 'post.changed_at',
} as const satisfies Record<PostOrder, string>

/** Posts in the wanted order, then by time and id; those without a day come last. */
export async function pageOfPosts(
  db: Reader,
  page: ListPage,
  now: Now,
): Promise<{ total: number; tiles: PostTile[] }> {
  const { period, filter, trashed, order, descending, offset, limit } = page
  const where = <Q extends ReturnType<typeof selectTiles>>(query: Q): Q =>
    inPeriod(query, period)
      .where('post.trashed_at', trashed ? 'is not' : 'is', null)
      .where(fits(filter, now)) as Q
  const direction = descending ? 'desc' : 'asc'
  const ordered = where(selectTiles(db))
    // SQLite and PostgreSQL disagree on where NULL stands; both know this.
    .orderBy((e) => e.case().when('post.day', 'is', null).then(1).else(0).end())
    .orderBy(
      order === 'title' ? (e) => e.fn<string>('lower', ['post.title']) : columnOf[order],
      direction,
    )
    .orderBy((e) => e.fn.coalesce('post.time', sql<string>`''`), direction)
    .orderBy('post.id', direction)
    .limit(limit)
    .offset(offset)
  const total = await counted(db, page.period, filter, trashed, now)
  return { total, tiles: await wholeTiles(db, await ordered.execute(), now) }
}

/**
 * Posts without a day, the last changed first.
 * @param most how many at most; null for all
 */
export async function unplannedPosts(
  db: Reader,
  filter: PostFilter,
  now: Now,
  most: number | null = 500,
): Promise<PostTile[]> {
  const wanted = selectTiles(db)
    .where('post.day', 'is', null)
    .where('post.trashed_at', 'is', null)
    .where(fits(filter, now))
    .orderBy('post.changed_at', 'desc')
    .orderBy('post.id')
  const rows = await (most === null ? wanted : wanted.limit(most)).execute()
  return wholeTiles(db, rows, now)
}

/** Ids of all posts a filter leaves, for what is done to all of them. */
export async function idsOf(
  db: Reader,
  period: Period | null,
  filter: PostFilter,
  now: Now,
): Promise<PostId[]> {
  const rows = await selectPosts(db, period, filter, false, now)
    .select('post.id')
    .orderBy('post.day')
    .orderBy('post.id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Each choice of the filter with how many posts it would leave, the other choices kept. */
export async function countChoices(
  db: Reader,
  period: Period | null,
  filter: PostFilter,
  now: Now,
): Promise<FilterCounts> {
  const of = (but: FilterChoice) => selectPosts(db, period, filter, false, now, but)
  const by = async (but: FilterChoice, column: CountedColumn) =>
    toRecord(
      await of(but)
        .select([`${column} as key`, (e) => e.fn.countAll<number | string>().as('total')])
        .groupBy(column)
        .execute(),
    )
  const accounts = await of('accountIds')
    .innerJoin('post_account', 'post_account.post_id', 'post.id')
    .select(['post_account.account_id as key', (e) => e.fn.countAll<number | string>().as('total')])
    .groupBy('post_account.account_id')
    .execute()
  return {
    total: await counted(db, period, filter, false, now),
    incomplete: await countOf(of('incomplete').where('post.incomplete', '=', 1)),
    expired: await countOf(of('expired').where(isPast(now))),
    statuses: await by('statuses', 'post.status'),
    phaseIds: await by('phaseIds', 'post.phase_id'),
    kinds: await by('kinds', 'post.kind'),
    categories: await by('categories', 'post.category'),
    ownerIds: await by('ownerIds', 'post.owner_id'),
    accountIds: toRecord(accounts),
  }
}

type CountedColumn =
  'post.status' | 'post.phase_id' | 'post.kind' | 'post.category' | 'post.owner_id'

function selectPosts(
  db: Reader,
  period: Period | null,
  filter: PostFilter,
  trashed: boolean,
  now: Now,
  but?: FilterChoice,
) {
  const all = db
    .selectFrom('post')
    .where('post.trashed_at', trashed ? 'is not' : 'is', null)
    .where(fits(filter, now, but))
  if (period === null) return all
  return all.where('post.day', '>=', period.from).where('post.day', '<=', period.to)
}

function inPeriod(query: ReturnType<typeof selectTiles>, period: Period | null) {
  if (period === null) return query
  return query.where('post.day', '>=', period.from).where('post.day', '<=', period.to)
}

function counted(
  db: Reader,
  period: Period | null,
  filter: PostFilter,
  trashed: boolean,
  now: Now,
): Promise<number> {
  return countOf(selectPosts(db, period, filter, trashed, now))
}

async function countOf(query: ReturnType<typeof selectPosts>): Promise<number> {
  const row = await query
    .select((e) => e.fn.countAll<number | string>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(row.total)
}

function toRecord(
  rows: readonly { readonly key: string | null; readonly total: number | string }[],
): Record<string, number> {
  return Object.fromEntries(
    rows.flatMap(({ key, total }) => (key === null ? [] : [[key, Number(total)]])),
  )
}
