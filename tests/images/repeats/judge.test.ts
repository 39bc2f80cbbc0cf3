import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { drawPoster, open, plain, posterText, scene } from '../../support/pictures.ts'
import type { RawPicture } from '../../support/pictures.ts'
import { judged, relationOf, see } from './seen.ts'

const size = { width: 1_600, height: 1_000 }
let photo: RawPicture
let poster: RawPicture

function png(picture: RawPicture | Sharp): Promise<Buffer> {
  const opened = 'channels' in picture ? open(picture) : picture
  return opened.png({ compressionLevel: 1 }).toBuffer()
}

function jpeg(picture: Sharp, quality = 85): Promise<Buffer> {
  return picture.jpeg({ quality }).toBuffer()
}

async function verdict(kept: Uint8Array, questioned: Uint8Array) {
  const judgement = await judged(await see(kept), await see(questioned))
  return judgement && [judgement.relation, judgement.doubt, judgement.mirrored]
}

beforeAll(async () => {
  photo = await scene(41, size)
  poster = await drawPoster({ template: 'table', style: 1, textSize: 24, text: posterText(3, 5) })
})

describe('a copy is rejected when nothing but the encoding differs', () => {
  it.each<[string, string, (picture: Sharp) => Promise<Buffer>]>([
    [
      'a PNG with other metadata',
      'identical-pixels',
      (picture) =>
        picture
          .withExif({ IFD0: { Copyright: 'JKR' } })
          .png()
          .toBuffer(),
    ],
    [
      'a lossless WebP',
      'identical-pixels',
      (picture) => picture.webp({ lossless: true }).toBuffer(),
    ],
    [
      'a TIFF',
      'identical-pixels',
      (picture) => picture.tiff({ compression: 'deflate' }).toBuffer(),
    ],
    ['a JPEG q90', 'certain', (picture) => jpeg(picture, 90)],
    ['a JPEG q60', 'certain', (picture) => jpeg(picture, 60)],
    ['a WebP', 'certain', (picture) => picture.webp().toBuffer()],
  ])('%s', async (_, expected, encode) => {
    for (const picture of [photo, poster]) {
      const original = await png(picture)
      const copy = await encode(open(picture))
      expect(await verdict(original, copy)).toEqual([expected, null, false])
      expect(await verdict(copy, original)).toEqual([expected, null, false])
    }
  })
})

describe('a copy that someone worked on', () => {
  it.each<[string, [string, string | null, boolean], (picture: Sharp) => Sharp]>([
    ['mirrored', ['certain', null, true], (picture) => picture.flop()],
    ['slightly smaller', ['certain', null, false], (picture) => picture.resize(1_280, 800)],
    ['much smaller', ['likely', 'small', false], (picture) => picture.resize(800, 500)],
    [
      'cropped slightly',
      ['certain', null, false],
      (picture) => picture.extract({ left: 41, top: 23, width: 1_520, height: 950 }),
    ],
    [
      'cropped 10 %',
      ['likely', 'cropped', false],
      (picture) => picture.extract({ left: 160, top: 100, width: 1_280, height: 800 }),
    ],
    [
      'cropped and enlarged again',
      ['likely', 'reshaped', false],
      (picture) =>
        picture.extract({ left: 80, top: 50, width: 1_440, height: 900 }).resize(1_600, 1_000),
    ],
    ['slightly darker', ['certain', null, false], (picture) => picture.linear(0.92, 0)],
    ['much darker', ['likely', 'changed', false], (picture) => picture.linear(0.6, 0)],
    ['in grey', ['likely', 'changed', false], (picture) => picture.greyscale()],
  ])('%s', async (_, expected, change) => {
    expect(await verdict(await png(photo), await jpeg(change(open(photo))))).toEqual(expected)
  })

  it('is not rejected when the kept one is the crop: the full picture shows more', async () => {
    const part = open(photo).extract({ left: 41, top: 23, width: 1_520, height: 950 })
    expect((await verdict(await jpeg(part), await png(photo)))?.[0]).toBe('likely')
  })

  it('is outlined where it differs', async () => {
    const mark = {
      input: await png(plain({ width: 60, height: 40 }, [200, 30, 30])),
      left: 400,
      top: 300,
    }
    const marked = await jpeg(open(photo).composite([mark]))
    const judgement = await judged(await see(await png(photo)), await see(marked))
    expect(judgement?.relation).toBe('likely')
    const [region] = judgement?.changedBlocks ?? []
    expect(region?.x).toBeCloseTo(400 / 1_600, 1)
    expect(region?.y).toBeCloseTo(300 / 1_000, 1)
  })
})

describe('in doubt a person decides', () => {
  it('when there is transparency or another frame behind what is seen', async () => {
    const flat = await png(photo)
    const opacity = plain(size, [200, 200, 200])
    const clear = await open(photo)
      .joinChannel(Buffer.from(opacity.data.subarray(0, size.width * size.height)), {
        raw: { ...size, channels: 1 },
      })
      .png({ compressionLevel: 1 })
      .toBuffer()
    const clearly = await verdict(clear, clear)
    expect(clearly).toEqual(['likely', 'has-more', false])
    const frames = await sharp([flat, await png(open(photo).flop())], {
      join: { animated: true },
    })
      .webp({ lossless: true, effort: 0 })
      .toBuffer()
    expect(await verdict(flat, frames)).toEqual(['likely', 'has-more', false])
  })

  it('when an opaque alpha channel is all that differs, nothing is in doubt', async () => {
    const withAlpha = await png(open(photo).ensureAlpha())
    expect(await verdict(await png(photo), withAlpha)).toEqual(['identical-pixels', null, false])
  })

  it('when there is too little to see', async () => {
    const speck = {
      input: await png(plain({ width: 20, height: 20 }, [0, 0, 0])),
      left: 700,
      top: 500,
    }
    const nearlyBlank = () => open(plain(size)).composite([speck])
    const softened = await jpeg(sharp(await png(nearlyBlank())).blur(0.6), 70)
    expect(await verdict(await png(nearlyBlank()), softened)).toEqual(['likely', 'plain', false])
  })

  it('when the pictures are small, though equal pixels stay equal', async () => {
    const little = open(photo).resize(600, 375)
    const bytes = await png(little)
    expect(await relationOf(bytes, await png(sharp(bytes).withMetadata({ density: 300 })))).toBe(
      'identical-pixels',
    )
    const larger = await jpeg(sharp(bytes).resize(900, 563), 90)
    expect(await verdict(bytes, larger)).toEqual(['likely', 'small', false])
  })
})

describe('odd shapes are judged without failing', () => {
  it.each([
    [{ width: 1, height: 1 }],
    [{ width: 3, height: 2 }],
    [{ width: 1, height: 20_000 }],
    [{ width: 20_000, height: 1 }],
    [{ width: 9, height: 1_700 }],
  ])('%j', async (shape) => {
    const white = await png(plain(shape))
    expect(await relationOf(white, white)).toBe('identical-pixels')
    expect(await relationOf(white, await png(plain(shape, [20, 20, 20])))).toBe('different')
    expect(await relationOf(white, await png(photo))).toBe('different')
  })

  it('a column of noise against itself, re-encoded', async () => {
    const shape = { width: 9, height: 1_700 }
    const noise = { ...plain(shape), data: photo.data.slice(0, 9 * 1_700 * 3) }
    expect(['certain', 'likely']).toContain(
      await relationOf(await png(noise), await jpeg(open(noise), 95)),
    )
  })
})
