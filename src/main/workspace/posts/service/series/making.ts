import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import { SeriesId, type SeriesChangeId } from '#contract/postIds'
import type { postSeries } from '#contract/postSeries'
import type { PlainDate } from '#contract/values'
import type { CommandContext, Contexts } from '../../../context.ts'
import { listCycles } from '../../../cycles/queries.ts'
import { malaysianTime } from '../../../days/rules/malaysianTime.ts'
import { listOpenSeries, type SeriesRecord } from '../../queries/series.ts'
import { phaseOn } from '../../../cycles/rules/phases.ts'
import { contentOn } from '../../rules/seriesContent.ts'
import { daysAtFirst, daysToMake, dueTo, furtherTo } from '../../rules/seriesPlan.ts'
import { openKnown } from '../known.ts'
import { addPost, present } from '../saving.ts'
import { openJournal, type Journal } from './journal.ts'
import { knownSeries, noEffect } from './known.ts'

type MakingCalls = Pick<typeof postSeries, 'makeSeries' | 'extendSeries' | 'seriesDue'>

/** Series that begin, and that go on. */
export const makingHandlers: SliceHandlers<MakingCalls, Contexts> = {
  async makeSeries(context, { id, rule }) {
    const { clock, newId, actor } = context
    const post = await present(context, id)
    const { day } = post.content
    if (post.series !== null) throw new WorkspaceError('posts.in-series-already')
    if (day === null) throw new WorkspaceError('posts.series-needs-day')
    const [, ...later] = daysAtFirst(rule, day, malaysianTime(clock.now()).day)
    const last = later.at(-1)
    if (last === undefined) throw new WorkspaceError('posts.series-without-days')
    const series: SeriesRecord = {
      ...{ id: SeriesId.parse(newId()), rule, starts_on: day, made_to: last, skips: [] },
      content: { ...post.content, requestedOn: null, deliveredOn: null },
      status: post.status === 'idea' ? 'idea' : 'draft',
      ...{ written_by: actor.id, created_at: clock.now(), closed_at: null, last_change: null },
    }
    const journal = openJournal(context)
    await journal.note([id])
    await journal.addSeries(series)
    await journal.place(id, series.id, day)
    await makePosts(context, journal, series, later)
    const changeId = await journal.close('make')
    return { changeId, effect: { ...noEffect, made: later.length } }
  },

  async extendSeries(context, { ids, further }) {
    const changeIds: SeriesChangeId[] = []
    let made = 0
    for (const id of ids) {
      const series = await knownSeries(context.db, id)
      // Another window may have been quicker: what is there already is not made again.
      const days = daysDue(context, series, further)
      const last = days.at(-1)
      context.record('post_series', id, ['made_to'])
      if (last === undefined) continue
      const journal = openJournal(context)
      const wanted = days.filter((day) => !series.skips.includes(day))
      await journal.changeSeries({ ...series, made_to: last })
      await makePosts(context, journal, series, wanted)
      changeIds.push(await journal.close('extend'))
      made += wanted.length
    }
    if (further && changeIds.length === 0) throw new WorkspaceError('posts.series-complete')
    return { made, changeIds }
  },

  async seriesDue({ db, clock }) {
    const open = await listOpenSeries(db)
    return open.flatMap((series) => (daysDue({ clock }, series, false).length > 0 ? series.id : []))
  },
}

function daysDue(
  { clock }: Pick<CommandContext, 'clock'>,
  series: SeriesRecord,
  further: boolean,
): PlainDate[] {
  const { rule, starts_on: startsOn, made_to: madeTo } = series
  const made = { rule, startsOn, madeTo }
  const to = further ? furtherTo(made) : dueTo(made, malaysianTime(clock.now()).day)
  return to === null ? [] : daysToMake(made, to)
}

/** Makes the posts of some days, without what their model names and is no longer there. */
export async function makePosts(
  context: CommandContext,
  journal: Journal,
  series: SeriesRecord,
  days: readonly PlainDate[],
): Promise<void> {
  const known = await openKnown(context.db)
  const cycles = await listCycles(context.db)
  for (const day of days) {
    const wanted = contentOn(series.content, day, (each) => phaseOn(cycles, each)?.id ?? null)
    const content = await known.withoutGone(wanted, null)
    const id = await addPost(context, content, series.status, known, series.written_by)
    journal.noteMade(id)
    await journal.place(id, series.id, day)
  }
}
