import { z } from 'zod'
import { PostContent } from '#contract/postContent'
import { PostId, SeriesChangeId, SeriesId } from '#contract/postIds'
import { SeriesRule } from '#contract/postSeries'
import { Instant, PersonId, PlainDate } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { PostSeriesChangeRow } from '../seriesTables.ts'

/** A series as it was before a change. */
const SeriesWas = z.object({
  id: SeriesId,
  rule: SeriesRule,
  starts_on: PlainDate,
  made_to: PlainDate,
  skips: z.array(PlainDate),
  content: PostContent,
  status: z.enum(['idea', 'draft']),
  written_by: PersonId,
  created_at: Instant,
  closed_at: Instant.nullable(),
  last_change: SeriesChangeId.nullable(),
})

/** A post as it was before a change; its content stands in the version of that number. */
const PostWas = z.object({
  id: PostId,
  place: z.object({ seriesId: SeriesId, day: PlainDate }).nullable(),
  trashed: z.boolean(),
  /** 0: the change made it. */
  version: z.number().int(),
  /** After the change. */
  newVersion: z.number().int(),
})
export type PostWas = z.infer<typeof PostWas>

/** What a change of series found, and what it made. */
const SeriesBefore = z.object({
  series: z.array(SeriesWas),
  madeSeries: z.array(SeriesId),
  posts: z.array(PostWas),
})
export type SeriesBefore = z.infer<typeof SeriesBefore>

export async function insertChange(
  db: Writer,
  row: Omit<PostSeriesChangeRow, 'before'> & { readonly before: SeriesBefore },
): Promise<void> {
  await db
    .insertInto('post_series_change')
    .values({ ...row, before: JSON.stringify(row.before) })
    .execute()
}

/** A change that was not undone yet. */
export async function findChange(db: Reader, id: SeriesChangeId): Promise<SeriesBefore | null> {
  const row = await db
    .selectFrom('post_series_change')
    .select('before')
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .executeTakeFirst()
  return row === undefined ? null : SeriesBefore.parse(JSON.parse(row.before))
}

export async function setChangeUndone(db: Writer, id: SeriesChangeId, at: Instant): Promise<void> {
  await db.updateTable('post_series_change').set({ undone_at: at }).where('id', '=', id).execute()
}
