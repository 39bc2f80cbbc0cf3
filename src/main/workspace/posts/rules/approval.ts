import type { ApprovalRoute, ApprovalRoutes, ApprovalStep } from '#contract/postApproval'
import type { PostKind } from '#contract/postContent'
import type { Role } from '#contract/roles'
import type { PersonId } from '#contract/values'

/** What holds until the office decides otherwise: one approver, anybody but the author (ours). */
export const defaultRoutes: ApprovalRoutes = [
  {
    name: 'Kelulusan',
    kinds: [],
    phases: [],
    steps: [{ name: 'Pelulus', need: 'any', people: [] }],
  },
]

/** The first route that takes a post of this kind and phase; the last takes every post. */
export function routeFor(
  routes: ApprovalRoutes,
  post: { readonly kind: PostKind; readonly phase: number | null },
): ApprovalRoute | undefined {
  return routes.find(
    ({ kinds, phases }) =>
      (kinds.length === 0 || kinds.includes(post.kind)) &&
      (phases.length === 0 || (post.phase !== null && phases.includes(post.phase))),
  )
}

/** Somebody who might decide. */
export interface Candidate {
  readonly id: PersonId
  readonly roles: readonly Role[]
  readonly active: boolean
}

/** One decision of a round. */
export interface Given {
  readonly step: number
  readonly decision: 'approve' | 'changes'
  readonly personId: PersonId
}

/** Whether somebody belongs to a step: named in it, or by role where it names nobody. */
export function belongsTo(step: ApprovalStep, { id, roles, active }: Candidate): boolean {
  if (!active) return false
  if (step.people.length > 0) return step.people.includes(id)
  return roles.includes('approver') || roles.includes('head')
}

/** Who may decide a step now: those who belong to it, are not its authors, and have not yet. */
export function mayDecide(
  steps: readonly ApprovalStep[],
  step: number | null,
  decisions: readonly Given[],
  authors: readonly PersonId[],
  people: readonly Candidate[],
): PersonId[] {
  const waiting = step === null ? undefined : steps[step]
  if (waiting === undefined) return []
  const spoke = new Set(
    decisions.filter((given) => given.step === step).map(({ personId }) => personId),
  )
  return people
    .filter((person) => belongsTo(waiting, person))
    .filter(({ id }) => !authors.includes(id) && !spoke.has(id))
    .map(({ id }) => id)
}

/**
 * What a round is after its decisions: the step that waits, or how it ended. One word for changes
 * ends it. A step of `all` needs each of its people but the authors, who may not speak; so a step
 * whose every person is an author never ends by itself, and `askApproval` refuses it.
 */
export function standingOf(
  steps: readonly ApprovalStep[],
  decisions: readonly Given[],
  authors: readonly PersonId[],
): { readonly step: number } | { readonly outcome: 'approved' | 'changes-asked' } {
  if (decisions.some(({ decision }) => decision === 'changes')) return { outcome: 'changes-asked' }
  const open = steps.findIndex((step, index) => {
    const said = decisions.filter((given) => given.step === index).map(({ personId }) => personId)
    if (step.need === 'any') return said.length === 0
    return step.people.some((id) => !authors.includes(id) && !said.includes(id))
  })
  return open === -1 ? { outcome: 'approved' } : { step: open }
}
