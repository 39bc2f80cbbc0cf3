/** The discrete cosine transform of a few samples to their low frequencies. */

/** `side` samples, `step` apart from `first` on, to the wanted frequencies, `stepInto` apart. */
export type CosineTransform = (
  samples: Float64Array,
  first: number,
  step: number,
  into: Float64Array,
  firstInto: number,
  stepInto: number,
) => void

/**
 * The DCT (type II, orthonormal but for frequency 0) of an even number of samples, to `count`
 * frequencies from `lowest` on. A cosine is the same from both ends (even frequencies) or the opposite
 * (odd ones), so sums and differences of the two ends are enough.
 */
export function cosineTransform(side: number, lowest: number, count: number): CosineTransform {
  const half = side / 2
  const sums = new Float64Array(half)
  const differences = new Float64Array(half)
  const cosines = Float64Array.from({ length: count * half }, (_, at) => {
    const frequency = lowest + Math.floor(at / half)
    const sample = at % half
    return Math.sqrt(2 / side) * Math.cos((Math.PI * frequency * (2 * sample + 1)) / (2 * side))
  })
  return (samples, first, step, into, firstInto, stepInto) => {
    for (let at = 0; at < half; at++) {
      const one = samples[first + at * step] ?? 0
      const other = samples[first + (side - 1 - at) * step] ?? 0
      sums[at] = one + other
      differences[at] = one - other
    }
    for (let place = 0; place < count; place++) {
      const ends = (lowest + place) % 2 === 0 ? sums : differences
      let sum = 0
      for (let at = 0; at < half; at++) sum += (ends[at] ?? 0) * (cosines[place * half + at] ?? 0)
      into[firstInto + place * stepInto] = sum
    }
  }
}
