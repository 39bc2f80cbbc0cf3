import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { kernels } from '../../src/main/workspace/images/kernels/kernels.ts'
import { compiledKernels, kernelsFolder } from '../../scripts/running/compiledKernels.mjs'
import { randomFrom } from '../support/drawing.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Sizes that leave a rest behind whole loads of 8 and 16 bytes, and ones that fill none. */
const sizes = [
  { width: 1200, height: 21 },
  { width: 37, height: 29 },
  { width: 16, height: 16 },
  { width: 3, height: 2 },
  { width: 1, height: 1 },
]

/** Noise with some flat and some fully transparent places. */
function noise(length: number, seed: number): Uint8Array {
  const random = randomFrom(seed)
  return Uint8Array.from(
    { length },
    () => [0, 255, 128][Math.floor(random() * 9)] ?? random() * 256,
  )
}

/** A detail in the kernels' memory, and a copy of its grey. */
function greyOf(data: Uint8Array, width: number, height: number): Uint8Array {
  const kernel = kernels()
  const channels = data.length / (width * height)
  kernel.reserveDetail(width, height, channels)
  kernel.bytes(kernel.detailAt(), data.length).set(data)
  kernel.greyOf(width * height, channels)
  return kernel.bytes(kernel.greyAt(), width * height).slice()
}

it('the compiled kernels are those of the sources', async () => {
  expect(readFileSync(join(root, kernelsFolder, 'compiled.ts'), 'utf8')).toBe(
    await compiledKernels(root),
  )
})

describe.each(sizes)('a detail of $width×$height', ({ width, height }) => {
  it('has the grey of ITU-R BT.601', () => {
    const data = noise(width * height * 3, 1)
    const expected = Array.from({ length: width * height }, (_, at) => {
      const [red = 0, green = 0, blue = 0] = data.subarray(3 * at)
      return Math.floor((77 * red + 150 * green + 29 * blue) / 256)
    })
    expect([...greyOf(data, width, height)]).toEqual(expected)
  })

  it('stands on mid-grey where it is transparent', () => {
    const data = noise(width * height * 4, 2)
    const expected = Array.from({ length: width * height }, (_, at) => {
      const [red = 0, green = 0, blue = 0, opacity = 0] = data.subarray(4 * at)
      const grey = Math.floor((77 * red + 150 * green + 29 * blue) / 256)
      return Math.floor((grey * opacity + 128 * (255 - opacity)) / 255)
    })
    expect([...greyOf(data, width, height)]).toEqual(expected)
  })

  it('bends in its columns and rows as second differences say', () => {
    const kernel = kernels()
    const grey = greyOf(noise(width * height * 3, 3), width, height)
    const at = (x: number, y: number) => grey[y * width + x] ?? 0
    const counted = (bend: number) => (Math.abs(bend) < 40 ? Math.abs(bend) : 0)
    const columns = new Array<number>(width).fill(0)
    const rows = new Array<number>(height).fill(0)
    for (let y = 0; y < height; y += 4) {
      for (let x = 1; x < width - 1; x++) {
        columns[x] = (columns[x] ?? 0) + counted(2 * at(x, y) - at(x - 1, y) - at(x + 1, y))
      }
    }
    for (let x = 0; x < width; x += 4) {
      for (let y = 1; y < height - 1; y++) {
        rows[y] = (rows[y] ?? 0) + counted(2 * at(x, y) - at(x, y - 1) - at(x, y + 1))
      }
    }
    kernel.bendsAcrossColumns(width, height)
    expect([...kernel.words(kernel.bendsAt(), width)]).toEqual(columns)
    kernel.bendsAcrossRows(width, height)
    expect([...kernel.words(kernel.bendsAt(), height)]).toEqual(rows)
  })
})

it('details of any size follow one another', () => {
  const large = noise(2_000 * 1_500 * 4, 4)
  const grey = greyOf(large, 2_000, 1_500)
  expect(greyOf(large.subarray(0, 4), 1, 1)).toEqual(grey.subarray(0, 1))
  expect(greyOf(large, 2_000, 1_500)).toEqual(grey)
})

it('each cell of the sketch has its sum and its range', () => {
  const kernel = kernels()
  const grey = noise(256 * 256, 5)
  kernel.bytes(kernel.sketchAt(), grey.length).set(grey)
  kernel.cells()
  const cells = Array.from({ length: 1_024 }, (_, at) =>
    Array.from({ length: 64 }, (_, place) => {
      const y = Math.floor(at / 32) * 8 + Math.floor(place / 8)
      return grey[y * 256 + (at % 32) * 8 + (place % 8)] ?? 0
    }),
  )
  expect([...kernel.words(kernel.cellSumsAt(), 1_024)]).toEqual(
    cells.map((samples) => samples.reduce((sum, one) => sum + one, 0)),
  )
  expect([...kernel.bytes(kernel.cellRangesAt(), 1_024)]).toEqual(
    cells.map((samples) => Math.max(...samples) - Math.min(...samples)),
  )
})
