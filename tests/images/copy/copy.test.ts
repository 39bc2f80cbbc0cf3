import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { Sha256 } from '#contract/values'
import { copyPicture } from '../../../src/main/workspace/images/copy/copy.ts'
import { copyFormatOf, type CopyFormat } from '../../../src/main/workspace/images/copy/format.ts'
import { PictureFormat } from '../../../src/main/workspace/images/measure/measurement.ts'
import { jpegQuality } from '../../../src/main/workspace/images/quality/compression.ts'
import { open, scene } from '../../support/pictures.ts'
import {
  animation,
  apart,
  secret,
  shown,
  telling,
  withGifComment,
  withJpegBlocks,
  withPngTexts,
} from './told.ts'

const limits = { megapixels: 100, megabytes: 100 }

async function copied(bytes: Buffer, format: CopyFormat) {
  const hash = Sha256.parse(createHash('sha256').update(bytes).digest('hex'))
  const outcome = await copyPicture({ kind: 'bytes', name: 'g', bytes }, hash, format, limits)
  if (outcome.kind === 'failed') throw new Error(outcome.why)
  return outcome
}

const size = { width: 640, height: 400 }
const photo = async (seed: number) => open(await scene(seed, size))
/** A logo with soft edges on nothing. */
const clear = () => {
  const circle = '<circle cx="200" cy="120" r="90" fill="#0b3d91" fill-opacity="0.6"/>'
  return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${dimensions}>${circle}</svg>`))
}
const dimensions = 'width="400" height="240"'

interface Row {
  readonly from: string
  readonly to: CopyFormat
  readonly bytes: () => Promise<Buffer>
  /** Mean difference of levels at most; 0: every pixel is the same. */
  readonly within: number
  readonly size: readonly [number, number]
}

/** Every format that is kept, with all that it can say of persons and places. */
const rows: readonly Row[] = [
  {
    ...{ from: 'a photo lying on its side', to: 'jpeg', within: 1.5, size: [400, 640] },
    bytes: async () =>
      withJpegBlocks(
        await telling(await photo(51))
          .jpeg({ quality: 95 })
          .toBuffer(),
      ),
  },
  {
    ...{ from: 'a mirrored photo in wide colours', to: 'jpeg', within: 1.5, size: [640, 400] },
    bytes: async () =>
      telling(await photo(52), 2)
        .withIccProfile('p3')
        .jpeg({ quality: 90 })
        .toBuffer(),
  },
  {
    ...{ from: 'a JPEG in the colours of print', to: 'jpeg', within: 2.5, size: [640, 400] },
    bytes: async () =>
      telling(await photo(53), 1)
        .withIccProfile('cmyk')
        .toColourspace('cmyk')
        .jpeg({ quality: 95 })
        .toBuffer(),
  },
  {
    ...{ from: 'a PNG with texts', to: 'png', within: 0, size: [400, 640] },
    bytes: async () =>
      withPngTexts(
        await telling(await photo(54))
          .png()
          .toBuffer(),
      ),
  },
  {
    ...{ from: 'a see-through PNG', to: 'png', within: 0, size: [400, 240] },
    bytes: async () => withPngTexts(await clear().png().toBuffer()),
  },
  {
    ...{ from: 'a lossy WebP', to: 'webp', within: 2.5, size: [400, 640] },
    bytes: async () =>
      telling(await photo(55))
        .webp({ quality: 85 })
        .toBuffer(),
  },
  {
    ...{ from: 'a lossless WebP', to: 'webp', within: 0, size: [240, 400] },
    bytes: () => telling(clear()).webp({ lossless: true }).toBuffer(),
  },
  {
    ...{ from: 'an animated WebP', to: 'webp', within: 0, size: [120, 80] },
    bytes: () =>
      telling(animation(4), 1)
        .webp({ lossless: true, delay: [100, 200, 300, 400], loop: 3 })
        .toBuffer(),
  },
  {
    ...{ from: 'an animated GIF', to: 'gif', within: 0, size: [120, 80] },
    bytes: async () =>
      withGifComment(
        await animation(4)
          .gif({ delay: [100, 200, 300, 400], loop: 3 })
          .toBuffer(),
      ),
  },
  {
    ...{ from: 'an AVIF', to: 'jpeg', within: 1.5, size: [400, 640] },
    bytes: async () =>
      telling(await photo(56))
        .avif({ quality: 60, effort: 0 })
        .toBuffer(),
  },
  {
    ...{ from: 'a see-through AVIF', to: 'png', within: 0, size: [400, 240] },
    bytes: () => telling(clear(), 1).avif({ effort: 0 }).toBuffer(),
  },
  {
    ...{ from: 'a TIFF', to: 'png', within: 0, size: [400, 640] },
    bytes: async () =>
      telling(await photo(57))
        .tiff({ compression: 'lzw' })
        .toBuffer(),
  },
  {
    ...{ from: 'an SVG', to: 'png', within: 0, size: [400, 240] },
    bytes: () =>
      Promise.resolve(
        Buffer.from(
          `<svg xmlns="http://www.w3.org/2000/svg" ${dimensions}><!-- ${secret} -->` +
            `<metadata>${secret}</metadata><rect width="300" height="90" fill="#c00"/></svg>`,
        ),
      ),
  },
]

describe('a copy of', () => {
  it.each(rows)('$from shows the same picture upright', async ({ bytes, to, within, size }) => {
    const original = await bytes()
    const copy = await copied(original, to)
    const { width, height, pageHeight, format, space } = await sharp(copy.bytes).metadata()
    expect([width, pageHeight ?? height, format, space]).toEqual([...size, to, 'srgb'])
    const { most, mean } = apart(await shown(copy.bytes), await shown(original))
    expect(mean).toBeLessThanOrEqual(within)
    if (within === 0) expect(most).toBe(0)
    expect(copy.manner).toBe('again')
  })

  it.each(rows)('$from says nothing but the picture', async ({ bytes, to }) => {
    const original = await bytes()
    expect(original.includes(secret)).toBe(true)
    const copy = Buffer.from((await copied(original, to)).bytes)
    const said = await sharp(copy).metadata()
    const { exif, xmp, iptc, icc, tifftagPhotoshop, orientation, comments } = said
    expect([exif, xmp, iptc, icc, tifftagPhotoshop, orientation, comments]).toEqual(
      Array.from({ length: 7 }, () => undefined),
    )
    // And by the bytes themselves, whatever a reader makes of them.
    const text = copy.toString('latin1')
    const traces = [
      'Exif',
      'EXIF',
      'eXIf',
      'xmp',
      'XMP ',
      'Photoshop',
      'ICC_PROFILE',
      'iCCP',
      'ICCP',
    ]
    for (const trace of [secret, 'Canon', 'GPS', 'tEXt', 'zTXt', 'iTXt', 'tIME', ...traces]) {
      expect(text.includes(trace), trace).toBe(false)
    }
  })

  it('an animation keeps its frames, their times and how often it runs', async () => {
    for (const { bytes, to } of rows.filter(({ from }) => from.startsWith('an animated'))) {
      const { pages, delay, loop } = await sharp((await copied(await bytes(), to)).bytes, {
        animated: true,
      }).metadata()
      expect([pages, delay, loop]).toEqual([4, [100, 200, 300, 400], 3])
    }
  })

  it('several pages is the first, and says so', async () => {
    const pages = await animation(3).tiff().toBuffer()
    expect((await sharp(pages).metadata()).pages).toBe(3)
    const copy = await copied(pages, 'png')
    expect(copy.manner).toBe('first-frame')
    expect(await shown(copy.bytes)).toEqual(
      await sharp(pages, { page: 0 }).ensureAlpha().raw().toBuffer(),
    )
  })

  it('16 bits keeps them', async () => {
    const levels = Uint16Array.from({ length: 64 * 48 * 3 }, (_, at) => (at * 977) % 65_536)
    const deep = await sharp(levels, { raw: { width: 64, height: 48, channels: 3 } })
      .toColourspace('rgb16')
      .png()
      .toBuffer()
    const copy = await copied(deep, 'png')
    const raw = (bytes: Uint8Array) => sharp(bytes).raw({ depth: 'ushort' }).toBuffer()
    expect((await sharp(copy.bytes).metadata()).depth).toBe('ushort')
    expect((await raw(copy.bytes)).equals(await raw(deep))).toBe(true)
  })
})

describe('the quality of a JPEG', () => {
  it.each([
    [60, 92],
    [92, 92],
    [97, 97],
  ])('saved at %i is %i in the copy', async (before, after) => {
    const original = await (await photo(58)).jpeg({ quality: before }).toBuffer()
    const copy = await copied(original, 'jpeg')
    expect(jpegQuality(copy.bytes)).toBe(after)
    expect((await sharp(copy.bytes).metadata()).chromaSubsampling).toBe('4:4:4')
  })
})

it('is not made of other bytes than were kept, nor of damaged ones', async () => {
  const bytes = await (await photo(59)).jpeg().toBuffer()
  const other = Sha256.parse('0'.repeat(64))
  const source = { kind: 'bytes', name: 'g', bytes } as const
  expect(await copyPicture(source, other, 'jpeg', limits)).toEqual({
    ...{ kind: 'failed', why: 'changed' },
  })
  const half = bytes.subarray(0, bytes.length / 2)
  await expect(copied(half, 'jpeg')).rejects.toThrow('unreadable')
})

it('is of a format that can be expected to open', () => {
  const formats = PictureFormat.options.map((format) => [
    format,
    copyFormatOf(format, false),
    copyFormatOf(format, true),
  ])
  expect(formats).toEqual([
    ['jpeg', 'jpeg', 'jpeg'],
    ['png', 'png', 'png'],
    ['webp', 'webp', 'webp'],
    ['gif', 'gif', 'gif'],
    ['tiff', 'png', 'png'],
    ['avif', 'jpeg', 'png'],
    ['svg', 'png', 'png'],
  ])
})
