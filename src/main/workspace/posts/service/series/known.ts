import { WorkspaceError } from '#contract/errors'
import type { PostId, SeriesId } from '#contract/postIds'
import type { SeriesEffect } from '#contract/postSeries'
import type { Post } from '#contract/posts'
import type { PlainDate } from '#contract/values'
import type { Common } from '../../../context.ts'
import type { Reader } from '../../../database/schema.ts'
import {
  membersOf,
  findSeries,
  type SeriesMember,
  type SeriesRecord,
} from '../../queries/series.ts'
import { present } from '../saving.ts'

/** A post with the series it is one of. */
export interface InSeries {
  readonly post: Post
  readonly series: SeriesRecord
  /** The post's own day in it. */
  readonly day: PlainDate
  /** All of them, those in the trash too. */
  readonly members: readonly SeriesMember[]
}

/** @throws WorkspaceError `posts.unknown`, `posts.in-trash`, `posts.not-in-series` */
export async function inSeries(context: Common & { db: Reader }, id: PostId): Promise<InSeries> {
  const post = await present(context, id)
  if (post.series === null) throw new WorkspaceError('posts.not-in-series')
  const series = await knownSeries(context.db, post.series.id)
  const members = await membersOf(context.db, series.id)
  return { post, series, day: post.series.day, members }
}

/** @throws WorkspaceError `posts.unknown-series` */
export async function knownSeries(db: Reader, id: SeriesId): Promise<SeriesRecord> {
  const series = await findSeries(db, id)
  if (series === null || series.closed_at !== null) {
    throw new WorkspaceError('posts.unknown-series')
  }
  return series
}

/** Nothing happens to any post. */
export const noEffect: SeriesEffect = {
  ...{ made: 0, changed: 0, moved: 0, trashed: 0, approved: 0, kept: 0 },
}
