/** Samples against samples. Plain loops: over a whole picture a callback a sample costs several times as much. */
import type { Strip } from './blocks.ts'

const wideSide = 32

/** Means of whole 32×32 cells of the rows that count. */
export function wideMeans(plane: Float32Array, { width, from, to }: Strip): Float32Array {
  const columns = Math.floor(width / wideSide)
  const rows = Math.floor((to - from) / wideSide)
  const means = new Float32Array(columns * rows)
  for (let cell = 0; cell < means.length; cell++) {
    const top = from + Math.floor(cell / columns) * wideSide
    const left = (cell % columns) * wideSide
    let sum = 0
    for (let y = top; y < top + wideSide; y++) {
      for (let x = left; x < left + wideSide; x++) sum += plane[y * width + x] ?? 0
    }
    means[cell] = sum / (wideSide * wideSide)
  }
  return means
}

export function apart(one: Float32Array, other: Float32Array): Float32Array {
  const difference = new Float32Array(one.length)
  for (let at = 0; at < one.length; at++) {
    difference[at] = Math.abs((one[at] ?? 0) - (other[at] ?? 0))
  }
  return difference
}

export function larger(one: Float32Array, other: Float32Array): Float32Array {
  const result = new Float32Array(one.length)
  for (let at = 0; at < one.length; at++) {
    const here = one[at] ?? 0
    const there = other[at] ?? 0
    result[at] = here > there ? here : there
  }
  return result
}

/** The least of all, sample by sample. */
export function smallest(all: readonly Float32Array[]): Float32Array {
  const [first, ...others] = all
  if (first === undefined) return new Float32Array()
  if (others.length === 0) return first
  const least = Float32Array.from(first)
  for (const one of others) {
    for (let at = 0; at < least.length; at++) {
      const value = one[at] ?? 0
      if (value < (least[at] ?? 0)) least[at] = value
    }
  }
  return least
}

export function greatest(values: Float32Array): number {
  let most = 0
  for (const value of values) if (value > most) most = value
  return most
}
