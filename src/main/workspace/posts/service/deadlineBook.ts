import { PostKind } from '#contract/postContent'
import type { CheckedContent } from '#contract/postFindings'
import type { PlainDate } from '#contract/values'
import { listAccounts } from '../../accounts/queries.ts'
import type { Reader } from '../../database/schema.ts'
import { openDays } from '../../days/queries.ts'
import { readPlanningSettings } from '../../planning/queries/settings.ts'
import { itemsOf } from '../../reference/queries.ts'
import { deadlinesOf, stepDays } from '../rules/deadlines.ts'
import { statesOf } from '../rules/dueDays.ts'
import { firstDay } from '../rules/slots.ts'

/** Last days of many posts, each worked out once for all that share slot, kind and states. */
export interface DeadlineBook {
  /** What comes out more days ahead than this asks for nothing yet, whatever its kind. */
  readonly daysAhead: number
  /** Null where the post has no slot. */
  deadlinesOf(content: CheckedContent): { beginBy: PlainDate; approveBy: PlainDate } | null
}

/** Reads what deadlines depend on. */
export async function openDeadlines(db: Reader): Promise<DeadlineBook> {
  const settings = await readPlanningSettings(db)
  const times = await itemsOf(db, 'production-times', true)
  const accounts = new Map((await listAccounts(db)).map((account) => [account.id, account]))
  const most = Math.max(
    ...PostKind.options.map((kind) => {
      const { making, upload, approval } = stepDays(kind, times, settings)
      return Math.max(making + upload, approval)
    }),
  )
  // Two days in seven are off, and holidays never take as many again: twice the days, and a month.
  const daysAhead = 2 * most + 30
  // Slots of posts that wait for a decision may lie anywhere.
  const calendar = await openDays(db)
  const known = new Map<string, { beginBy: PlainDate; approveBy: PlainDate }>()
  return {
    daysAhead,
    deadlinesOf(content) {
      const slot = firstDay(content)
      if (slot === null) return null
      const states = statesOf(
        content.accounts.flatMap(({ accountId }) => accounts.get(accountId) ?? []),
      )
      const key = [slot, content.kind, ...states].join(' ')
      const found = known.get(key)
      if (found !== undefined) return found
      const steps = stepDays(content.kind, times, settings)
      const { beginBy, approveBy } = deadlinesOf(calendar, states, slot, steps)
      const days = { beginBy: beginBy.to, approveBy: approveBy.to }
      known.set(key, days)
      return days
    },
  }
}
