import { z } from 'zod'
import { PostContent } from '#contract/postContent'
import type { PostId, SeriesId } from '#contract/postIds'
import { SeriesRule } from '#contract/postSeries'
import type { PostStatus } from '#contract/posts'
import { PlainDate } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { PostSeriesRow } from '../seriesTables.ts'

/** A series as the services know it; its posts are read by themselves. */
export interface SeriesRecord extends Omit<PostSeriesRow, 'rule' | 'skips' | 'content'> {
  readonly rule: SeriesRule
  readonly skips: readonly PlainDate[]
  /** The first day's content, from which further posts are made. */
  readonly content: PostContent
}

/** A post of a series as far as its place in it goes. */
export interface SeriesMember {
  readonly id: PostId
  readonly title: string
  readonly seriesDay: PlainDate
  readonly day: PlainDate | null
  readonly status: PostStatus
  readonly heldFrom: PostStatus | null
  readonly trashed: boolean
  /** Something is recorded of its publication. */
  readonly recorded: boolean
}

/** A post's place in a series, and its version. */
export interface PostPlace {
  readonly id: PostId
  readonly place: { readonly seriesId: SeriesId; readonly day: PlainDate } | null
  readonly trashed: boolean
  readonly version: number
  readonly status: PostStatus
}

const Skips = z.array(PlainDate)

export async function findSeries(db: Reader, id: SeriesId): Promise<SeriesRecord | null> {
  const row = await db.selectFrom('post_series').selectAll().where('id', '=', id).executeTakeFirst()
  return row === undefined ? null : toSeries(row)
}

/** All series but those that were undone, the oldest first. */
export async function listOpenSeries(db: Reader): Promise<SeriesRecord[]> {
  const rows = await db
    .selectFrom('post_series')
    .selectAll()
    .where('closed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(toSeries)
}

export async function insertSeries(db: Writer, series: SeriesRecord): Promise<void> {
  await db.insertInto('post_series').values(toRow(series)).execute()
}

export async function updateSeries(db: Writer, series: SeriesRecord): Promise<void> {
  const { id, ...columns } = toRow(series)
  await db.updateTable('post_series').set(columns).where('id', '=', id).execute()
}

/** The posts of a series by their days in it, those in the trash too. */
export async function membersOf(db: Reader, id: SeriesId): Promise<SeriesMember[]> {
  const rows = await db
    .selectFrom('post')
    .select([
      ...(['id', 'title', 'series_day', 'day', 'status', 'held_from', 'trashed_at'] as const),
    ])
    .where('series_id', '=', id)
    .orderBy('series_day')
    .orderBy('id')
    .execute()
  const ids = rows.map((row) => row.id)
  const publications =
    ids.length === 0
      ? []
      : await db
          .selectFrom('post_publication')
          .select('post_id')
          .where('post_id', 'in', ids)
          .where('removed_at', 'is', null)
          .execute()
  const recorded = new Set(publications.map(({ post_id }) => post_id))
  return rows.flatMap(({ series_day: seriesDay, held_from: heldFrom, trashed_at, ...row }) =>
    seriesDay === null
      ? []
      : [
          {
            ...row,
            seriesDay,
            heldFrom,
            trashed: trashed_at !== null,
            recorded: recorded.has(row.id),
          },
        ],
  )
}

/** Where some posts stand in their series, and which version each has. */
export async function placesOf(db: Reader, ids: readonly PostId[]): Promise<PostPlace[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('post')
    .select(['id', 'series_id', 'series_day', 'trashed_at', 'version', 'status'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute()
  return rows.map(({ id, series_id: seriesId, series_day: day, trashed_at, version, status }) => ({
    ...{ id, version, status, trashed: trashed_at !== null },
    place: seriesId === null || day === null ? null : { seriesId, day },
  }))
}

/** Makes a post one of a series, on one of its days; null takes it out. */
export async function setMembership(
  db: Writer,
  id: PostId,
  place: { readonly seriesId: SeriesId; readonly day: PlainDate } | null,
): Promise<void> {
  await db
    .updateTable('post')
    .set({ series_id: place?.seriesId ?? null, series_day: place?.day ?? null })
    .where('id', '=', id)
    .execute()
}

export function toSeries(row: PostSeriesRow): SeriesRecord {
  return {
    ...row,
    rule: SeriesRule.parse(JSON.parse(row.rule)),
    skips: Skips.parse(JSON.parse(row.skips)),
    content: PostContent.parse(JSON.parse(row.content)),
  }
}

function toRow(series: SeriesRecord): PostSeriesRow {
  return {
    ...series,
    rule: JSON.stringify(series.rule),
    skips: JSON.stringify(series.skips),
    content: JSON.stringify(series.content),
  }
}
