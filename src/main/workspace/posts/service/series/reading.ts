import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import { mostMadeAtOnce, type postSeries, type SeriesDay } from '#contract/postSeries'
import type { Post } from '#contract/posts'
import type { PlainDate } from '#contract/values'
import { listAccounts } from '../../../accounts/queries.ts'
import type { Contexts } from '../../../context.ts'
import type { Reader } from '../../../database/schema.ts'
import { openDays } from '../../../days/queries.ts'
import { weekend } from '../../../days/rules/weekend.ts'
import { malaysianTime } from '../../../days/rules/malaysianTime.ts'
import { notesBetween } from '../../../planning/queries/notes.ts'
import { membersOf } from '../../queries/series.ts'
import { blackoutsOn } from '../../rules/blackout.ts'
import { statesOf } from '../../rules/dueDays.ts'
import { daysOf } from '../../rules/seriesDays.ts'
import { daysAtFirst, goesOn, numberOf, totalOf } from '../../rules/seriesPlan.ts'
import { present } from '../saving.ts'
import { inSeries, knownSeries } from './known.ts'
import { effectOfMatch, planOf } from './ruling.ts'

type ReadingCalls = Pick<typeof postSeries, 'series' | 'seriesDays'>

/** Days that a person reads before they make a series of them. */
const shownDays = 12

/** Series as they are, and as they would be. */
export const readingHandlers: SliceHandlers<ReadingCalls, Contexts> = {
  async series({ db }, { id }) {
    const { rule, starts_on: startsOn, made_to: madeTo, skips } = await knownSeries(db, id)
    const members = (await membersOf(db, id)).filter(({ trashed }) => !trashed)
    const last = members.at(-1)?.seriesDay ?? madeTo
    const number = numberOf(rule, startsOn, last > madeTo ? last : madeTo)
    return {
      ...{ id, rule, startsOn, madeTo, skipped: [...skips] },
      goesOn: goesOn({ rule, startsOn, madeTo }),
      total: totalOf(rule, startsOn),
      posts: members.map((member, place) => ({
        ...{ id: member.id, title: member.title, seriesDay: member.seriesDay },
        ...{ day: member.day, status: member.status },
        number: number(member.seriesDay) ?? place + 1,
      })),
    }
  },

  async seriesDays(context, { id, rule }) {
    const { db, clock } = context
    const post = await present(context, id)
    const today = malaysianTime(clock.now()).day
    if (post.series !== null) {
      const found = await inSeries(context, id)
      const { days, match } = planOf(found, rule, today)
      const total = days[0] === undefined ? 0 : totalOf(rule, days[0])
      const shown = await withHints(db, post, days.slice(0, shownDays))
      const effect = effectOfMatch(found, match)
      return { days: shown, total, last: lastOf(rule.end.by, days), madeNow: days.length, effect }
    }
    const { day } = post.content
    if (day === null) throw new WorkspaceError('posts.series-needs-day')
    const days = daysAtFirst(rule, day, today)
    const first = daysOf(rule, day, { limit: shownDays })
    return {
      days: await withHints(db, post, first),
      total: totalOf(rule, day),
      last: lastOf(rule.end.by, days),
      ...{ madeNow: days.length, effect: null },
    }
  },
}

/** The last day of a series that is made whole. */
function lastOf(by: string, days: readonly PlainDate[]): PlainDate | null {
  return by === 'never' || days.length >= mostMadeAtOnce ? null : (days.at(-1) ?? null)
}

/** Days with what speaks against them, in the states of the post's accounts. */
async function withHints(
  db: Reader,
  { content }: Post,
  days: readonly PlainDate[],
): Promise<SeriesDay[]> {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const used = new Set(content.accounts.map(({ accountId }) => accountId))
  const states = statesOf((await listAccounts(db)).filter(({ id }) => used.has(id)))
  const calendar = await openDays(db, { from: first, to: last })
  const notes = await notesBetween(db, first, last)
  return days.map((day) => {
    const holidays = states.flatMap((state) => calendar.holidaysOn(state, day))
    const named = new Map(holidays.map(({ id, name, nameEn }) => [id, { name, nameEn }]))
    return {
      ...{ day, holidays: [...named.values()] },
      weekend: states.some((state) => weekend(state, day) !== null),
      blackouts: blackoutsOn(notes, { day, states }).map(({ title }) => title),
    }
  })
}
