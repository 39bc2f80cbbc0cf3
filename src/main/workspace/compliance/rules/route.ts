import type { ReviewDeed, ReviewStep, StepRefusal } from '#contract/assessmentReviews'
import type { AssessmentState } from '#contract/assessments'
import { mayCall } from '#contract/permissions'
import type { Role } from '#contract/roles'
import type { PersonId } from '#contract/values'

/** The step that waits in a state; null where none does. */
export function stepAfter(state: AssessmentState): ReviewStep | null {
  if (state === 'open') return 'prepared'
  if (state === 'prepared') return 'reviewed'
  return state === 'reviewed' ? 'approved' : null
}

const calls = {
  prepared: 'prepareAssessment',
  reviewed: 'reviewAssessment',
  approved: 'approveAssessment',
} as const satisfies Record<ReviewStep, string>

/** A deed of the route, by whom. */
export interface Deed {
  readonly deed: ReviewDeed
  readonly personId: PersonId
}

/** The steps that still hold: those after it was last sent back or opened again. */
export function standingSteps<D extends Deed>(steps: readonly D[]): D[] {
  const back = steps.findLastIndex(
    ({ deed }) => deed === 'sent-back' || deed === 'taken-back' || deed === 'reopened',
  )
  return steps.slice(back + 1)
}

/**
 * Why somebody may not take a step (ours, as with posts): the role; a step before was theirs; or, of
 * review and approval, an answer is theirs, and nobody looks their own work through.
 * @param answerers who answered any of its controls by hand
 */
export function refusalOf(
  step: ReviewStep,
  person: { readonly id: PersonId; readonly roles: readonly Role[] },
  steps: readonly Deed[],
  answerers: ReadonlySet<string>,
): StepRefusal | null {
  if (!mayCall(person.roles, 'compliance', calls[step])) return 'role'
  if (step === 'prepared') return null
  if (standingSteps(steps).some(({ personId }) => personId === person.id)) return 'own-step'
  return answerers.has(person.id) ? 'own-answers' : null
}
