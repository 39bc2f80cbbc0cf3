import { z } from 'zod'

/** Where a complaint stands. */
export const ComplaintStatus = z.enum([
  'new',
  'needs-information',
  'forwarded',
  'in-progress',
  'resolved',
  'closed',
  'outside-jurisdiction',
  'duplicate',
  'false',
  'voided',
])
export type ComplaintStatus = z.infer<typeof ComplaintStatus>

/**
 * What a step asks of the person besides the step itself: nothing, a reason, what closing needs
 * (fields and checklist of the kind), or the case it repeats.
 */
export type Asks = 'nothing' | 'reason' | 'closing' | 'master'

type Ways = Readonly<Partial<Record<ComplaintStatus, Asks>>>

/** What a complaint can turn out to be, as long as nobody has settled it. */
const findings = {
  ...{ 'outside-jurisdiction': 'reason', duplicate: 'master', false: 'reason' },
} as const satisfies Ways

/**
 * The life of a complaint (ours; KKS F1 asks for register, forwarding, follow-up and answer): from
 * each status, where to and what that asks. What is not here does not happen, to one or to many at
 * once. Going back from what was settled is reopening: it keeps the history and is counted apart.
 */
export const transitions: Readonly<Record<ComplaintStatus, Ways>> = {
  new: {
    ...{ 'needs-information': 'reason', forwarded: 'nothing', 'in-progress': 'nothing' },
    ...findings,
    resolved: 'reason',
    voided: 'reason',
  },
  'needs-information': {
    ...{ forwarded: 'nothing', 'in-progress': 'nothing', resolved: 'reason' },
    ...findings,
    voided: 'reason',
  },
  forwarded: {
    ...{ 'needs-information': 'reason', 'in-progress': 'nothing', resolved: 'reason' },
    ...findings,
  },
  'in-progress': {
    ...{ 'needs-information': 'reason', forwarded: 'nothing', resolved: 'reason' },
    ...findings,
  },
  resolved: { closed: 'closing', 'in-progress': 'reason' },
  closed: { 'in-progress': 'reason' },
  'outside-jurisdiction': { closed: 'closing', 'in-progress': 'reason' },
  duplicate: { 'in-progress': 'reason' },
  false: { closed: 'closing', 'in-progress': 'reason' },
  voided: { new: 'reason' },
}

/** Statuses in which somebody still waits for JKR. */
export const open: readonly ComplaintStatus[] = [
  ...(['new', 'needs-information', 'forwarded', 'in-progress'] as const),
]

/** What a step asks; null where it cannot be taken. */
export function asksOf(from: ComplaintStatus, to: ComplaintStatus): Asks | null {
  return transitions[from][to] ?? null
}

/** Where a complaint may go from here, onward first. */
export function stepsFrom(from: ComplaintStatus): ComplaintStatus[] {
  return ComplaintStatus.options.filter((to) => asksOf(from, to) !== null)
}

/** Whether a step takes up again what was settled. */
export function isReopening(from: ComplaintStatus, to: ComplaintStatus): boolean {
  return to === 'in-progress' && !open.includes(from)
}
