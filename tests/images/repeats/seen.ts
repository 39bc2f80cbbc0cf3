/** The repeated-picture engine from a file's bytes to a judgement, as the image check uses it. */
import sharp from 'sharp'
import { proposalsFor } from '../../../src/main/workspace/images/repeats/candidates.ts'
import { pixelsFor, sketchOf } from '../../../src/main/workspace/images/repeats/decode.ts'
import { fingerprintOf } from '../../../src/main/workspace/images/repeats/fingerprint.ts'
import { judge } from '../../../src/main/workspace/images/repeats/judge.ts'
import type { Judgement, Picture } from '../../../src/main/workspace/images/repeats/judge.ts'
import { savedLike } from '../../../src/main/workspace/images/repeats/savedLike.ts'

export interface Seen {
  picture: Picture
  fingerprint: Uint8Array
}

export async function see(bytes: Uint8Array): Promise<Seen> {
  const { autoOrient, pages } = await sharp(bytes).metadata()
  const sketch = await sketchOf(sharp, bytes, autoOrient)
  return {
    fingerprint: fingerprintOf(sketch),
    picture: {
      sketch,
      frames: pages ?? 1,
      pixels: (extent) => pixelsFor(sharp, bytes, extent),
      savedLike: (pixels, own) => savedLike(sharp, { bytes, pixels: own }, pixels),
    },
  }
}

/** Null when the fingerprints do not even propose the pair. */
export async function judged(kept: Seen, questioned: Seen): Promise<Judgement | null> {
  const proposals = proposalsFor(kept.fingerprint, questioned.fingerprint)
  return proposals.length === 0 ? null : judge(kept.picture, questioned.picture, proposals)
}

/** The relation of one file to another that is kept; `different` also when it is not proposed. */
export async function relationOf(kept: Uint8Array, questioned: Uint8Array): Promise<string> {
  const judgement = await judged(await see(kept), await see(questioned))
  return judgement?.relation ?? 'different'
}
