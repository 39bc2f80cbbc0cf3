import { nearestWhole } from './nearestWhole.ts'
import type { Seen } from './seen.ts'
import type { Candidate } from './shortlist.ts'

/**
 * How far two decodings of the same pixels may lie apart in the small copies that are compared
 * first: a JPEG is shrunk while it is decoded, a PNG afterwards. Measured on 16 drawn scenes of 700
 * to 3,600 px saved as JPEG and, losslessly from that, as PNG, WebP and TIFF: hashes up to 1 of 256
 * bits, the worst cell up to 5.6 of 255 levels. What lies at twice that or more is another picture.
 */
const hashWithin = 16
const cellWithin = 12

/**
 * A candidate that shows exactly the same pixels, or null. Only pictures of the same size whose small
 * copies agree are decoded for it, each once however often it is asked about.
 */
export async function findSamePixels(
  questioned: Seen,
  candidates: readonly Candidate[],
): Promise<Seen | null> {
  const alike = candidates.filter(
    ({ seen, proposals, difference }) =>
      seen.width === questioned.width &&
      seen.height === questioned.height &&
      difference <= cellWithin &&
      nearestWhole(proposals) <= hashWithin,
  )
  const inOrder = [
    ...alike.filter(({ seen }) => seen.target.where === 'library'),
    ...alike.filter(({ seen }) => seen.target.where === 'batch'),
  ]
  for (const { seen } of inOrder) {
    const mine = await questioned.pixelsHash()
    if (mine === null) return null
    if (mine === (await seen.pixelsHash())) return seen
  }
  return null
}
