import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { PostId, SeriesChangeId, SeriesId } from '#contract/postIds'
import type { postSeries } from '#contract/postSeries'
import type { PlainDate } from '#contract/values'
import type { CommandContext, Contexts } from '../../../context.ts'
import { malaysianTime } from '../../../days/rules/malaysianTime.ts'
import { postsByIds } from '../../queries/rows.ts'
import { findSeries, membersOf, setMembership, updateSeries } from '../../queries/series.ts'
import {
  findChange,
  setChangeUndone,
  type PostWas,
  type SeriesBefore,
} from '../../queries/seriesChanges.ts'
import { contentOfVersion } from '../../queries/versions.ts'
import { updatePosts } from '../../queries/write.ts'
import { isSettled } from '../../rules/seriesStanding.ts'
import { listPublications } from '../../queries/publications.ts'
import { openKnown, type Known } from '../known.ts'
import { saveContent } from '../saving.ts'

type UndoCalls = Pick<typeof postSeries, 'undoSeries'>

/** What was done to a series in one go, undone in one go. */
export const undoingHandlers: SliceHandlers<UndoCalls, Contexts> = {
  async undoSeries(context, { id }) {
    const { db, writer, clock, record } = context
    const before = await findChange(db, id)
    if (before === null) throw new WorkspaceError('posts.unknown-series-change')
    await refuseChangedSince(context, before, id)
    const skips = await skipsOf(context, before)
    const known = await openKnown(db)
    const kept: PostId[] = []
    // First all of them leave, so that no two posts ever have one day of a series.
    for (const was of before.posts) await setMembership(writer, was.id, null)
    for (const was of before.posts) {
      if (!(await takeBack(context, was, known))) kept.push(was.id)
    }
    for (const was of before.series) {
      await updateSeries(writer, was)
      const members = await membersOf(db, was.id)
      const present = members.flatMap((each) => (each.trashed ? [] : [each.seriesDay]))
      const own = [...new Set([...was.skips, ...skips])].filter((day) => !present.includes(day))
      await updateSeries(writer, { ...was, skips: own.sort() })
      record('post_series', was.id, ['rule', 'made_to', 'skips', 'content'])
    }
    for (const made of before.madeSeries) await closeSeries(context, made)
    await setChangeUndone(writer, id, clock.now())
    record('post_series_change', id, ['undone_at'])
    return { kept: kept.length }
  },
}

/** A newer change stands on this one. @throws WorkspaceError `posts.series-changed-since` */
async function refuseChangedSince(
  { db }: CommandContext,
  { series, madeSeries }: SeriesBefore,
  id: SeriesChangeId,
): Promise<void> {
  for (const each of [...series.map((was) => was.id), ...madeSeries]) {
    const now = await findSeries(db, each)
    if (now?.last_change !== id) throw new WorkspaceError('posts.series-changed-since')
  }
}

/** The days that were skipped by now, in what the change touched. */
async function skipsOf(
  { db }: CommandContext,
  { series, madeSeries }: SeriesBefore,
): Promise<PlainDate[]> {
  const days: PlainDate[] = []
  for (const id of [...series.map((was) => was.id), ...madeSeries]) {
    days.push(...((await findSeries(db, id))?.skips ?? []))
  }
  return days
}

async function closeSeries(
  { db, writer, clock, record }: CommandContext,
  id: SeriesId,
): Promise<void> {
  const series = await findSeries(db, id)
  if (series === null) return
  await updateSeries(writer, { ...series, closed_at: clock.now(), last_change: null })
  record('post_series', id, ['closed_at'])
}

/**
 * Gives a post back what it was: its place, its words, and whether it lay in the trash.
 * @returns false where somebody worked on it since, so that its words stay, or it itself
 */
async function takeBack(context: CommandContext, was: PostWas, known: Known): Promise<boolean> {
  const { db, writer, clock, record } = context
  const [post] = await postsByIds(db, [was.id], malaysianTime(clock.now()))
  if (post === undefined) return false
  const recorded = (await listPublications(db, post.id)).length > 0
  const isOwn = post.version !== was.newVersion || isSettled({ ...post, recorded })
  record('post', was.id, ['series_id', 'series_day', 'trashed_at'])
  if (was.version === 0) {
    const isUntouched = !isOwn && (post.status === 'idea' || post.status === 'draft')
    if (isUntouched && post.trashedAt === null) {
      await updatePosts(writer, [was.id], { trashed_at: clock.now() })
    }
    return isUntouched
  }
  if (was.place !== null) await setMembership(writer, was.id, was.place)
  if (!was.trashed && post.trashedAt !== null) {
    await updatePosts(writer, [was.id], { trashed_at: null })
  }
  if (was.newVersion === was.version) return true
  const content = isOwn ? null : await contentOfVersion(db, was.id, was.version)
  if (content === null) return false
  await saveContent(context, post, content, 'restored', known)
  return true
}
