/**
 * Where one picture lies in another: scale and shift in both directions, with the gain and offset
 * that brightening adds. Robust Gauss–Newton (Lucas–Kanade with Geman–McClure weights), coarse to
 * fine, on 256×256 grey.
 */
import { step } from './gaussNewton.ts'
import type { Alignment, Placement } from './placement.ts'
import type { Pyramid } from './pyramid.ts'

interface Pass {
  /** 0 is the finest. */
  level: number
  /** Every so many samples in both directions. */
  stride: number
  steps: number
}

const coarsest: Pass = { level: 3, stride: 1, steps: 8 }
/** Tells which of the starts leads somewhere. */
const trial: Pass = { level: 2, stride: 2, steps: 3 }
const second: Pass = { level: 2, stride: 1, steps: 4 }
const finer: Pass = { level: 1, stride: 2, steps: 4 }
const finest: Pass = { level: 0, stride: 2, steps: 3 }

/** Far enough for a crop to half the picture and for the worst phone brightening. */
function isSane({ scaleX, scaleY, gain }: Alignment): boolean {
  return scaleX > 0.4 && scaleX < 2.5 && scaleY > 0.4 && scaleY < 2.5 && gain > 0.2 && gain < 4
}

interface Found {
  alignment: Alignment
  /** Share (0–1) of what the samples say that the alignment leaves unexplained. */
  misfit: number
}

function refined(
  kept: Pyramid,
  questioned: Pyramid,
  start: Alignment,
  pass: Pass,
  firstSpread: number,
): Found | null {
  const here = kept[pass.level]
  const there = questioned[pass.level]
  if (here === undefined || there === undefined) return null
  let found: Found = { alignment: start, misfit: Infinity }
  let spread = firstSpread
  for (let iteration = 0; iteration < pass.steps; iteration++) {
    const stepped = step(here, there, found.alignment, pass.stride, spread)
    if (stepped === null || !isSane(stepped.next)) return null
    const moved = farthestMove(found.alignment, stepped.next)
    found = { alignment: stepped.next, misfit: stepped.misfit }
    spread = stepped.spread
    if (moved < 0.01 / here.side) break
  }
  return found
}

/** So many refined starts are followed to the second level: the coarsest is easily misled. */
const followed = 3
/** Misfit below which no other start is tried. */
const goodFit = 0.06
/** Misfit above which the finest level would be wasted on the pair. */
const hopeless = 0.6

/**
 * Starts for the second level, likeliest first: the nearest as it is, since a hash that matched its
 * crop is often exact; then what the coarsest level made of all of them; then the others as given.
 */
function* secondStarts(
  kept: Pyramid,
  questioned: Pyramid,
  starts: readonly Alignment[],
): Generator<Alignment> {
  yield* starts.slice(0, 1)
  const found = starts
    .map((start) => refined(kept, questioned, start, coarsest, 40))
    .filter((one) => one !== null)
  yield* nearestFit(found, followed).map(({ alignment }) => alignment)
  yield* starts.slice(1, followed)
}

/**
 * The alignment that explains most samples, found from the best of the starts; null when all of
 * them lead nowhere: the two show different things.
 */
export function align(
  kept: Pyramid,
  questioned: Pyramid,
  starts: readonly Placement[],
): Alignment | null {
  const upright = starts.map((start) => ({ ...start, gain: 1, offset: 0 }))
  const tried: Found[] = []
  for (const start of secondStarts(kept, questioned, upright)) {
    const one = refined(kept, questioned, start, trial, 16)
    if (one !== null) tried.push(one)
    if (one !== null && one.misfit < goodFit) break
  }
  const found = nearestFit(tried, 2)
    .map(({ alignment }) => refined(kept, questioned, alignment, second, 12))
    .filter((one) => one !== null)
  const [best] = nearestFit(found, 1)
  if (best === undefined || best.misfit > hopeless) return null
  const closer = refined(kept, questioned, best.alignment, finer, 10)
  return closer && (refined(kept, questioned, closer.alignment, finest, 10)?.alignment ?? null)
}

function nearestFit(found: readonly Found[], count: number): Found[] {
  return found.toSorted((one, other) => one.misfit - other.misfit).slice(0, count)
}

/** How far the corner that moves most moves, in the 0–1 coordinate. */
function farthestMove(from: Placement, to: Placement): number {
  const x = to.shiftX - from.shiftX
  const y = to.shiftY - from.shiftY
  return Math.max(
    Math.abs(x),
    Math.abs(x + to.scaleX - from.scaleX),
    Math.abs(y),
    Math.abs(y + to.scaleY - from.scaleY),
  )
}
