/** By how much the logarithm of a file's size grows with the quality, until two sizes tell better. */
const usualGrowth = 0.03

/**
 * The quality (1–100) to try next, so that an encoder makes a file of the wanted size; null when
 * there is none between those tried.
 *
 * @param sizes bytes by the qualities tried so far; the better the quality, the more bytes
 */
export function nextQuality(sizes: ReadonlyMap<number, number>, wanted: number): number | null {
  const below = Math.max(0, ...[...sizes].flatMap(([at, size]) => (size < wanted ? [at] : [])))
  const above = Math.min(101, ...[...sizes].flatMap(([at, size]) => (size >= wanted ? [at] : [])))
  if (above - below < 2) return null
  const off = (size: number) => Math.log(wanted / size)
  const [nearest, next] = [...sizes].sort(
    ([, one], [, other]) => Math.abs(off(one)) - Math.abs(off(other)),
  )
  if (nearest === undefined) return Math.round((below + above) / 2)
  const growth =
    next === undefined
      ? usualGrowth
      : Math.max(0.005, Math.log(next[1] / nearest[1]) / (next[0] - nearest[0]))
  const guess = Math.round(nearest[0] + off(nearest[1]) / growth)
  return Math.max(below + 1, Math.min(above - 1, guess))
}
