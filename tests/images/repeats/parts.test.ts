import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { sketchOf } from '../../../src/main/workspace/images/repeats/decode.ts'
import { PartIndex } from '../../../src/main/workspace/images/repeats/parts/partIndex.ts'
import { partBytes, partsOf } from '../../../src/main/workspace/images/repeats/parts/parts.ts'
import { box, svg } from '../../support/drawing.ts'
import { open, scene } from '../../support/pictures.ts'
import { present } from '../../support/present.ts'

const poster = { width: 1200, height: 630 }
const photoSize = { width: 1600, height: 1000 }

async function partsIn(bytes: Buffer) {
  const { width, height } = await sharp(bytes).metadata()
  const sketch = await sketchOf(sharp, bytes, { width, height })
  return { parts: partsOf(sketch), extent: { width, height } }
}

async function photo(seed: number): Promise<Buffer> {
  return open(await scene(seed, photoSize))
    .jpeg({ quality: 92 })
    .toBuffer()
}

const card = (x: number, y: number, width: number, height: number) =>
  Buffer.from(svg(poster, box(x, y, width, height, '#f3f4f6')))

/** The photo over the whole poster, its upper and lower edge cut, and something on top of it. */
async function covered(bytes: Buffer, on: Buffer): Promise<Buffer> {
  return sharp(bytes)
    .resize({ ...poster, fit: 'cover' })
    .composite([{ input: on }])
    .jpeg({ quality: 85 })
    .toBuffer()
}

/** The photo as a picture on the poster's paper. */
async function inset(bytes: Buffer, left: number, top: number, size: typeof poster) {
  const input = await sharp(bytes)
    .resize({ ...size, fit: 'cover' })
    .png()
    .toBuffer()
  return sharp({ create: { ...poster, channels: 3, background: '#fff3b0' } })
    .composite([{ input, left, top }])
    .jpeg({ quality: 85 })
    .toBuffer()
}

/** Where a photo shown `wide` pixels wide, its corner at (left, top), lies in the poster. */
function placed(left: number, top: number, wide: number) {
  const high = (wide * photoSize.height) / photoSize.width
  return {
    scaleX: wide / poster.width,
    scaleY: high / poster.height,
    shiftX: left / poster.width,
    shiftY: top / poster.height,
  }
}

// Covering 1200×630, the photo is 1200×750, of which 60 px are cut above and below.
const whole = placed(0, -60, 1200)

describe('a photo within a poster', () => {
  const index = new PartIndex()
  let photos: Buffer[] = []

  beforeAll(async () => {
    photos = await Promise.all(Array.from({ length: 12 }, (_, seed) => photo(seed + 40)))
    for (const [at, bytes] of photos.entries()) {
      const { parts, extent } = await partsIn(bytes)
      index.add(`photo ${at}`, parts, extent)
    }
  })

  it.each<[string, (bytes: Buffer) => Promise<Buffer>, ReturnType<typeof placed>]>([
    ['under a card on its right', (bytes) => covered(bytes, card(440, 50, 720, 530)), whole],
    ['behind a panel on its left', (bytes) => covered(bytes, card(0, 0, 600, 630)), whole],
    ['above a band', (bytes) => covered(bytes, card(0, 400, 1200, 230)), whole],
    [
      'at half its size',
      (bytes) => inset(bytes, 60, 150, { width: 600, height: 375 }),
      placed(60, 150, 600),
    ],
    [
      'on the right half',
      (bytes) => inset(bytes, 600, 0, { width: 600, height: 630 }),
      placed(396, 0, 1008),
    ],
  ])('is found %s, and where it lies', async (_, lay, place) => {
    let found = 0
    for (const [at, bytes] of photos.entries()) {
      const { parts, extent } = await partsIn(await lay(bytes))
      const near = index.near(parts, extent)
      expect(near.map(({ id }) => id).filter((id) => id !== `photo ${at}`)).toEqual([])
      const [first] = near
      if (first === undefined) continue
      found++
      // Places of parts are told in 256ths, and those of smaller copies more coarsely.
      expect(Math.abs(Math.log2(first.placement.scaleX / place.scaleX))).toBeLessThan(0.1)
      expect(Math.abs(Math.log2(first.placement.scaleY / place.scaleY))).toBeLessThan(0.1)
      expect(Math.abs(first.placement.shiftX - place.shiftX)).toBeLessThan(0.05)
      expect(Math.abs(first.placement.shiftY - place.shiftY)).toBeLessThan(0.05)
    }
    expect(found).toBeGreaterThanOrEqual(photos.length * 0.75)
  })

  it('is not taken for another one', async () => {
    for (let seed = 80; seed < 92; seed++) {
      const { parts, extent } = await partsIn(
        await covered(await photo(seed), card(0, 0, 500, 630)),
      )
      expect(index.near(parts, extent)).toEqual([])
    }
  })

  it('is not the same because of a small logo that both show', async () => {
    const logo = await sharp(present(photos[0])).resize(90, 60, { fit: 'cover' }).png().toBuffer()
    const withLogo = (bytes: Buffer) =>
      sharp(bytes)
        .resize({ ...poster, fit: 'cover' })
        .composite([{ input: logo, left: 40, top: 40 }])
        .jpeg({ quality: 85 })
        .toBuffer()
    const logos = new PartIndex()
    const kept = await partsIn(await withLogo(await photo(95)))
    logos.add('kept', kept.parts, kept.extent)
    const { parts, extent } = await partsIn(await withLogo(await photo(96)))
    expect(logos.near(parts, extent)).toEqual([])
  })
})

describe('parts', () => {
  it('are none in a picture of one colour', async () => {
    const plain = sharp({ create: { ...poster, channels: 3, background: '#8899aa' } })
    expect((await partsIn(await plain.png().toBuffer())).parts).toHaveLength(0)
  })

  it('lie within the picture, whatever its shape, at sizes that are made of it', async () => {
    for (const size of [{ width: 300, height: 1500 }, { width: 1500, height: 300 }, poster]) {
      const drawn = await open(await scene(7, size))
        .png()
        .toBuffer()
      const { parts } = await partsIn(drawn)
      expect(parts.length).toBeGreaterThan(0)
      const longer = Math.max(size.width, size.height)
      for (let at = 0; at < parts.length; at += partBytes) {
        const [x = 0, y = 0, level = 0] = parts.subarray(at + partBytes - 3, at + partBytes)
        expect(x).toBeLessThanOrEqual((256 * size.width) / longer)
        expect(y).toBeLessThanOrEqual((256 * size.height) / longer)
        expect(level).toBeLessThan(8)
      }
    }
  })
})
