import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import sharp from 'sharp'
import type { Exif } from 'sharp'
import { describe, expect, it } from 'vitest'
import { exifFacts } from '../../../src/main/workspace/images/measure/exif.ts'
import { Measurement } from '../../../src/main/workspace/images/measure/measurement.ts'
import { pixelsHash } from '../../../src/main/workspace/images/measure/pixels.ts'
import { preview } from '../../../src/main/workspace/images/measure/preview.ts'
import { hashOf } from '../../../src/main/workspace/images/measure/read.ts'
import { defaultSizeRules } from '../../../src/main/workspace/images/rules/defaults.ts'
import { drawing, jpeg, png } from '../folder.ts'
import { measured } from './measuring.ts'

const { limits } = defaultSizeRules

describe('what is measured of a picture', () => {
  it('is everything the rules ask about, and survives being stored as JSON', async () => {
    const bytes = await jpeg(1200, 630)
    const { measurement } = await measured('a.jpg', bytes)
    expect(measurement).toEqual({
      name: 'a.jpg',
      nameReadable: true,
      format: 'jpeg',
      width: 1200,
      height: 630,
      byteSize: bytes.length,
      bytesHash: createHash('sha256').update(bytes).digest('hex'),
      pages: 1,
      animated: false,
      colour: 'rgb',
      bitsPerChannel: 8,
      transparent: false,
      fromCamera: false,
      hasLocation: false,
      blank: false,
      personal: [],
      taken: { at: null, place: null },
      // What these two hold has tests of its own.
      look: expect.any(String) as string,
      quality: expect.anything() as object,
    })
    expect(Measurement.parse(JSON.parse(JSON.stringify(measurement)))).toEqual(measurement)
  })

  it.each(['jpeg', 'png', 'webp', 'gif', 'tiff', 'avif'] as const)(
    'the format is that of the content: %s',
    async (format) => {
      const bytes = await drawing(640, 400).toFormat(format).toBuffer()
      const { measurement } = await measured('x.bin', bytes)
      expect(measurement).toMatchObject({ format, width: 640, height: 400, pages: 1 })
    },
  )

  it('the size is the one seen after EXIF rotation', async () => {
    const bytes = await drawing(450, 600).jpeg().withMetadata({ orientation: 6 }).toBuffer()
    const { measurement, thumbnail } = await measured('a.jpg', bytes)
    expect(measurement).toMatchObject({ width: 600, height: 450 })
    expect(await sharp(thumbnail.bytes).metadata()).toMatchObject({ width: 320, height: 240 })
  })

  it('CMYK is told, and shown in sRGB', async () => {
    const bytes = await drawing(600, 400).toColourspace('cmyk').jpeg().toBuffer()
    const { measurement, thumbnail } = await measured('a.jpg', bytes)
    expect(measurement.colour).toBe('cmyk')
    expect((await sharp(thumbnail.bytes).metadata()).space).toBe('srgb')
  })

  it('16 bits per channel and grey are told', async () => {
    const deep = await drawing(600, 400).toColourspace('rgb16').png().toBuffer()
    expect((await measured('a.png', deep)).measurement).toMatchObject({
      bitsPerChannel: 16,
      colour: 'rgb',
    })
    const grey = await drawing(600, 400).toColourspace('b-w').png().toBuffer()
    expect((await measured('a.png', grey)).measurement).toMatchObject({
      bitsPerChannel: 8,
      colour: 'grey',
    })
  })

  it.each(['gif', 'webp'] as const)('frames of an animated %s are counted', async (format) => {
    const frames = await Promise.all([1, 2, 3].map((seed) => png(300, 200, seed)))
    const bytes = await sharp(frames, { join: { animated: true } })
      .toFormat(format)
      .toBuffer()
    expect((await measured(`a.${format}`, bytes)).measurement).toMatchObject({
      width: 300,
      height: 200,
      pages: 3,
      animated: true,
    })
  })

  it('an animated PNG is told by its control chunk', async () => {
    const still = await png(64, 64)
    const control = Buffer.alloc(20)
    control.writeUInt32BE(8, 0)
    control.write('acTL', 4, 'latin1')
    control.writeUInt32BE(2, 8)
    control.writeUInt32BE(crc32(control.subarray(4, 16)), 16)
    // After the signature (8 bytes) and the header chunk (25 bytes).
    const bytes = Buffer.concat([still.subarray(0, 33), control, still.subarray(33)])
    expect((await measured('a.png', bytes)).measurement).toMatchObject({
      format: 'png',
      animated: true,
    })
  })

  it('pages of a TIFF are counted and the first one is measured', async () => {
    const pages = await Promise.all([1, 2].map((seed) => png(300, 200, seed)))
    const bytes = await sharp(pages, { join: { animated: true } })
      .tiff()
      .toBuffer()
    expect((await measured('a.tif', bytes)).measurement).toMatchObject({
      width: 300,
      height: 200,
      pages: 2,
      animated: false,
    })
  })

  it('one flat colour is blank; a faint drawing, or white on nothing, is not', async () => {
    const flat = { width: 300, height: 200, channels: 4 as const }
    const blank = async (bytes: Buffer) => (await measured('a.png', bytes)).measurement.blank
    const white = sharp({ create: { ...flat, background: '#fff' } })
    expect(await blank(await white.clone().png().toBuffer())).toBe(true)
    expect(await blank(await white.clone().jpeg({ quality: 40 }).toBuffer())).toBe(true)
    const nothing = sharp({ create: { ...flat, background: '#0000' } })
    expect(await blank(await nothing.clone().png().toBuffer())).toBe(true)
    const mark = await sharp({
      create: { width: 60, height: 60, channels: 4, background: '#fff' },
    })
      .png()
      .toBuffer()
    expect(
      await blank(
        await nothing
          .composite([{ input: mark }])
          .png()
          .toBuffer(),
      ),
    ).toBe(false)
    const faint = Buffer.from(
      '<svg width="300" height="200"><rect width="99" height="99" fill="#f8f8f8"/></svg>',
    )
    expect(
      await blank(
        await white
          .composite([{ input: faint }])
          .png()
          .toBuffer(),
      ),
    ).toBe(false)
  })
})

