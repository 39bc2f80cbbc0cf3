import type { SliceHandlers } from '#contract/call'
import type { days } from '#contract/days'
import type { holidayImports } from '#contract/holidayImports'
import type { planning } from '#contract/planning'
import type { RecountCause } from '#contract/postRecounts'
import type { reference } from '#contract/reference'
import { listAccounts } from '../../accounts/queries.ts'
import type { CommandContext, Contexts } from '../../context.ts'
import { jobFollowed } from '../../jobFollowed.ts'
import type { Reader } from '../../database/schema.ts'
import { openDays } from '../../days/queries.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { readPlanningSettings } from '../../planning/queries/settings.ts'
import { itemsOf } from '../../reference/queries.ts'
import { comingPosts, insertRecount, type ComingPost } from '../queries/recounts.ts'
import { postsByIds } from '../queries/rows.ts'
import { deadlinesOf, isDelivered, stepDays } from '../rules/deadlines.ts'
import { statesOf } from '../rules/dueDays.ts'
import { planBy } from '../rules/leadTime.ts'
import { movedDays, type LastDays } from '../rules/movedDays.ts'
import { unapproved } from '../rules/status.ts'

type Change<I, O> = (context: CommandContext, input: I) => Promise<O>

/** What last days are counted by, as its own slices serve it. */
interface Counted {
  readonly days: SliceHandlers<typeof days & typeof holidayImports, Contexts>
  readonly reference: SliceHandlers<typeof reference, Contexts>
  readonly planning: SliceHandlers<typeof planning, Contexts>
}

/** Every last day counts until it is known how far the work is. */
const nothingDone = { delivered: false, approved: false } as const

/** How many posts are read at a time. */
const together = 400

/**
 * Last days are worked out when they are read, so a change of holidays, of the days that work takes
 * or of what the office asks moves them in silence. The commands that make such a change are
 * followed, in the same transaction, by a look at every post still to come: each whose last days
 * moved says so in its history and on the board of whoever works on it.
 */
export function recountingPosts({
  days: ofDays,
  reference: lists,
  planning: plans,
}: Counted): Counted {
  return {
    days: {
      ...ofDays,
      addHoliday: followed('days', ofDays.addHoliday),
      changeHoliday: followed('days', ofDays.changeHoliday),
      removeHoliday: followed('days', ofDays.removeHoliday),
      restoreHoliday: followed('days', ofDays.restoreHoliday),
      resetHoliday: followed('days', ofDays.resetHoliday),
      importHolidays: jobFollowed(
        ofDays.importHolidays,
        (change) => (inside) => followed('days', change)(inside, undefined),
      ),
      undoHolidayImport: followed('days', ofDays.undoHolidayImport),
    },
    reference: {
      ...lists,
      change: followed('times', lists.change),
      remove: followed('times', lists.remove),
      bringBack: followed('times', lists.bringBack),
      restoreShipped: followed('times', lists.restoreShipped),
    },
    planning: { ...plans, changeSettings: followed('settings', plans.changeSettings) },
  }
}

function followed<I, O>(because: RecountCause, change: Change<I, O>): Change<I, O> {
  return async (context, input) => {
    const before = await openLastDays(context.db)
    const answer = await change(context, input)
    const after = await openLastDays(context.db)
    // A change of words in a list moves nothing.
    if (because === 'days' || before.countedBy !== after.countedBy) {
      await tellMoved(context, because, before.of, after.of)
    }
    return answer
  }
}

async function tellMoved(
  { db, writer, newId, clock, actor, record }: CommandContext,
  because: RecountCause,
  before: (post: ComingPost) => LastDays,
  after: (post: ComingPost) => LastDays,
): Promise<void> {
  const now = malaysianTime(clock.now())
  // Most of a plan of years is not touched by one holiday: only posts of which a day moved are read.
  const touched = (await comingPosts(db, now.day)).filter(
    (post) => movedDays(before(post), after(post), nothingDone).length > 0,
  )
  for (let at = 0; at < touched.length; at += together) {
    const some = new Map(touched.slice(at, at + together).map((post) => [post.id, post]))
    for (const post of await postsByIds(db, [...some.keys()], now)) {
      const counted = some.get(post.id)
      if (counted === undefined) continue
      const standing = post.heldFrom ?? post.status
      const moved = movedDays(before(counted), after(counted), {
        delivered: isDelivered(post.content),
        approved: !unapproved.includes(standing),
      })
      if (moved.length === 0) continue
      const id = newId()
      await insertRecount(writer, {
        ...{ id, post_id: post.id, because, moved: JSON.stringify(moved) },
        ...{ changed_by: actor.id, at: clock.now() },
      })
      record('post_recount', id, ['post_id', 'because', 'moved'])
    }
  }
}

interface Counting {
  /** All but the days themselves, as text. */
  readonly countedBy: string
  readonly of: (post: ComingPost) => LastDays
}

/** Reads what last days depend on; each is worked out once for posts that share it. */
async function openLastDays(db: Reader): Promise<Counting> {
  const settings = await readPlanningSettings(db)
  const times = await itemsOf(db, 'production-times', true)
  const accounts = new Map((await listAccounts(db)).map((account) => [account.id, account]))
  const calendar = await openDays(db)
  const known = new Map<string, LastDays>()
  return {
    countedBy: JSON.stringify([times.map(({ key, workingDays }) => [key, workingDays]), settings]),
    of({ slot, programme, kind, accountIds }) {
      const states = statesOf(accountIds.flatMap((id) => accounts.get(id) ?? []))
      const key = [slot, programme ?? '', kind, ...states].join(' ')
      const found = known.get(key)
      if (found !== undefined) return found
      const asked = { slot, programme }
      const steps = deadlinesOf(calendar, states, slot, stepDays(kind, times, settings))
      const last = {
        'plan-by': planBy(calendar, states, asked, settings.leadWorkingDays)?.to ?? null,
        'begin-by': steps.beginBy.to,
        'approve-by': steps.approveBy.to,
      }
      known.set(key, last)
      return last
    },
  }
}
