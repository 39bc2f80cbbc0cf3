import { describe, expect, it } from 'vitest'
import { compareAt } from '../../../src/main/workspace/images/repeats/cells.ts'
import { sumsOver } from '../../../src/main/workspace/images/repeats/normalEquations.ts'
import { samePlace } from '../../../src/main/workspace/images/repeats/placement.ts'
import type { Alignment } from '../../../src/main/workspace/images/repeats/placement.ts'
import { pyramidOf } from '../../../src/main/workspace/images/repeats/pyramid.ts'
import type { Grey } from '../../../src/main/workspace/images/repeats/pyramid.ts'
import { randomFrom } from '../../support/drawing.ts'

const side = 256

function noise(seed: number): Uint8Array {
  const random = randomFrom(seed)
  return Uint8Array.from({ length: side * side }, () => random() * 256)
}

describe('levels of a sketch', () => {
  const grey = noise(1)
  const levels = pyramidOf(grey)

  it('halve by the mean of four samples', () => {
    expect(levels.map((level) => level.side)).toEqual([256, 128, 64, 32])
    expect([...levels[0].values]).toEqual([...grey])
    for (const [at, coarser] of levels.slice(1).entries()) {
      const finer = levels[at]?.values ?? new Float32Array()
      const width = coarser.side * 2
      const expected = Array.from({ length: coarser.side ** 2 }, (_, place) => {
        const from = Math.floor(place / coarser.side) * 2 * width + (place % coarser.side) * 2
        const four = [from, from + 1, from + width, from + width + 1]
        return four.reduce((sum, one) => sum + (finer[one] ?? 0), 0) / 4
      })
      expect([...coarser.values]).toEqual(expected.map(Math.fround))
    }
  })

  it('tell place by how steep they are, also at their borders', () => {
    for (const { side: width, values, texture } of levels) {
      const at = (x: number, y: number) => {
        const inside = (place: number) => Math.max(0, Math.min(width - 1, place))
        return values[inside(y) * width + inside(x)] ?? 0
      }
      const expected = Array.from({ length: width * width }, (_, place) => {
        const [x, y] = [place % width, Math.floor(place / width)]
        const across = Math.abs(at(x + 1, y) - at(x - 1, y))
        const down = Math.abs(at(x, y + 1) - at(x, y - 1))
        return Math.fround(Math.min(1, 0.03 + (across + down) / 24))
      })
      expect([...texture]).toEqual(expected)
    }
  })
})

/** The same sums by the book: each sample's slopes times each other, into a full matrix. */
function byTheBook(kept: Grey, other: Grey, from: Alignment, stride: number, spread: number) {
  const matrix = Array.from({ length: 6 }, () => new Array<number>(6).fill(0))
  const right = new Array<number>(6).fill(0)
  let [count, said, deviation, misfit] = [0, 0, 0, 0]
  const width = kept.side
  for (let place = 0; place < width * width; place++) {
    const [x, y] = [place % width, Math.floor(place / width)]
    if (x % stride !== 0 || y % stride !== 0) continue
    const [u, v] = [(x + 0.5) / width, (y + 0.5) / width]
    const toX = (from.scaleX * u + from.shiftX) * width - 0.5
    const toY = (from.scaleY * v + from.shiftY) * width - 0.5
    if (Math.min(toX, toY) < 0 || Math.max(toX, toY) >= width - 1) continue
    const [column, row] = [Math.floor(toX), Math.floor(toY)]
    const [fx, fy] = [toX - column, toY - row]
    const at = (right: number, down: number) =>
      other.values[(row + down) * width + column + right] ?? 0
    const upper = at(0, 0) * (1 - fx) + at(1, 0) * fx
    const lower = at(0, 1) * (1 - fx) + at(1, 1) * fx
    const here = kept.values[place] ?? 0
    const says = kept.texture[place] ?? 0
    const residual = from.gain * here + from.offset - (upper * (1 - fy) + lower * fy)
    const weight = says * (1 + residual ** 2 / spread ** 2) ** -2
    const slopeX = ((at(1, 0) - at(0, 0)) * (1 - fy) + (at(1, 1) - at(0, 1)) * fy) * width
    const slopeY = (lower - upper) * width
    const slopes = [slopeX * u, slopeX, slopeY * v, slopeY, -here, -1]
    for (const [line, one] of slopes.entries()) {
      right[line] = (right[line] ?? 0) + weight * one * residual
      for (const [entry, another] of slopes.entries()) {
        const cells = matrix[line] ?? []
        if (entry >= line) cells[entry] = (cells[entry] ?? 0) + weight * one * another
      }
    }
    count++
    said += says
    deviation += weight * Math.abs(residual)
    misfit += (says * residual ** 2) / (residual ** 2 + 144)
  }
  return [...matrix.flat(), ...right, count, said, deviation, misfit]
}

