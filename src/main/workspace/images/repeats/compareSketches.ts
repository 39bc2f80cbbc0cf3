/**
 * Whether two sketches show the same picture, and where they differ. Cheap (about 4 ms), sure
 * enough to put a pair before a person, never enough to reject.
 */
import { align } from './align.ts'
import type { Proposal, Relation } from './candidates.ts'
import { compareAt } from './cells.ts'
import type { CellComparison } from './cells.ts'
import { samePlace } from './placement.ts'
import type { Alignment } from './placement.ts'
import { pyramidOf } from './pyramid.ts'
import type { Pyramid } from './pyramid.ts'
import { chromaOf, chromaSide, greyOf, greySide } from './sketch.ts'
import type { Sketch } from './sketch.ts'
import { startsFor } from './starts.ts'

export interface SketchComparison extends CellComparison {
  mirrored: boolean
  alignment: Alignment
  /** Mean difference of the two colour differences. */
  colourDifference: number
}

/** The nearest few proposals are enough to begin from. */
const startingProposals = 3

/** Left to right, row by row. */
function mirroredSamples(samples: Uint8Array, side: number): Uint8Array {
  const mirrored = new Uint8Array(samples.length)
  for (let row = 0; row < samples.length; row += side) {
    for (let x = 0; x < side; x++) mirrored[row + x] = samples[row + side - 1 - x] ?? 0
  }
  return mirrored
}

/** Mean difference of the colours where the two overlap, on the coarse colour sketch. */
function colourDifference(kept: Uint8Array, questioned: Uint8Array, alignment: Alignment): number {
  const plane = chromaSide * chromaSide
  let sum = 0
  let count = 0
  for (let y = 0; y < chromaSide; y++) {
    const row = Math.floor(
      (alignment.scaleY * ((y + 0.5) / chromaSide) + alignment.shiftY) * chromaSide,
    )
    if (row < 0 || row >= chromaSide) continue
    for (let x = 0; x < chromaSide; x++) {
      const place = (alignment.scaleX * ((x + 0.5) / chromaSide) + alignment.shiftX) * chromaSide
      const column = Math.floor(place)
      if (column < 0 || column >= chromaSide) continue
      const here = y * chromaSide + x
      const there = row * chromaSide + column
      sum += Math.abs((kept[here] ?? 0) - (questioned[there] ?? 0))
      sum += Math.abs((kept[plane + here] ?? 0) - (questioned[plane + there] ?? 0))
      count += 2
    }
  }
  return count === 0 ? 0 : sum / count
}

const noAlignment: Alignment = { ...samePlace, gain: 1, offset: 0 }

/** Mean difference in levels of two sketches that already lie on each other. */
const lyingOnEachOther = 2.5

/** Whether two pictures of one size show the same at the same places: there is nothing to align. */
function isAligned(kept: Sketch, questioned: Sketch): boolean {
  if (kept.width !== questioned.width || kept.height !== questioned.height) return false
  const [one, other] = [greyOf(kept), greyOf(questioned)]
  let sum = 0
  let count = 0
  for (let at = 0; at < one.length; at += 5) {
    sum += Math.abs((one[at] ?? 0) - (other[at] ?? 0))
    count++
  }
  return sum / count <= lyingOnEachOther
}

/** Pyramids of the sketches at hand: one picture is compared with several. */
const pyramids = new WeakMap<Uint8Array, Pyramid>()

function pyramidFor({ samples }: Sketch): Pyramid {
  const pyramid = pyramids.get(samples) ?? pyramidOf(greyOf({ samples }))
  pyramids.set(samples, pyramid)
  return pyramid
}

/** Mean colour difference below which a picture is grey. */
const grey = 1.5

function hasColour(sketch: Sketch): boolean {
  const chroma = chromaOf(sketch)
  return chroma.reduce((sum, value) => sum + Math.abs(value - 128), 0) / chroma.length > grey
}

function compareOneWay(
  kept: Sketch,
  questioned: Sketch,
  relations: readonly Relation[],
  mirrored: boolean,
): SketchComparison {
  const keptPyramid = pyramidFor(kept)
  const chroma = chromaOf(questioned)
  const pyramid = mirrored
    ? pyramidOf(mirroredSamples(greyOf(questioned), greySide))
    : pyramidFor(questioned)
  const starts = relations.slice(0, startingProposals).flatMap(startsFor)
  const alignment =
    !mirrored && isAligned(kept, questioned)
      ? noAlignment
      : (align(keptPyramid, pyramid, starts) ?? noAlignment)
  const isGreyed = hasColour(kept) !== hasColour(questioned)
  return {
    mirrored,
    alignment,
    ...compareAt(keptPyramid[0], pyramid[0], alignment, isGreyed),
    colourDifference: colourDifference(
      chromaOf(kept),
      mirrored ? mirroredSamples(chroma, chromaSide) : chroma,
      alignment,
    ),
  }
}

const mirroredCosts = 0.01

/** The best reading of the pair among what the fingerprints proposed (at least as a whole). */
export function compareSketches(
  kept: Sketch,
  questioned: Sketch,
  proposals: readonly Proposal[] = [],
): SketchComparison {
  const relations = proposals.map(({ relation }) => relation)
  const straight = relations.filter((relation) => !relation.mirrored)
  const turned = relations.filter((relation) => relation.mirrored)
  const whole: Relation = { kind: 'whole', mirrored: false }
  const ways: SketchComparison[] = []
  if (straight.length > 0 || turned.length === 0) {
    const from = straight.length > 0 ? straight : [whole]
    ways.push(compareOneWay(kept, questioned, from, false))
  }
  if (turned.length > 0) ways.push(compareOneWay(kept, questioned, turned, true))
  // What shows little is much like its mirror image: then it is taken as it is.
  const score = (way: SketchComparison) =>
    way.structure - way.changed - (way.mirrored ? mirroredCosts : 0)
  return ways.reduce((best, way) => (score(way) > score(best) ? way : best))
}
