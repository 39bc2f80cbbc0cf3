import type { Post } from '#contract/posts'
import type { PlainDate } from '#contract/values'
import { listAccounts } from '../../accounts/queries.ts'
import type { Reader } from '../../database/schema.ts'
import { openDays } from '../../days/queries.ts'
import { addDays } from '../../days/rules/dates.ts'
import { readPlanningSettings } from '../../planning/queries/settings.ts'
import { statesOf, workingDaysBefore } from '../rules/dueDays.ts'

/** The last day on which an approval is in time for the slot; null where there is no slot. */
export async function approveBy(db: Reader, { content }: Post): Promise<PlainDate | null> {
  const { day, accounts } = content
  if (day === null) return null
  const { approveWorkingDays } = await readPlanningSettings(db)
  const named = new Set(accounts.map(({ accountId }) => accountId))
  const states = statesOf((await listAccounts(db)).filter(({ id }) => named.has(id)))
  // Thirty working days never take more than ten weeks, whatever holidays fall among them.
  const calendar = await openDays(db, { from: addDays(day, -100), to: day })
  return workingDaysBefore(calendar, states, day, approveWorkingDays)
}