describe('sums of an alignment', () => {
  const [kept, questioned] = [pyramidOf(noise(2)), pyramidOf(noise(3))]
  const cases: readonly [string, 0 | 1 | 2 | 3, number, Partial<Alignment>][] = [
    ['every sample of the coarsest level', 3, 1, {}],
    ['every other one of the finest', 0, 2, { gain: 1.2, offset: -9 }],
    ['moved and enlarged, partly outside', 1, 1, { scaleX: 1.3, shiftX: -0.21, shiftY: 0.13 }],
    ['reduced to a part', 2, 2, { scaleX: 0.6, scaleY: 0.7, shiftX: 0.2, shiftY: 0.1 }],
  ]
  it.each(cases)('%s', (_, level, stride, by) => {
    const from = { ...samePlace, gain: 1, offset: 0, ...by }
    const sums = sumsOver(kept[level], questioned[level], from, stride, 12)
    const { matrix, right, count, said, deviation, misfit } = sums
    const found = [...matrix, ...right, count, said, deviation, misfit]
    const expected = byTheBook(kept[level], questioned[level], from, stride, 12)
    const largest = Math.max(...expected.map(Math.abs))
    for (const [place, sum] of expected.entries()) {
      const tolerance = 1e-9 * Math.max(Math.abs(sum), largest * 1e-6)
      expect(Math.abs((found[place] ?? NaN) - sum), `sum ${place}`).toBeLessThanOrEqual(tolerance)
    }
  })

  it('are of the two pictures that are asked about, whatever was compared before', () => {
    const from = { ...samePlace, gain: 1, offset: 0 }
    const first = sumsOver(kept[3], questioned[3], from, 1, 12)
    const turned = sumsOver(questioned[3], kept[3], from, 1, 12)
    pyramidOf(noise(4))
    expect(turned).not.toEqual(first)
    expect(sumsOver(kept[3], questioned[3], from, 1, 12)).toEqual(first)
  })
})

describe('cells of two sketches', () => {
  const grey = noise(5)
  const [kept] = pyramidOf(grey)
  const whole = { ...samePlace, gain: 1, offset: 0 }

  it('are all the same where nothing differs, and where only the tone does', () => {
    const faded = pyramidOf(grey.map((level) => level / 2 + 20))[0]
    for (const [other, alignment] of [
      [kept, whole],
      [faded, { ...whole, gain: 0.5, offset: 19.75 }],
    ] as const) {
      const found = compareAt(kept, other, alignment, false)
      expect(found).toMatchObject({ covered: 1_024, changed: 0, same: 1, changedRegions: [] })
      expect(found.structure).toBeGreaterThan(0.999)
    }
  })

  it('tell where something was drawn over', () => {
    const drawnOver = grey.map((level, at) => {
      const [x, y] = [at % side, Math.floor(at / side)]
      return x >= 64 && x < 128 && y >= 32 && y < 64 ? 255 - level : level
    })
    const found = compareAt(kept, pyramidOf(drawnOver)[0], whole, false)
    expect(found.changed).toBe(32 / 1_024)
    expect(found.changedRegions).toEqual([{ x: 64 / 256, y: 32 / 256, width: 0.25, height: 0.125 }])
  })

  it('are left out where the other picture does not reach', () => {
    const found = compareAt(kept, kept, { ...whole, shiftX: 0.5 }, false)
    expect(found.covered).toBe(512)
  })
})
