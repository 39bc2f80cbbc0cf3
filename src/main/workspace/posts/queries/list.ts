import { sql, type RawBuilder } from 'kysely'
import type { PostId } from '#contract/postIds'
import type {
  CycleBounds,
  FilterCounts,
  Period,
  PostFilter,
  PostOrder,
  PostTile,
} from '#contract/posts'
import type { Reader } from '../../database/schema.ts'
import { stillToCome } from '../rules/completeness.ts'
import { withinCycle } from './board.ts'
import { fits, isNowhere, isPast, standsWithin, type FilterChoice } from './filter.ts'
import { reachOfPost, totalsOfPosts } from './reach.ts'
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

/** In what order a list may stand; names of what is referred to stand in tables of their own. */
const columnOf = {
  day: sql<string>`post.day`,
  title: sql<string>`lower(post.title)`,
  phase: sql<string>`(select phase.starts_on from phase where phase.id = post.phase_id)`,
  kind: sql<string>`post.kind`,
  status: sql<string>`post.status`,
  owner: sql<string>`(select lower(person.name) from person where person.id = post.owner_id)`,
  changed: sql<string>`post.changed_at`,
  reach: reachOfPost,
} as const satisfies Record<PostOrder, unknown>

/** What may be nothing: such posts come last, whichever way the list stands. */
const mayBeNothing: Readonly<Partial<Record<PostOrder, RawBuilder<unknown>>>> = {
  phase: sql`post.phase_id`,
  owner: sql`post.owner_id`,
  reach: reachOfPost,
}

/**
 * Posts in the wanted order, then by time and id; those without a day, or without what the order is
 * by, come last.
 */
export async function pageOfPosts(
  db: Reader,
  page: ListPage,
  now: Now,
): Promise<{ total: number; tiles: PostTile[] }> {
  const { period, filter, trashed, order, descending, offset, limit } = page
  const direction = descending ? 'desc' : 'asc'
  // First which posts, by the index alone; then what a row shows of those few.
  const found = await selectPosts(db, period, filter, trashed, now)
    .select('post.id')
    // SQLite and PostgreSQL disagree on where NULL stands; both know this.
    .orderBy((e) =>
      e
        .case()
        .when(mayBeNothing[order] ?? sql`post.day`, 'is', null)
        .then(1)
        .else(0)
        .end(),
    )
    .orderBy(columnOf[order], direction)
    .orderBy((e) => e.fn.coalesce('post.time', sql<string>`''`), direction)
    .orderBy('post.id', direction)
    .limit(limit)
    .offset(offset)
    .execute()
  const total = await counted(db, period, filter, trashed, now)
  const ids = found.map(({ id }) => id)
  const rows = ids.length === 0 ? [] : await selectTiles(db).where('post.id', 'in', ids).execute()
  const byId = new Map(rows.map((row) => [row.id, row]))
  const tiles = await wholeTiles(
    db,
    ids.flatMap((id) => byId.get(id) ?? []),
    now,
  )
  return { total, tiles: order === 'reach' ? await withReach(db, tiles) : tiles }
}

async function withReach(db: Reader, tiles: readonly PostTile[]): Promise<PostTile[]> {
  const totals = await totalsOfPosts(
    db,
    tiles.map(({ id }) => id),
  )
  return tiles.map((tile) => ({ ...tile, reach: totals.get(tile.id)?.reach ?? null }))
}

/**
 * Posts without a day, the last changed first.
 * @param most how many at most; null for all
 */
