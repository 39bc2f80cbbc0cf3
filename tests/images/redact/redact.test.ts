import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import type { RedactionBox } from '#contract/attachmentRedaction'
import { Sha256 } from '#contract/values'
import { measure } from '../../../src/main/workspace/images/measure/measure.ts'
import { fillBoxes } from '../../../src/main/workspace/images/redact/fillBoxes.ts'
import { redactPicture, RedactedFormat } from '../../../src/main/workspace/images/redact/redact.ts'
import { present } from '../../support/present.ts'
import { open, scene } from '../../support/pictures.ts'
import { animation, secret, shown, telling, withJpegBlocks, withPngTexts } from '../copy/told.ts'

const limits = { megapixels: 100, megabytes: 100 }
const size = { width: 321, height: 203 }
/** Neither on the grid of any format's blocks nor of one size; the last reaches the corner. */
const boxes: readonly RedactionBox[] = [
  { left: 13, top: 21, width: 75, height: 50 },
  { left: 150, top: 3, width: 1, height: 1 },
  { left: 290, top: 180, width: 31, height: 23 },
]

async function redacted(bytes: Buffer, format: RedactedFormat, wanted = boxes) {
  const hash = Sha256.parse(createHash('sha256').update(bytes).digest('hex'))
  const source = { kind: 'bytes', name: 'g', bytes } as const
  return Buffer.from(present(await redactPicture(source, hash, format, wanted, limits)))
}

/** What a file says of persons and places, as it is found in whatever comes in. */
async function readPersonal(bytes: Buffer): Promise<unknown[]> {
  const measured = await measure({ kind: 'bytes', name: 'g', bytes }, limits)
  if (measured.kind !== 'measured') throw new Error(measured.kind)
  return measured.measurement.personal
}

const within = (x: number, y: number, some: readonly RedactionBox[]) =>
  some.some(
    ({ left, top, width, height }) => x >= left && x < left + width && y >= top && y < top + height,
  )

/** The same picture but for what lies in the boxes, which is noise of this seed. */
async function withNoise(seed: number): Promise<Buffer> {
  const { data, info } = await open(await scene(71, size))
    .raw()
    .toBuffer({ resolveWithObject: true })
  let state = seed
  for (let y = 0; y < info.height; y++) {
    for (let x = 0; x < info.width; x++) {
      if (!within(x, y, boxes)) continue
      for (let channel = 0; channel < info.channels; channel++) {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
        data[(y * info.width + x) * info.channels + channel] = state >> 16
      }
    }
  }
  const { width, height, channels } = info
  return sharp(data, { raw: { width, height, channels } }).png().toBuffer()
}

