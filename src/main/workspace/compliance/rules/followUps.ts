import type { CorrectiveAction, Finding } from '#contract/assessmentFindings'
import type { FollowUp, FollowWait } from '#contract/assessmentFollowUps'
import { assessors } from '#contract/roleGroups'
import type { Role } from '#contract/roles'
import type { PersonId, PlainDate } from '#contract/values'
import { addDays } from '../../days/rules/dates.ts'
import { soonDays } from './rounds.ts'

type Waiting<A> = { readonly wait: FollowWait; readonly action: A | null }

/**
 * What an open finding waits for: each action that is not found to work yet, else its settling. Good
 * practice waits for nobody.
 */
export function waitsOf<A extends Pick<CorrectiveAction, 'progress' | 'due'>>(
  { severity, closed, actions }: Pick<Finding, 'severity' | 'closed'> & { readonly actions: A[] },
  today: PlainDate,
): Waiting<A>[] {
  if (closed !== null || severity === 'good-practice') return []
  if (actions.length === 0) return [{ wait: 'unplanned', action: null }]
  const going = actions.filter(({ progress }) => progress !== 'effective')
  if (going.length === 0) return [{ wait: 'settle', action: null }]
  return going.map((action) => ({ wait: waitOf(action, today), action }))
}

function waitOf(
  { progress, due }: Pick<CorrectiveAction, 'progress' | 'due'>,
  today: PlainDate,
): FollowWait {
  if (progress === 'done') return 'verify'
  if (due < today) return 'late'
  return due <= addDays(today, soonDays) ? 'soon' : 'going'
}

/**
 * Whether it is this person's to do: an action is its owner's, and once it is done anybody's who
 * assesses but its owner's; a finding is for whoever assesses.
 */
export function isFor(
  {
    wait,
    action,
  }: Pick<FollowUp, 'wait'> & {
    readonly action: Pick<CorrectiveAction, 'ownerId'> | null
  },
  { id, roles }: { readonly id: PersonId; readonly roles: readonly Role[] },
): boolean {
  const mayAssess = assessors.some((role) => roles.includes(role))
  if (action === null) return mayAssess
  return wait === 'verify' ? mayAssess && action.ownerId !== id : action.ownerId === id
}
