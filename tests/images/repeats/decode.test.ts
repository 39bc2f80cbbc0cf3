import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { pixelsFor, sketchOf } from '../../../src/main/workspace/images/repeats/decode.ts'
import { greyOf } from '../../../src/main/workspace/images/repeats/sketch.ts'
import { open, plain, scene } from '../../support/pictures.ts'
import type { RawPicture } from '../../support/pictures.ts'

const size = { width: 720, height: 480 }
let picture: RawPicture

beforeAll(async () => {
  picture = await scene(51, size)
})

/** Share of bytes that are off by more than the rounding of colour management. */
function unlike(one: Uint8Array, other: Uint8Array): number {
  const off = one.filter((value, at) => Math.abs(value - (other[at] ?? 0)) > 3)
  return one.length === other.length ? off.length / one.length : 1
}

describe('decoding', () => {
  it('gives every pixel of a lossless file as it is', async () => {
    const bytes = await open(picture).png().toBuffer()
    for (const extent of [undefined, size]) {
      expect(Buffer.compare((await pixelsFor(sharp, bytes, extent)).data, picture.data)).toBe(0)
    }
  })

  it('turns a picture upright by its EXIF orientation', async () => {
    const lying = await open(picture).rotate(270).withMetadata({ orientation: 6 }).png().toBuffer()
    const upright = await pixelsFor(sharp, lying)
    expect([upright.width, upright.height]).toEqual([size.width, size.height])
    expect(unlike(upright.data, picture.data)).toBe(0)
    const sketch = await sketchOf(sharp, lying, size)
    const unturned = await sketchOf(sharp, await open(picture).png().toBuffer(), size)
    expect(unlike(sketch.samples, unturned.samples)).toBe(0)
  })

  it.each([
    ['16 bits', () => open(picture).toColourspace('rgb16').png()],
    ['CMYK', () => open(picture).toColourspace('cmyk').jpeg({ quality: 100 })],
    [
      'one channel',
      () =>
        open(plain(size, [70, 70, 70]))
          .toColourspace('b-w')
          .png(),
    ],
  ])('makes 8-bit sRGB of %s', async (_, encode) => {
    const bytes = await encode().toBuffer()
    const { data, channels } = await pixelsFor(sharp, bytes)
    expect([channels, data.length]).toEqual([3, size.width * size.height * 3])
    expect((await sketchOf(sharp, bytes, size)).opaque).toBe(true)
  })

  it('draws what is transparent on mid-grey, and says so', async () => {
    const clear = await sharp({
      create: { ...size, channels: 4, background: { r: 255, g: 255, b: 255, alpha: 0 } },
    })
      .png()
      .toBuffer()
    const sketch = await sketchOf(sharp, clear, size)
    expect(sketch.opaque).toBe(false)
    expect([...new Set(greyOf(sketch))]).toEqual([128])
    expect([...new Set((await pixelsFor(sharp, clear)).data)]).toEqual([128])
  })

  it('refuses damaged bytes and more pixels than allowed', async () => {
    const bytes = await open(picture).jpeg().toBuffer()
    await expect(pixelsFor(sharp, bytes.subarray(0, bytes.length / 2))).rejects.toThrow()
    await expect(sketchOf(sharp, Buffer.from('bukan gambar'), size)).rejects.toThrow()
    const bomb = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="20000" height="20000"></svg>',
    )
    await expect(pixelsFor(sharp, bomb)).rejects.toThrow('pixel limit')
  })
})
