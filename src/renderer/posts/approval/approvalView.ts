import type { PhaseId } from '#contract/cycles'
import {
  routeFor,
  wasApproved,
  type ApprovalRound,
  type ApprovalRoute,
  type ApprovalState,
  type Decision,
} from '#contract/postApproval'
import { boundParts, type PostContent } from '#contract/postContent'
import type { Post, PostStatus } from '#contract/posts'
import type { Instant, PersonId, PlainDate } from '#contract/values'

/** How one step of a round stands. */
export interface StepView {
  readonly name: string
  readonly need: 'any' | 'all'
  readonly people: readonly PersonId[]
  readonly state: 'done' | 'waiting' | 'later' | 'stopped'
  readonly decisions: readonly Decision[]
}

/** The steps of a round in their order, each with what was said in it. */
export function stepsOf({ steps, step, outcome, decisions }: ApprovalRound): StepView[] {
  return steps.map(({ name, need, people }, index) => {
    const said = decisions.filter((each) => each.step === index)
    const isRefused = said.some(({ decision }) => decision === 'changes')
    const isDone = outcome === 'approved' || (step === null ? said.length > 0 : index < step)
    const open = step === index ? 'waiting' : 'later'
    const state = isRefused ? 'stopped' : isDone ? 'done' : open
    return { name, need, people, state, decisions: said }
  })
}

/** What was approved last, whether it still holds or not. */
export function approvedRound({ rounds, holds }: ApprovalState): ApprovalRound | null {
  if (holds === null) return null
  return rounds.find(wasApproved) ?? null
}

/** When an approval that an edit voided came into force again; null where it never did. */
export function stoodAgainAt({
  outcome,
  approvedAt,
  endedAt,
}: Pick<ApprovalRound, 'outcome' | 'approvedAt' | 'endedAt'>): Instant | null {
  return outcome === 'approved' && endedAt !== approvedAt ? endedAt : null
}

/** Why somebody cannot decide, before they try; null where they can. */
export type Hindrance = 'own-work' | 'already' | 'not-yours'

export function hindranceOf(
  { rounds, authors, mayDecide }: ApprovalState,
  who: PersonId | null,
): Hindrance | null {
  if (who !== null && mayDecide.includes(who)) return null
  if (who !== null && authors.includes(who)) return 'own-work'
  const [round] = rounds
  const spoke = round?.decisions.some(
    ({ step, personId }) => step === round.step && personId === who,
  )
  return spoke === true ? 'already' : 'not-yours'
}

/** Statuses that rest on an approval that was asked for or given. */
const bound: readonly PostStatus[] = ['in-review', 'approved', 'ready']

/** What was asked about a post, and by which routes the office asks now. */
export interface Asking {
  readonly rounds: readonly ApprovalRound[]
  readonly routes: readonly ApprovalRoute[]
  readonly phaseNumber: (id: PhaseId) => number | null
}

/** Whether saving this over the post would take its approval away. */
export function wouldVoid(post: Post, content: PostContent | null, asking: Asking): boolean {
  const isBound = bound.includes(post.status) || bound.includes(post.heldFrom ?? 'idea')
  if (!isBound || content === null) return false
  return boundText(content) !== boundText(post.content) || asksOthers(post, content, asking)
}

/** Another kind or phase leads to a route with other steps than those that were asked. */
function asksOthers(
  { content: before }: Post,
  { kind, phaseId }: PostContent,
  { rounds, routes, phaseNumber }: Asking,
): boolean {
  if (before.kind === kind && before.phaseId === phaseId) return false
  const round = rounds.find(({ outcome }) => outcome === null || outcome === 'approved')
  const phase = phaseId === null ? null : phaseNumber(phaseId)
  const steps = routeFor(routes, { kind, phase })?.steps
  return round !== undefined && JSON.stringify(steps) !== JSON.stringify(round.steps)
}

function boundText(content: PostContent): string {
  return JSON.stringify(boundParts(content, (image) => image))
}

/** A status after which an approval is no longer in question. */
const decided: readonly PostStatus[] = ['approved', 'ready', 'published', 'archived', 'cancelled']

/** The last day for an approval has gone by without one. */
export function isLate(
  approveBy: PlainDate | null,
  { status }: Pick<Post, 'status'>,
  today: PlainDate,
): boolean {
  return approveBy !== null && !decided.includes(status) && today > approveBy
}

/** Statuses out of which a decision from paper can still be taken back. */
const open: readonly PostStatus[] = ['in-review', 'changes-asked', 'approved']

/** The decision from paper that can be taken back now: only the very last one; null where none can. */
export function lastOnPaper(
  [newest]: readonly Pick<ApprovalRound, 'outcome' | 'decisions'>[],
  status: PostStatus,
): Decision['id'] | null {
  const decision = newest?.decisions.at(-1)
  const isPast = newest?.outcome === 'withdrawn' || newest?.outcome === 'voided'
  if (decision === undefined || decision.onPaper === null || isPast) return null
  return open.includes(status) ? decision.id : null
}

/** A hash as people compare it aloud: groups of four signs. */
export function inGroups(hash: string): string {
  return (hash.match(/.{1,4}/g) ?? []).join(' ')
}
