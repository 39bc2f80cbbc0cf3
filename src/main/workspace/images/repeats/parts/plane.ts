/** Grey samples of any shape, and smaller copies of them. */

export interface Plane {
  readonly width: number
  readonly height: number
  /** Row by row. */
  readonly values: Float32Array
}

/** A copy of another size, each sample the mean of those it stands for, nearer ones counting more. */
export function resized(plane: Plane, size: { width: number; height: number }): Plane {
  const narrow = size.width === plane.width ? plane : inColumns(plane, size.width)
  return size.height === plane.height ? narrow : inRows(narrow, size.height)
}

/** For each new sample, the old ones it is made of and how much each counts. */
interface Taps {
  readonly count: number
  readonly first: Int32Array
  readonly weights: Float32Array
}

function tapsFor(from: number, to: number): Taps {
  const scale = from / to
  const reach = Math.max(1, scale)
  const count = Math.min(from, Math.floor(2 * reach) + 1)
  const first = new Int32Array(to)
  const weights = new Float32Array(to * count)
  for (let place = 0; place < to; place++) {
    const centre = (place + 0.5) * scale - 0.5
    const begin = Math.max(0, Math.min(from - count, Math.ceil(centre - reach)))
    let all = 0
    for (let tap = 0; tap < count; tap++) {
      const weight = Math.max(0, 1 - Math.abs(begin + tap - centre) / reach)
      weights[place * count + tap] = weight
      all += weight
    }
    for (let tap = 0; tap < count; tap++) {
      weights[place * count + tap] = (weights[place * count + tap] ?? 0) / all
    }
    first[place] = begin
  }
  return { count, first, weights }
}

function inColumns({ width, height, values }: Plane, to: number): Plane {
  const { count, first, weights } = tapsFor(width, to)
  const result = new Float32Array(to * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < to; x++) {
      const from = y * width + (first[x] ?? 0)
      let sum = 0
      for (let tap = 0; tap < count; tap++) {
        sum += (values[from + tap] ?? 0) * (weights[x * count + tap] ?? 0)
      }
      result[y * to + x] = sum
    }
  }
  return { width: to, height, values: result }
}

function inRows({ width, height, values }: Plane, to: number): Plane {
  const { count, first, weights } = tapsFor(height, to)
  const result = new Float32Array(width * to)
  for (let y = 0; y < to; y++) {
    for (let tap = 0; tap < count; tap++) {
      const weight = weights[y * count + tap] ?? 0
      if (weight === 0) continue
      const from = ((first[y] ?? 0) + tap) * width
      const into = y * width
      for (let x = 0; x < width; x++) {
        result[into + x] = (result[into + x] ?? 0) + (values[from + x] ?? 0) * weight
      }
    }
  }
  return { width, height: to, values: result }
}
