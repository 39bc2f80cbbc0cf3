/** The repeated-picture engine as the image check uses it, from a file's bytes to a judgement. */
import sharp from 'sharp'
import { proposalsFor } from '../../../src/main/workspace/images/repeats/candidates.ts'
import { pixelsFor, sketchOf } from '../../../src/main/workspace/images/repeats/decode.ts'
import { fingerprintOf } from '../../../src/main/workspace/images/repeats/fingerprint.ts'
import { judge } from '../../../src/main/workspace/images/repeats/judge.ts'

/**
 * @typedef {import('../../../src/main/workspace/images/repeats/judge.ts').Picture} Picture
 * @typedef {import('../../../src/main/workspace/images/repeats/judge.ts').Judgement} Judgement
 * @typedef {{ picture: Picture, fingerprint: Uint8Array }} Seen
 */

/**
 * @param {Uint8Array} bytes
 * @returns {Promise<Seen>}
 */
export async function see(bytes) {
  const { autoOrient, pages = 1 } = await sharp(bytes).metadata()
  const sketch = await sketchOf(sharp, bytes, autoOrient)
  return {
    fingerprint: fingerprintOf(sketch),
    picture: {
      sketch,
      frames: pages,
      pixels: (extent) => pixelsFor(sharp, bytes, extent),
    },
  }
}

/**
 * Null when the fingerprints do not even propose the pair.
 *
 * @param {Seen} kept
 * @param {Seen} questioned
 * @returns {Promise<Judgement | null>}
 */
export async function judged(kept, questioned) {
  const proposals = proposalsFor(kept.fingerprint, questioned.fingerprint)
  return proposals.length === 0 ? null : judge(kept.picture, questioned.picture, proposals)
}
