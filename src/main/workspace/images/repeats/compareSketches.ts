/**
 * Whether two sketches show the same picture, and where they differ. Cheap (about 4 ms), sure
 * enough to put a pair before a person, never enough to reject.
 */
import { align } from './align.ts'
import type { Proposal } from './candidates.ts'
import { compareAt } from './cells.ts'
import type { CellComparison } from './cells.ts'
import { samePlace } from './placement.ts'
import type { Alignment } from './placement.ts'
import { pyramidOf } from './pyramid.ts'
import type { Pyramid } from './pyramid.ts'
import { chromaOf, chromaSide, greyOf, greySide } from './sketch.ts'
import type { Sketch } from './sketch.ts'
import { startsFor } from './starts.ts'
import { sameTone, toneOfMeans } from './tone.ts'

export interface SketchComparison extends CellComparison {
  mirrored: boolean
  /** One of the two has colours and the other has none. */
  greyed: boolean
  /** Bits by which the hashes of the wholes differ; `notNear` when they did not propose the pair. */
  distance: number
  alignment: Alignment
  /** Mean difference of the two colour differences. */
  colourDifference: number
}

/** All bits of a hash. */
const notNear = 256

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

/** Differing bits up to which two wholes lie on each other unless something else is found. */
const surelyWhole = 40
/** Share of the side by which an alignment may be off and still be the same place. */
const unmoved = 0.004
/** How far the shapes of a picture and of its copy may differ: by rounding. */
const sameShape = 0.01

/**
 * What has no edges to hold on to drifts when it is aligned: then the two are also compared as they lie.
 */
function mayHaveDrifted(kept: Sketch, questioned: Sketch, distance: number, found: Alignment) {
  const { scaleX, scaleY, shiftX, shiftY } = found
  const shape = ({ width, height }: Sketch) => width / height
  return (
    distance <= surelyWhole &&
    [scaleX - 1, scaleY - 1, shiftX, shiftY].some((by) => Math.abs(by) > unmoved) &&
    Math.abs(shape(kept) / shape(questioned) - 1) <= sameShape
  )
}

/** As they lie, with the brightening between them by the coarsest samples. */
function asTheyLie(kept: Pyramid, questioned: Pyramid): Alignment {
  const means = (pyramid: Pyramid) => Float64Array.from(pyramid[3].values)
  return { ...samePlace, ...(toneOfMeans(means(kept), means(questioned)) ?? sameTone) }
}

function wholeDistance(proposals: readonly Proposal[]): number {
  const wholes = proposals.filter(({ relation }) => relation.kind === 'whole')
  return Math.min(notNear, ...wholes.map(({ distance }) => distance))
}

/** How good a reading of the pair is. */
function score({ structure, changed }: Pick<SketchComparison, 'structure' | 'changed'>): number {
  return structure - changed
}

function compareOneWay(
  kept: Sketch,
  questioned: Sketch,
  proposals: readonly Proposal[],
  mirrored: boolean,
): SketchComparison {
  const relations = proposals.map(({ relation }) => relation)
  const distance = wholeDistance(proposals)
  const keptPyramid = pyramidFor(kept)
  const chroma = chromaOf(questioned)
  const pyramid = mirrored
    ? pyramidOf(mirroredSamples(greyOf(questioned), greySide))
    : pyramidFor(questioned)
  const starts = relations.slice(0, startingProposals).flatMap(startsFor)
  // Sparse writing on paper is little off wherever it stands: a hash that says "crop" is believed.
  const isCrop = distance > surelyWhole && relations[0]?.kind.endsWith('is-crop') === true
  const alignment =
    !mirrored && !isCrop && isAligned(kept, questioned)
      ? noAlignment
      : (align(keptPyramid, pyramid, starts) ?? noAlignment)
  const isGreyed = hasColour(kept) !== hasColour(questioned)
  const at = (place: Alignment): SketchComparison => ({
    mirrored,
    greyed: isGreyed,
    distance,
    alignment: place,
    ...compareAt(keptPyramid[0], pyramid[0], place, isGreyed),
    colourDifference: colourDifference(
      chromaOf(kept),
      mirrored ? mirroredSamples(chroma, chromaSide) : chroma,
      place,
    ),
  })
  const found = at(alignment)
  if (!mayHaveDrifted(kept, questioned, distance, alignment)) return found
  const lying = at(asTheyLie(keptPyramid, pyramid))
  return score(lying) > score(found) ? lying : found
}

const mirroredCosts = 0.01

/** The best reading of the pair among what the fingerprints proposed (at least as a whole). */
export function compareSketches(
  kept: Sketch,
  questioned: Sketch,
  proposals: readonly Proposal[] = [],
): SketchComparison {
  const straight = proposals.filter(({ relation }) => !relation.mirrored)
  const turned = proposals.filter(({ relation }) => relation.mirrored)
  const whole: Proposal = { relation: { kind: 'whole', mirrored: false }, distance: notNear }
  const ways: SketchComparison[] = []
  if (straight.length > 0 || turned.length === 0) {
    const from = straight.length > 0 ? straight : [whole]
    ways.push(compareOneWay(kept, questioned, from, false))
  }
  if (turned.length > 0) ways.push(compareOneWay(kept, questioned, turned, true))
  // What shows little is much like its mirror image: then it is taken as it is.
  const promise = (way: SketchComparison) => score(way) - (way.mirrored ? mirroredCosts : 0)
  return ways.reduce((best, way) => (promise(way) > promise(best) ? way : best))
}