describe('EXIF', () => {
  it('tells a camera and a place', async () => {
    const plain = await jpeg(64, 64)
    const withExif = (exif: Exif) => sharp(plain).withExif(exif).jpeg().toBuffer()
    const facts = async (bytes: Buffer) => {
      const { fromCamera, hasLocation } = (await measured('a.jpg', bytes)).measurement
      return { fromCamera, hasLocation }
    }
    expect(await facts(plain)).toEqual({ fromCamera: false, hasLocation: false })
    expect(await facts(await withExif({ IFD0: { Software: 'Editor' } }))).toEqual({
      fromCamera: false,
      hasLocation: false,
    })
    expect(await facts(await withExif({ IFD0: { Make: 'Contoh', Model: 'Satu' } }))).toEqual({
      fromCamera: true,
      hasLocation: false,
    })
    expect(await facts(await withExif({ IFD2: { ExposureTime: '1/60' } }))).toEqual({
      fromCamera: true,
      hasLocation: false,
    })
    const place = { GPSLatitudeRef: 'N', GPSLatitude: '3/1 9/1 0/1' }
    expect(await facts(await withExif({ IFD3: place }))).toEqual({
      fromCamera: false,
      hasLocation: true,
    })
  })

  it('thumbnails and previews carry none of it', async () => {
    const place = { GPSLatitudeRef: 'N', GPSLatitude: '3/1 9/1 0/1' }
    const bytes = await drawing(2000, 1000).withExif({ IFD3: place }).jpeg().toBuffer()
    const { thumbnail } = await measured('a.jpg', bytes)
    const shown = await preview({ kind: 'bytes', name: 'a.jpg', bytes }, null, 1600, limits)
    for (const picture of [thumbnail.bytes, shown?.bytes ?? new Uint8Array()]) {
      const { exif, xmp, icc } = await sharp(picture).metadata()
      expect({ exif, xmp, icc }).toEqual({ exif: undefined, xmp: undefined, icc: undefined })
    }
  })

  it('that makes no sense says nothing', async () => {
    const { exif } = await sharp(
      await sharp(await jpeg(64, 64))
        .withExif({ IFD0: { Make: 'A', Model: 'B' } })
        .jpeg()
        .toBuffer(),
    ).metadata()
    const whole = exif ?? Buffer.alloc(0)
    expect(exifFacts(whole).fromCamera).toBe(true)
    for (let length = 0; length < whole.length; length++) exifFacts(whole.subarray(0, length))
    for (let at = 0; at < whole.length; at++) {
      const bent = Buffer.from(whole)
      bent[at] = 0xff
      exifFacts(bent)
    }
    expect(exifFacts(Buffer.alloc(64, 0xff))).toEqual({ fromCamera: false, hasLocation: false })
  })
})

