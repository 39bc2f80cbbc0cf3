import type { AccountId } from '#contract/accounts'
import type { PhaseId } from '#contract/cycles'
import { WorkspaceError } from '#contract/errors'
import type { PostKind } from '#contract/postContent'
import type { PlainDate } from '#contract/values'
import { listAccounts } from '../../accounts/queries.ts'
import { listCycles } from '../../cycles/queries.ts'
import type { Reader } from '../../database/schema.ts'
import { openDays } from '../../days/queries.ts'
import { addDays } from '../../days/rules/dates.ts'
import { readPlanningSettings } from '../../planning/queries/settings.ts'
import { itemsOf } from '../../reference/queries.ts'
import { stepDays } from '../rules/deadlines.ts'
import { statesOf } from '../rules/dueDays.ts'
import { firstWorkable } from '../rules/workable.ts'

/**
 * The day that a post of a kind is given in a phase where nobody chose one.
 * @returns null once the phase is over
 * @throws WorkspaceError `cycles.unknown-phase`
 */
export async function workableDay(
  db: Reader,
  asked: {
    readonly phaseId: PhaseId
    readonly kind: PostKind
    readonly accountIds: readonly AccountId[]
  },
  today: PlainDate,
): Promise<PlainDate | null> {
  const phases = (await listCycles(db)).flatMap((cycle) => cycle.phases)
  const phase = phases.find(({ id }) => id === asked.phaseId)
  if (phase === undefined) throw new WorkspaceError('cycles.unknown-phase')
  const settings = await readPlanningSettings(db)
  const times = await itemsOf(db, 'production-times', true)
  const accounts = (await listAccounts(db)).filter(({ id }) => asked.accountIds.includes(id))
  // 120 working days, the longest that making and upload may take, never fill 300 days.
  const calendar = await openDays(db, { from: addDays(phase.startsOn, -300), to: phase.endsOn })
  const steps = stepDays(asked.kind, times, settings)
  return firstWorkable(calendar, statesOf(accounts), phase, today, steps)
}
