import { hashBytes, hashDistance, type Fingerprint } from '../repeats/fingerprint.ts'

/**
 * Bits of 256 up to which two pictures are the same photo, saved or sent again (PDQ's own limit,
 * ThreatExchange: 31). A crop of it is not found so: that takes the pixels.
 */
const sameWithin = 31

/** How a whole picture looks, in base64: short enough to stand in a row. */
export function lookOf(fingerprint: Fingerprint): string {
  return Buffer.from(fingerprint.subarray(0, hashBytes)).toString('base64')
}

/** Whether two looks are of the same photo. */
export function looksAlike(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one, 'base64'), Buffer.from(other, 'base64')]
  return hashDistance(first, second) <= sameWithin
}