export async function unplannedPosts(
  db: Reader,
  filter: PostFilter,
  now: Now,
  most: number | null,
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

/** How many posts without a day a filter leaves. */
export function countUnplanned(db: Reader, filter: PostFilter, now: Now): Promise<number> {
  return countOf(selectPosts(db, null, filter, false, now).where('post.day', 'is', null))
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
  bounds: CycleBounds | null = null,
): Promise<FilterCounts> {
  const of = (but?: FilterChoice) => {
    const all = selectPosts(db, period, filter, false, now, but)
    return bounds === null ? all : all.where(withinCycle(bounds))
  }
  // A choice of which nothing is ticked leaves what all leave: those are counted in one go.
  const groups = await groupsOf(of(), now)
  const by = async (but: FilterChoice & keyof typeof columnOfChoice) => {
    const column = columnOfChoice[but]
    const isOpenHere = filter[but].length === 0 && !filter.without.some((each) => each === but)
    const rows = isOpenHere
      ? groups.map((g) => ({ ...g, key: g[column] }))
      : await of(but)
          .select([`post.${column} as key`, (e) => e.fn.countAll<number | string>().as('total')])
          .groupBy(`post.${column}`)
          .execute()
    return { of: toRecord(rows), none: sumOf(rows.filter(({ key }) => key === null)) }
  }
  const [phases, categories, owners] = [
    await by('phaseIds'),
    await by('categories'),
    await by('ownerIds'),
  ]
  const flag = async (but: 'incomplete' | 'expired' | 'inSeries') =>
    sumOf(
      (filter[but] ? await groupsOf(of(but), now) : groups).filter(
        (group) => group[but] === 1 && (but !== 'incomplete' || stillToCome.includes(group.status)),
      ),
    )
  // Joined, SQLite would begin with the accounts and read every post's whole row.
  const isAll = period === null && bounds === null && isOpen(filter)
  const accounts = isAll
    ? await accountsOfAll(db)
    : await accountsCounted(db).where('post_id', 'in', of('accountIds').select('post.id')).execute()
  return {
    total: sumOf(groups),
    incomplete: await flag('incomplete'),
    expired: await flag('expired'),
    inSeries: await flag('inSeries'),
    statuses: (await by('statuses')).of,
    phaseIds: phases.of,
    kinds: (await by('kinds')).of,
    categories: categories.of,
    ownerIds: owners.of,
    approverIds: (await by('approverIds')).of,
    without: {
      ...{ phaseIds: phases.none, categories: categories.none, ownerIds: owners.none },
      accountIds: await countOf(of('accountIds').where(isNowhere)),
    },
    accountIds: toRecord(accounts),
  }
}

function accountsCounted(db: Reader) {
  return db
    .selectFrom('post_account')
    .select(['account_id as key', (e) => e.fn.countAll<number | string>().as('total')])
    .groupBy('account_id')
}

/** Of every post: all there are but for the few in the trash, instead of each looked up. */
async function accountsOfAll(db: Reader): Promise<{ key: string; total: number }[]> {
  const trashed = await accountsCounted(db)
    .where('post_id', 'in', db.selectFrom('post').select('id').where('trashed_at', 'is not', null))
    .execute()
  const less = new Map<string, number>(trashed.map(({ key, total }) => [key, Number(total)]))
  const all = await accountsCounted(db).execute()
  return all
    .map(({ key, total }) => ({ key, total: Number(total) - (less.get(key) ?? 0) }))
    .filter(({ total }) => total > 0)
}

/** Whether a filter leaves every post. */
function isOpen(filter: PostFilter): boolean {
  const { search, incomplete, expired, inSeries, unproven, ...choices } = filter
  return (
    search.trim() === '' &&
    !incomplete &&
    !expired &&
    !inSeries &&
    !unproven &&
    Object.values(choices).every(({ length }) => length === 0)
  )
}

const columnOfChoice = {
  statuses: 'status',
  phaseIds: 'phase_id',
  kinds: 'kind',
  categories: 'category',
  ownerIds: 'owner_id',
  approverIds: 'approver_id',
} as const

/** How many posts there are of each combination of what is counted. */
function groupsOf(query: ReturnType<typeof selectPosts>, now: Now) {
  return query
    .select([
      ...(['post.status', 'post.phase_id', 'post.kind', 'post.category'] as const),
      ...(['post.owner_id', 'post.approver_id', 'post.incomplete'] as const),
      (e) => e.case().when(isPast(now)(e)).then(1).else(0).end().as('expired'),
      (e) => e.case().when('post.series_id', 'is not', null).then(1).else(0).end().as('inSeries'),
      (e) => e.fn.countAll<number | string>().as('total'),
    ])
    .groupBy(['post.status', 'post.phase_id', 'post.kind', 'post.category'])
    .groupBy(['post.owner_id', 'post.approver_id', 'post.incomplete', 'expired', 'inSeries'])
    .execute()
}

function sumOf(groups: readonly { readonly total: number | string }[]): number {
  return groups.reduce((sum, { total }) => sum + Number(total), 0)
}

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
  return period === null ? all : all.where(standsWithin(period))
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

/** Sums by key; what has none is not counted. */
function toRecord(
  rows: readonly { readonly key: string | null; readonly total: number | string }[],
): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const { key, total } of rows) {
    if (key !== null) sums[key] = (sums[key] ?? 0) + Number(total)
  }
  return sums
}