describe('the preview', () => {
  it('is at most as wide as asked for, upright, and only of the bytes that were measured', async () => {
    const bytes = await drawing(1000, 2400).jpeg().withMetadata({ orientation: 6 }).toBuffer()
    const source = { kind: 'bytes', name: 'a.jpg', bytes } as const
    const shown = await preview(source, hashOf(bytes), 1600, limits)
    expect(shown).toMatchObject({ width: 1600, height: 667, contentType: 'image/jpeg' })
    expect(await preview(source, hashOf(Buffer.from('other')), 1600, limits)).toBeNull()
    const small = { kind: 'bytes', name: 'a.jpg', bytes: await jpeg(300, 200) } as const
    expect(await preview(small, null, 1600, limits)).toMatchObject({ width: 300, height: 200 })
    const broken = { kind: 'bytes', name: 'a.jpg', bytes: bytes.subarray(0, 5_000) } as const
    expect(await preview(broken, null, 1600, limits)).toBeNull()
  })
})

describe('the hash of what is seen', () => {
  const hashed = (bytes: Uint8Array) =>
    pixelsHash({ kind: 'bytes', name: 'a', bytes }, hashOf(bytes), limits)

  it('is the same for the same pixels in another format, with other metadata, with a tail', async () => {
    const first = await jpeg()
    const hash = await hashed(first)
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(await hashed(await sharp(first).png().toBuffer())).toBe(hash)
    expect(await hashed(await sharp(first).webp({ lossless: true }).toBuffer())).toBe(hash)
    expect(await hashed(await sharp(first).ensureAlpha().png().toBuffer())).toBe(hash)
    expect(await hashed(Buffer.concat([first, Buffer.from('tail')]))).toBe(hash)
  })

  it('is another one as soon as one pixel is one level off', async () => {
    const first = await png(300, 200)
    const { data, info } = await sharp(first).raw().toBuffer({ resolveWithObject: true })
    data[12_345] = (data[12_345] ?? 0) ^ 1
    const { width, height, channels } = info
    const other = await sharp(data, { raw: { width, height, channels } }).png().toBuffer()
    expect(await hashed(other)).not.toBe(await hashed(first))
  })

  it('cannot be told of animations, changed or damaged files', async () => {
    const frames = await Promise.all([1, 2].map((seed) => png(64, 64, seed)))
    const moving = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer()
    expect(await hashed(moving)).toBeNull()
    const whole = await jpeg()
    expect(await hashed(whole.subarray(0, -2))).toBeNull()
    const source = { kind: 'bytes', name: 'a', bytes: whole } as const
    expect(await pixelsHash(source, hashOf(Buffer.from('x')), limits)).toBeNull()
  })
})
