import type { Proposal } from '../repeats/candidates.ts'

/** Differing bits of 256 between the two as they are, neither cropped nor mirrored. */
export function nearestWhole(proposals: readonly Proposal[]): number {
  const whole = proposals.filter(
    ({ relation: { kind, mirrored } }) => kind === 'whole' && !mirrored,
  )
  return Math.min(256, ...whole.map(({ distance }) => distance))
}
