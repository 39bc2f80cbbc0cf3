import type {
  ApprovalRound,
  ApprovalRoute,
  ApprovalRoutes,
  ApprovalStep,
} from '#contract/postApproval'
import { mayCall } from '#contract/permissions'
import type { Role } from '#contract/roles'
import type { PersonId, Sha256 } from '#contract/values'

/** What holds until the office decides otherwise: one approver, anybody but the author (ours). */
export const defaultRoutes: ApprovalRoutes = [
  {
    name: 'Kelulusan',
    kinds: [],
    phases: [],
    steps: [{ name: 'Pelulus', need: 'any', people: [], outsiders: false }],
  },
]

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
  /** Null: of somebody who is not on the list of people. */
  readonly personId: PersonId | null
}

/**
 * Whether somebody belongs to a step: named in it, in a role that may decide at all; or approver or
 * head where it names nobody.
 */
export function belongsTo(step: ApprovalStep, { id, roles, active }: Candidate): boolean {
  if (!active) return false
  if (step.people.length === 0) return roles.includes('approver') || roles.includes('head')
  return step.people.includes(id) && mayCall(roles, 'posts', 'decide')
}

/** People a route names who have left or hold no role that may decide: their word is not waited for. */
export function unheardOf<P extends Candidate>(
  { steps }: Pick<ApprovalRoute, 'steps'>,
  people: readonly P[],
): P[] {
  return people.filter((person) =>
    steps.some((step) => step.people.includes(person.id) && !belongsTo(step, person)),
  )
}

/** Those of a step who are not the authors of what it decides about. */
export function decidersOf<P extends Candidate>(
  step: ApprovalStep,
  authors: readonly PersonId[],
  people: readonly P[],
): P[] {
  return people.filter((person) => belongsTo(step, person) && !authors.includes(person.id))
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
  return decidersOf(waiting, authors, people).flatMap(({ id }) => (spoke.has(id) ? [] : [id]))
}

/**
 * Whom a post's named approver makes the one who is asked first: themselves where their word alone
 * is enough for the step that waits and they may give it. Null: all who may decide are asked alike.
 */
export function askedFirst(
  step: ApprovalStep | undefined,
  may: readonly PersonId[],
  named: PersonId | null,
): PersonId | null {
  return step?.need === 'any' && named !== null && may.includes(named) ? named : null
}

/**
 * What a round is after its decisions: the step that waits, or how it ended. One word for changes
 * ends it. A step of `all` needs each of its people who may still speak: neither authors nor those
 * who left or lost the role meanwhile. No step passes in silence, so one whose people are all gone
 * waits until the post is taken back.
 */
export function standingOf(
  steps: readonly ApprovalStep[],
  decisions: readonly Given[],
  authors: readonly PersonId[],
  people: readonly Candidate[],
): { readonly step: number } | { readonly outcome: 'approved' | 'changes-asked' } {
  if (decisions.some(({ decision }) => decision === 'changes')) return { outcome: 'changes-asked' }
  const open = steps.findIndex((step, index) => {
    const said = decisions.filter((given) => given.step === index).map(({ personId }) => personId)
    if (said.length === 0) return true
    return (
      step.need === 'all' && decidersOf(step, authors, people).some(({ id }) => !said.includes(id))
    )
  })
  return open === -1 ? { outcome: 'approved' } : { step: open }
}

/** An approval is of a hash (ours): voided by other words or pictures, it is of these still. */
export function mayStandAgain(
  {
    outcome,
    approvedAt,
    contentHash,
  }: Pick<ApprovalRound, 'outcome' | 'approvedAt' | 'contentHash'>,
  standing: Sha256,
): boolean {
  return outcome === 'voided' && approvedAt !== null && contentHash === standing
}
