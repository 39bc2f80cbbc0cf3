import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { PhaseId } from '#contract/cycles'
import type { CycleBounds, Period, PostFilter, PostTile } from '#contract/posts'
import type { Reader, Tables } from '../../database/schema.ts'
import { fits, standsWithin } from './filter.ts'
import type { Now } from './rows.ts'
import { selectTiles, wholeTiles } from './tiles.ts'

type Posts = ExpressionBuilder<Tables, 'post'>

/** A part of one column of the board. */
export interface ColumnPage {
  /** Null: posts without a phase that have a slot within `period`, or none at all. */
  readonly phaseId: PhaseId | null
  readonly period: Period
  readonly filter: PostFilter
  readonly offset: number
  readonly limit: number
}

/** The posts of a column by day and time, those without a day last. */
export async function columnOfBoard(
  db: Reader,
  { phaseId, period, filter, offset, limit }: ColumnPage,
  now: Now,
): Promise<{ total: number; tiles: PostTile[] }> {
  const within = inColumn(phaseId, period)
  const rows = await selectTiles(db)
    .where('post.trashed_at', 'is', null)
    .where(within)
    .where(fits(filter, now))
    // SQLite and PostgreSQL disagree on where NULL stands; both know this.
    .orderBy((e) => e.case().when('post.day', 'is', null).then(1).else(0).end())
    .orderBy('post.day')
    .orderBy((e) => e.fn.coalesce('post.time', sql<string>`''`))
    .orderBy('post.id')
    .limit(limit)
    .offset(offset)
    .execute()
  const { total } = await db
    .selectFrom('post')
    .where('post.trashed_at', 'is', null)
    .where(within)
    .where(fits(filter, now))
    .select((e) => e.fn.countAll().as('total'))
    .executeTakeFirstOrThrow()
  return { total: Number(total), tiles: await wholeTiles(db, rows, now) }
}

/** Whether a post stands on the board or the road map of a cycle. */
export function withinCycle({ phaseIds, unphased }: CycleBounds) {
  return (e: Posts): Expression<SqlBool> =>
    e.or([
      ...(phaseIds.length > 0 ? [e('post.phase_id', 'in', phaseIds)] : []),
      ...(unphased === null ? [] : [inColumn(null, unphased)(e)]),
    ])
}

function inColumn(phaseId: PhaseId | null, period: Period) {
  return (e: Posts): Expression<SqlBool> =>
    phaseId === null
      ? e.and([
          e('post.phase_id', 'is', null),
          e.or([e('post.first_day', 'is', null), standsWithin(period)(e)]),
        ])
      : e('post.phase_id', '=', phaseId)
}
