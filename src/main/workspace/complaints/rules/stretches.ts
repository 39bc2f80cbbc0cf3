import type { RoadCode } from '#contract/roads'

/** Where along a road something was complained of, in metres. */
export interface RoadPoint {
  readonly road: RoadCode
  readonly metres: number
}

/** A stretch of a road with so many complaints on it. */
export interface Stretch {
  readonly road: RoadCode
  readonly from: number
  readonly to: number
  readonly count: number
}

/**
 * The stretches of roads on which there are at least so many complaints: of each road first the one
 * with the most, then the one with the most of what is left, and so on; a complaint stands in one
 * only. A stretch reaches from its first complaint to its last, and no further than `length`.
 * @param length metres
 */
export function stretchesOf(
  points: readonly RoadPoint[],
  length: number,
  minimum: number,
): Stretch[] {
  const byRoad = new Map<RoadCode, number[]>()
  for (const { road, metres } of points) {
    const known = byRoad.get(road)
    if (known === undefined) byRoad.set(road, [metres])
    else known.push(metres)
  }
  return [...byRoad]
    .flatMap(([road, metres]) => ofRoad(road, metres, length, minimum))
    .toSorted((a, b) => b.count - a.count || (a.road < b.road ? -1 : 1) || a.from - b.from)
}

function ofRoad(
  road: RoadCode,
  metres: readonly number[],
  length: number,
  minimum: number,
): Stretch[] {
  const found: Stretch[] = []
  // What is left lies before or behind a stretch, never around it.
  const parts = [metres.toSorted((a, b) => a - b)]
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    const best = densest(part, length)
    if (best === null || best.count < minimum) continue
    const { from, to, count } = best
    found.push({ road, from, to, count })
    parts.push(
      part.filter((at) => at < from),
      part.filter((at) => at > to),
    )
  }
  return found
}

/** @param sorted from the smallest */
function densest(sorted: readonly number[], length: number) {
  let best: { from: number; to: number; count: number } | null = null
  let last = 0
  for (const [first, from] of sorted.entries()) {
    while (last + 1 < sorted.length && (sorted[last + 1] ?? 0) <= from + length) last += 1
    const count = last - first + 1
    if (best === null || count > best.count) best = { from, to: sorted[last] ?? from, count }
  }
  return best
}
