import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { pixelsFor } from '../../../src/main/workspace/images/repeats/decode.ts'
import { jpegOptionsFor } from '../../../src/main/workspace/images/repeats/jpegQuality.ts'
import { jpegCodingOf } from '../../../src/main/workspace/images/repeats/jpegTables.ts'
import { meanOff } from '../../../src/main/workspace/images/repeats/meanOff.ts'
import { savedLike } from '../../../src/main/workspace/images/repeats/savedLike.ts'
import { open, scene } from '../../support/pictures.ts'
import type { RawPicture } from '../../support/pictures.ts'

let photo: RawPicture

beforeAll(async () => {
  photo = await scene(61, { width: 480, height: 320 })
})

describe('how a JPEG was saved', () => {
  it.each([
    [{ quality: 60 }, { quality: 60, chromaSubsampling: '4:2:0' }],
    [
      { quality: 95, chromaSubsampling: '4:4:4' },
      { quality: 95, chromaSubsampling: '4:4:4' },
    ],
    [
      { quality: 40, progressive: true },
      { quality: 40, chromaSubsampling: '4:2:0' },
    ],
    [
      { quality: 73, mozjpeg: true },
      { quality: 73, mozjpeg: true, chromaSubsampling: '4:2:0' },
    ],
  ])('%j', async (options, expected) => {
    const coding = jpegCodingOf(await open(photo).jpeg(options).toBuffer())
    expect(coding && (await jpegOptionsFor(sharp, coding))).toEqual(expected)
  })

  it('is not read from what is no JPEG, or breaks off', async () => {
    expect(jpegCodingOf(await open(photo).png().toBuffer())).toBeNull()
    const bytes = await open(photo).jpeg().toBuffer()
    for (const length of [0, 1, 2, 3, 25, 60, 150]) {
      expect(jpegCodingOf(bytes.subarray(0, length))).toBeNull()
    }
  })

  it('is said of a grey-scale file without colour', async () => {
    const coding = jpegCodingOf(await open(photo).toColourspace('b-w').jpeg().toBuffer())
    expect([coding?.colour, coding?.grey.length]).toEqual([null, 64])
  })
})

/** How far the last guess is from the file, and how many guesses there were. */
async function guessed(file: Buffer): Promise<[number, number]> {
  const own = await pixelsFor(sharp, file)
  let [off, guesses] = [Infinity, 0]
  for await (const pixels of savedLike(sharp, { bytes: file, pixels: own }, photo)) {
    off = meanOff(pixels, own)
    guesses++
  }
  return [off, guesses]
}

describe('other pixels, saved like a file of the same picture, are the file', () => {
  it.each<[string, (picture: Sharp) => Promise<Buffer>]>([
    ['JPEG q60', (picture) => picture.jpeg({ quality: 60 }).toBuffer()],
    ['mozjpeg q60', (picture) => picture.jpeg({ quality: 60, mozjpeg: true }).toBuffer()],
    ['WebP q80', (picture) => picture.webp().toBuffer()],
    ['WebP q66', (picture) => picture.webp({ quality: 66 }).toBuffer()],
    ['AVIF', (picture) => picture.avif().toBuffer()],
    ['AVIF q58, quickly', (picture) => picture.avif({ quality: 58, effort: 2 }).toBuffer()],
    [
      'JPEG q83, then q60',
      async (picture) =>
        sharp(await picture.jpeg({ quality: 83 }).toBuffer())
          .jpeg({ quality: 60 })
          .toBuffer(),
    ],
  ])('%s', async (_, save) => {
    const [off] = await guessed(await save(open(photo)))
    expect(off).toBeLessThan(0.02)
  })

  it('but not of another picture', async () => {
    const other = await scene(62, { width: 480, height: 320 })
    const [off] = await guessed(await open(other).jpeg({ quality: 60 }).toBuffer())
    expect(off).toBeGreaterThan(5)
  })

  it.each<[string, (picture: Sharp) => Promise<Buffer>]>([
    ['a PNG', (picture) => picture.png().toBuffer()],
    ['a lossless WebP', (picture) => picture.webp({ lossless: true }).toBuffer()],
    [
      'a JPEG turned by EXIF',
      (picture) => picture.rotate(90).jpeg().withMetadata({ orientation: 8 }).toBuffer(),
    ],
  ])('and nothing is guessed of %s', async (_, save) => {
    expect((await guessed(await save(open(photo))))[1]).toBe(0)
  })
})
