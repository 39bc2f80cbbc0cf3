/** How light a picture is, from its 256×256 grey samples. */
export interface Exposure {
  /** The brightness (0–1) that 99 % of the picture do not exceed. */
  readonly brightest: number
  /** The share (0–1) of the picture that is white without any drawing left. */
  readonly burnt: number
}

const burntFrom = 250

/**
 * CleanVision's measure of darkness (99th percentile of brightness): lamps in a night scene, or
 * light letters on a dark poster, keep it high, a picture taken with too little light does not.
 * And the share of samples at the upper end, which is what overexposure leaves.
 */
export function exposure(grey: Uint8Array): Exposure {
  const counts = new Uint32Array(256)
  for (let at = 0; at < grey.length; at++) {
    const sample = grey[at] ?? 0
    counts[sample] = (counts[sample] ?? 0) + 1
  }
  let below = 0
  let level = 0
  while (level < 255) {
    below += counts[level] ?? 0
    if (below >= grey.length * 0.99) break
    level++
  }
  const burnt = counts.subarray(burntFrom).reduce((sum, one) => sum + one, 0)
  return { brightest: level / 255, burnt: burnt / grey.length }
}
