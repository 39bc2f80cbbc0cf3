import { Pin } from '#contract/people'

export type PinFault = 'weak' | 'different'

/** What stands in the way of a new PIN, typed twice; null when nothing does. */
export function faultOf(pin: string, again: string): PinFault | null {
  if (!Pin.safeParse(pin).success) return 'weak'
  return pin === again ? null : 'different'
}
