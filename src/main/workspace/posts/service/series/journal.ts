import { SeriesChangeId, type PostId, type SeriesId } from '#contract/postIds'
import type { PlainDate } from '#contract/values'
import type { CommandContext } from '../../../context.ts'
import {
  findSeries,
  insertSeries,
  placesOf,
  setMembership,
  updateSeries,
  type SeriesRecord,
} from '../../queries/series.ts'
import { insertChange, type PostWas } from '../../queries/seriesChanges.ts'
import { updatePosts } from '../../queries/write.ts'
import type { PostSeriesChangeRow } from '../../seriesTables.ts'

/** One change of series while it is made: everything it touches goes through here, to be undone. */
export interface Journal {
  addSeries(series: SeriesRecord): Promise<void>
  changeSeries(series: SeriesRecord): Promise<void>
  /** Before anything is done to posts. */
  note(ids: readonly PostId[]): Promise<void>
  noteMade(id: PostId): void
  place(id: PostId, seriesId: SeriesId, day: PlainDate): Promise<void>
  takeOut(id: PostId): Promise<void>
  trash(id: PostId): Promise<void>
  /** Writes down what was before. */
  close(what: PostSeriesChangeRow['what']): Promise<SeriesChangeId>
}

export function openJournal(context: CommandContext): Journal {
  const { db, writer, clock, actor, newId, record } = context
  const id = SeriesChangeId.parse(newId())
  const series = new Map<SeriesId, SeriesRecord | null>()
  const posts = new Map<PostId, Omit<PostWas, 'newVersion'>>()

  return {
    async addSeries(made) {
      series.set(made.id, null)
      await insertSeries(writer, { ...made, last_change: id })
      record('post_series', made.id, ['rule', 'starts_on', 'made_to', 'content'])
    },

    async changeSeries(changed) {
      if (!series.has(changed.id)) series.set(changed.id, await findSeries(db, changed.id))
      await updateSeries(writer, { ...changed, last_change: id })
      record('post_series', changed.id, ['rule', 'made_to', 'skips', 'content'])
    },

    async note(ids) {
      const unknown = ids.filter((each) => !posts.has(each))
      for (const was of await placesOf(db, unknown)) posts.set(was.id, was)
    },

    noteMade(postId) {
      posts.set(postId, { id: postId, place: null, trashed: false, version: 0 })
    },

    async place(postId, seriesId, day) {
      await setMembership(writer, postId, { seriesId, day })
      record('post', postId, ['series_id', 'series_day'])
    },

    async takeOut(postId) {
      await setMembership(writer, postId, null)
      record('post', postId, ['series_id', 'series_day'])
    },

    async trash(postId) {
      await updatePosts(writer, [postId], { trashed_at: clock.now() })
      record('post', postId, ['trashed_at'])
    },

    async close(what) {
      const now = await placesOf(db, [...posts.keys()])
      const versions = new Map(now.map((post) => [post.id, post.version]))
      await insertChange(writer, {
        ...{ id, what, made_by: actor.id, made_at: clock.now(), undone_at: null },
        before: {
          series: [...series.values()]
            .filter((each) => each !== null)
            .map((each) => ({
              ...each,
              skips: [...each.skips],
            })),
          madeSeries: [...series].flatMap(([key, was]) => (was === null ? [key] : [])),
          posts: [...posts.values()].map((was) => ({
            ...was,
            newVersion: versions.get(was.id) ?? was.version,
          })),
        },
      })
      record('post_series_change', id, ['what', 'before'])
      return id
    },
  }
}
