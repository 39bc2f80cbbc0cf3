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

/**
 * What of some looks is of the same photo as another one: asked of many, they are read once.
 * @returns a place among them, null where none is
 */
export function alikeAmong(looks: readonly string[]): (look: string) => number | null {
  const read = looks.map((look) => Buffer.from(look, 'base64'))
  return (look) => {
    const other = Buffer.from(look, 'base64')
    const place = read.findIndex((each) => hashDistance(each, other) <= sameWithin)
    return place === -1 ? null : place
  }
}
