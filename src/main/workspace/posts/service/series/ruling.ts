import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { PostId } from '#contract/postIds'
import {
  mostMadeAtOnce,
  type postSeries,
  type SeriesEffect,
  type SeriesRule,
} from '#contract/postSeries'
import type { PlainDate } from '#contract/values'
import type { Contexts } from '../../../context.ts'
import { malaysianTime } from '../../../days/rules/malaysianTime.ts'
import type { SeriesMember } from '../../queries/series.ts'
import { movedContent } from '../../rules/seriesContent.ts'
import { firstDayOf } from '../../rules/seriesDays.ts'
import { daysAtFirst, distance } from '../../rules/seriesPlan.ts'
import { rematch, type Rematch } from '../../rules/seriesRematch.ts'
import { isAsked, isSettled } from '../../rules/seriesStanding.ts'
import { openKnown } from '../known.ts'
import { present, saveContent } from '../saving.ts'
import { openJournal } from './journal.ts'
import { inSeries, noEffect, type InSeries } from './known.ts'
import { makePosts } from './making.ts'
import { splitSeries } from './splitting.ts'

type RulingCalls = Pick<
  typeof postSeries,
  'changeSeries' | 'endSeries' | 'leaveSeries' | 'seriesEnd'
>

/** When a series repeats, where it ends, and who leaves it. */
export const rulingHandlers: SliceHandlers<RulingCalls, Contexts> = {
  async changeSeries(context, { id, rule }) {
    const found = await inSeries(context, id)
    const { days, match } = planOf(found, rule, malaysianTime(context.clock.now()).day)
    const [startsOn, madeTo] = [days[0], days.at(-1)]
    if (startsOn === undefined || madeTo === undefined) {
      throw new WorkspaceError('posts.series-without-days')
    }
    const journal = openJournal(context)
    await journal.note(reached(found).map((member) => member.id))
    const series = await splitSeries(context, journal, found, {
      ...{ rule, starts_on: startsOn, made_to: madeTo },
    })
    // Brought back from the trash, they stand by themselves.
    for (const trashed of match.trashed) await journal.trash(trashed)
    for (const gone of [...match.trashed, ...match.dropped]) await journal.takeOut(gone)
    const known = await openKnown(context.db)
    const places = new Map(found.members.map((member) => [member.id, member.seriesDay]))
    for (const { id: moved, to } of match.moved) {
      const post = await present(context, moved)
      const days = distance(places.get(moved) ?? to, to)
      await saveContent(context, post, movedContent(post.content, days), 'moved', known)
      await journal.place(moved, series.id, to)
    }
    const wanted = match.made.filter((day) => !series.skips.includes(day))
    await makePosts(context, journal, series, wanted)
    const changeId = await journal.close('rule')
    return { changeId, effect: effectOfMatch(found, match) }
  },

  async seriesEnd(context, { id }) {
    return effectOfEnd(await inSeries(context, id))
  },

  async endSeries(context, { id }) {
    const found = await inSeries(context, id)
    const journal = openJournal(context)
    const later = laterOf(found).filter((member) => !isSettled(member))
    await journal.note(later.map((member) => member.id))
    const end = { by: 'day', day: found.day } as const
    const rule = { ...found.series.rule, end }
    await journal.changeSeries({ ...found.series, rule, made_to: found.day })
    for (const member of later) {
      if (!member.trashed) await journal.trash(member.id)
      await journal.takeOut(member.id)
    }
    return { changeId: await journal.close('end'), effect: effectOfEnd(found) }
  },

  async leaveSeries(context, { id }) {
    const { series, day } = await inSeries(context, id)
    const journal = openJournal(context)
    await journal.note([id])
    await journal.takeOut(id)
    await journal.changeSeries({ ...series, skips: [...series.skips, day].sort() })
    return { changeId: await journal.close('leave'), effect: { ...noEffect } }
  },
}

/** The days that another rule gives from a post of a series on, and what becomes of its posts. */
export function planOf(
  found: InSeries,
  rule: SeriesRule,
  today: PlainDate,
): { days: PlainDate[]; match: Rematch<PostId> } {
  const members = reached(found)
  const first = firstDayOf(rule.repeat, found.day)
  // What a person had made further ahead than usual stays there.
  const far = rule.end.by === 'never' ? found.series.made_to : undefined
  const most = Math.max(mostMadeAtOnce, members.length)
  const days = first === null ? [] : daysAtFirst(rule, first, today, { far, most })
  const match = rematch(
    members.map((member) => ({ ...member, day: member.seriesDay, standing: standingOf(member) })),
    days,
  )
  return { days, match }
}

function standingOf(member: SeriesMember): 'open' | 'kept' | 'skipped' {
  if (member.trashed) return 'skipped'
  return isSettled(member) ? 'kept' : 'open'
}

export function effectOfMatch(found: InSeries, match: Rematch<PostId>): SeriesEffect {
  const going = new Set(match.trashed)
  const members = reached(found)
  return {
    ...noEffect,
    made: match.made.filter((day) => !found.series.skips.includes(day)).length,
    moved: match.moved.length,
    trashed: going.size,
    approved: members.filter((member) => going.has(member.id) && isAsked(member)).length,
    kept: members.filter((member) => standingOf(member) === 'kept').length,
  }
}

function effectOfEnd(found: InSeries): SeriesEffect {
  const later = laterOf(found).filter(({ trashed }) => !trashed)
  const going = later.filter((member) => !isSettled(member))
  return {
    ...noEffect,
    trashed: going.length,
    approved: going.filter(isAsked).length,
    kept: later.length - going.length,
  }
}

/** The post itself and those after it. */
function reached({ members, day }: InSeries): readonly SeriesMember[] {
  return members.filter(({ seriesDay }) => seriesDay >= day)
}

function laterOf({ members, day }: InSeries): readonly SeriesMember[] {
  return members.filter(({ seriesDay }) => seriesDay > day)
}
