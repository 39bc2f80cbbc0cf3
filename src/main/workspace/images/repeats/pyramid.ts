/** Grey sketches at several sizes, for finding one picture in another coarse to fine. */

/** A square of grey samples, one level of a pyramid. */
export interface Grey {
  side: number
  values: Float32Array
  /** How much a sample says about place: 1 at an edge, little in a flat part. */
  texture: Float32Array
}

/** 256, 128, 64 and 32 samples a side, finest first. */
export type Pyramid = readonly Grey[]

/** Slope in grey levels a sample at which it speaks with full weight. */
const fullSlope = 12
/** Flat samples still tell the brightness. */
const flatWeight = 0.03

function greyFrom(side: number, values: Float32Array): Grey {
  const texture = new Float32Array(values.length)
  for (let y = 0; y < side; y++) {
    const above = Math.max(0, y - 1) * side
    const below = Math.min(side - 1, y + 1) * side
    for (let x = 0; x < side; x++) {
      const at = y * side + x
      const right = values[y * side + Math.min(side - 1, x + 1)] ?? 0
      const left = values[y * side + Math.max(0, x - 1)] ?? 0
      const slope =
        Math.abs(right - left) + Math.abs((values[below + x] ?? 0) - (values[above + x] ?? 0))
      texture[at] = Math.min(1, flatWeight + slope / (2 * fullSlope))
    }
  }
  return { side, values, texture }
}

function halved({ side, values }: Grey): Grey {
  const half = side / 2
  const coarser = new Float32Array(half * half)
  for (let y = 0; y < half; y++) {
    for (let x = 0; x < half; x++) {
      const at = 2 * y * side + 2 * x
      coarser[y * half + x] =
        ((values[at] ?? 0) +
          (values[at + 1] ?? 0) +
          (values[at + side] ?? 0) +
          (values[at + side + 1] ?? 0)) /
        4
    }
  }
  return greyFrom(half, coarser)
}

export function pyramidOf(grey: Uint8Array): Pyramid {
  const levels: Grey[] = [greyFrom(Math.sqrt(grey.length), new Float32Array(grey))]
  for (let last = levels[0]; last !== undefined && last.side > 32; last = levels.at(-1)) {
    levels.push(halved(last))
  }
  return levels
}