describe('a redacted copy', () => {
  it.each(RedactedFormat.options)(
    'as %s is the same to the byte, whatever lay within its boxes',
    async (format) => {
      const [one, other] = [await withNoise(1), await withNoise(77_777)]
      expect(one.equals(other)).toBe(false)
      const copy = await redacted(one, format)
      expect(copy.equals(await redacted(other, format))).toBe(true)
      // It is a copy of this picture all the same: another scene gives another one.
      const elsewhere = await open(await scene(72, size))
        .png()
        .toBuffer()
      expect(copy.equals(await redacted(elsewhere, format))).toBe(false)
    },
  )

  it('as PNG keeps every pixel beside its boxes, and has black ones within', async () => {
    const original = withPngTexts(await withNoise(5))
    const [before, after] = [await shown(original), await shown(await redacted(original, 'png'))]
    expect(after.length).toBe(before.length)
    for (let at = 0; at < before.length; at += 4) {
      const [x, y] = [(at / 4) % size.width, Math.floor(at / 4 / size.width)]
      const is = [...after.subarray(at, at + 4)]
      const meant = within(x, y, boxes) ? [0, 0, 0, 255] : [...before.subarray(at, at + 4)]
      if (is.join() !== meant.join()) expect({ x, y, is }).toEqual({ x, y, is: meant })
    }
  })

  it.each(['jpeg', 'webp'] as const)('as %s is black within its boxes', async (format) => {
    const photo = open(await scene(73, size))
    const original = await photo[format]({ quality: 95 }).toBuffer()
    const pixels = await shown(await redacted(original, format))
    let lightest = 0
    for (const { left, top, width, height } of boxes.filter((box) => box.width > 1)) {
      // What lies at the very edge shares a block with its neighbours, which were black already.
      for (let y = top + 1; y < top + height - 1; y++) {
        for (let x = left + 1; x < left + width - 1; x++) {
          const at = (y * size.width + x) * 4
          lightest = Math.max(lightest, ...pixels.subarray(at, at + 3))
        }
      }
    }
    expect(lightest).toBeLessThan(48)
  })

  it('of a photo that lies on its side is upright, and its boxes are where they were seen', async () => {
    const photo = telling(open(await scene(74, size)))
    const original = withJpegBlocks(await photo.jpeg({ quality: 95 }).toBuffer())
    expect(await readPersonal(original)).not.toEqual([])
    expect(original.includes(secret)).toBe(true)
    const box = { left: 20, top: 200, width: 60, height: 90 }
    const copy = await redacted(original, 'jpeg', [box])
    const header = await sharp(copy).metadata()
    expect([header.width, header.height]).toEqual([size.height, size.width])
    expect([header.orientation, header.exif, header.xmp, header.iptc, header.icc]).toEqual(
      Array.from({ length: 5 }, () => undefined),
    )
    expect(copy.includes(secret)).toBe(false)
    expect(await readPersonal(copy)).toEqual([])
    const { data } = await sharp(copy).raw().toBuffer({ resolveWithObject: true })
    const grey = (x: number, y: number) => data[(y * size.height + x) * 3] ?? 255
    expect(grey(50, 245)).toBeLessThan(12)
  })

  it('of an animation has its first frame and none behind', async () => {
    const original = await animation(3).webp({ lossless: true }).toBuffer()
    const copy = await redacted(original, 'webp', [{ left: 0, top: 0, width: 5, height: 5 }])
    expect((await sharp(copy).metadata()).pages ?? 1).toBe(1)
  })

  it('is opaque where it was see-through', async () => {
    const clear = sharp({
      create: { width: 40, height: 30, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0 } },
    })
    const box = { left: 4, top: 5, width: 6, height: 7 }
    const pixels = await shown(await redacted(await clear.png().toBuffer(), 'png', [box]))
    expect([...pixels.subarray((5 * 40 + 4) * 4, (5 * 40 + 4) * 4 + 4)]).toEqual([0, 0, 0, 255])
    expect(pixels[3]).toBe(0)
  })

  it('is not made of bytes that are not those that were kept', async () => {
    const bytes = await withNoise(9)
    const other = Sha256.parse('0'.repeat(64))
    const source = { kind: 'bytes', name: 'g', bytes } as const
    expect(await redactPicture(source, other, 'png', boxes, limits)).toBeNull()
    const broken = Buffer.from('tiada gambar')
    const hash = Sha256.parse(createHash('sha256').update(broken).digest('hex'))
    const none = { kind: 'bytes', name: 'g', bytes: broken } as const
    expect(await redactPicture(none, hash, 'png', boxes, limits)).toBeNull()
  })
})

it('boxes over an edge are cut off there', () => {
  const data = Buffer.alloc(4 * 3 * 3, 200)
  fillBoxes({ data, width: 4, height: 3, channels: 3 }, [
    { left: 3, top: 2, width: 9, height: 9 },
    { left: 9, top: 0, width: 2, height: 2 },
  ])
  expect([...data].filter((level) => level === 0)).toHaveLength(3)
  expect([...data.subarray(33)]).toEqual([0, 0, 0])
})
