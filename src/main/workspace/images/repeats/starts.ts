/** Where to begin aligning two sketches, by what the fingerprints proposed. */
import type { Relation } from './candidates.ts'
import { crops } from './fingerprint.ts'
import type { Window } from './fingerprint.ts'
import { samePlace } from './placement.ts'
import type { Placement } from './placement.ts'

function placed({ left, top, width, height }: Window): Placement {
  return {
    scaleX: 1 / width,
    scaleY: 1 / height,
    shiftX: -left / width,
    shiftY: -top / height,
  }
}

function inverse(placement: Placement): Placement {
  const scaleX = 1 / placement.scaleX
  const scaleY = 1 / placement.scaleY
  return {
    scaleX,
    scaleY,
    shiftX: -placement.shiftX * scaleX,
    shiftY: -placement.shiftY * scaleY,
  }
}

/** Trims between the hashed ones, and a trim all round. */
const slightCrops = [0.97, 0.94].map((rest) =>
  placed({ left: (1 - rest) / 2, top: (1 - rest) / 2, width: rest, height: rest }),
)

/** Where to begin: the alignment then finds its way from about a twentieth of the picture off. */
export function startsFor(relation: Relation): Placement[] {
  if (relation.kind === 'whole' || relation.kind === 'same-part') {
    return [samePlace, ...slightCrops, ...slightCrops.map(inverse)]
  }
  const window = crops[relation.crop]
  if (window === undefined) return []
  return relation.kind === 'questioned-is-crop'
    ? [placed(window), ...slightCrops]
    : [inverse(placed(window)), ...slightCrops.map(inverse)]
}
