import { Ban, BadgeCheck, FileCheck2, Hourglass, ShieldCheck, Trash2 } from '@lucide/vue'
import type { Component } from 'vue'
import type { Disposal, DisposalState } from '#contract/complaintDisposals'
import type { PlainDate } from '#contract/values'
import type { Tone } from '../../ui/tone'

/** Sign and colour of where a disposal stands. */
export const disposalLooks: Readonly<
  Record<DisposalState, { readonly icon: Component; readonly tone: Tone }>
> = {
  proposed: { icon: Hourglass, tone: 'warning' },
  approved: { icon: ShieldCheck, tone: 'info' },
  executed: { icon: Trash2, tone: 'warning' },
  cleared: { icon: FileCheck2, tone: 'warning' },
  certified: { icon: BadgeCheck, tone: 'success' },
  withdrawn: { icon: Ban, tone: 'neutral' },
}

/** Whether Borang 12/08 should have been sent by now. */
export function isCertificateLate(
  { certificateDue, certifiedOn }: Pick<Disposal, 'certificateDue' | 'certifiedOn'>,
  today: PlainDate,
): boolean {
  return certifiedOn === null && certificateDue !== null && certificateDue < today
}

/** Kinds with how many of each, the most first. */
export function kindCounts(kinds: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(kinds).toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
}
