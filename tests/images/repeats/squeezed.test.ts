import { describe, expect, it } from 'vitest'
import { openSharp } from '../../../src/main/workspace/media/sharp.ts'
import {
  isSqueezable,
  sketchFrom,
  sketchOfDetail,
} from '../../../src/main/workspace/images/repeats/sketch.ts'
import { randomFrom } from '../../support/drawing.ts'

/** Noise shows every place at which a sum is rounded. */
function noise(width: number, height: number): Uint8Array {
  const random = randomFrom(width * height)
  return Uint8Array.from({ length: width * height * 3 }, () => random() * 256)
}

async function byLibvips(data: Uint8Array, width: number, height: number): Promise<Uint8Array> {
  const squeezed = await openSharp()(data, { raw: { width, height, channels: 3 } })
    .resize({ width: 256, height: 256, fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer()
  return sketchFrom(squeezed, { width, height }).samples
}

describe('the sketch of a detail is, to the last bit, what libvips’ squeezing makes it', () => {
  it.each([
    [1200, 630],
    [500, 375],
    [512, 288],
    [256, 256],
    [256, 257],
    [257, 256],
    [1023, 1024],
    [1025, 1281],
    [1080, 1350],
    [1535, 260],
    [263, 1535],
    [777, 333],
  ])('%i×%i', async (width, height) => {
    const data = noise(width, height)
    const sketch = sketchOfDetail({ data, width, height, channels: 3 }, { width: 9, height: 7 })
    expect(sketch).toMatchObject({ width: 9, height: 7, opaque: true })
    expect(Buffer.compare(sketch.samples, await byLibvips(data, width, height))).toBe(0)
  })

  it('also when details of other sizes came between', async () => {
    const small = noise(300, 280)
    const first = sketchOfDetail({ data: small, width: 300, height: 280, channels: 3 }, extent)
    const large = noise(1400, 1000)
    sketchOfDetail({ data: large, width: 1400, height: 1000, channels: 3 }, extent)
    const again = sketchOfDetail({ data: small, width: 300, height: 280, channels: 3 }, extent)
    expect(again).toEqual(first)
    expect(Buffer.compare(again.samples, await byLibvips(small, 300, 280))).toBe(0)
  })
})

const extent = { width: 1200, height: 630 }

it.each([
  [{ width: 256, height: 1535, channels: 3 }, true],
  [{ width: 255, height: 600, channels: 3 }, false],
  [{ width: 600, height: 1536, channels: 3 }, false],
  [{ width: 600, height: 600, channels: 4 }, false],
])('%o is left to libvips where the kernels would not do the same', (detail, expected) => {
  expect(isSqueezable(detail)).toBe(expected)
})
