import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { fontIsThere } from '../../support/pictures.ts'
import { jpegQuality } from '../../../src/main/workspace/images/quality/compression.ts'
import { exposure } from '../../../src/main/workspace/images/quality/exposure.ts'
import { contentShare } from '../../../src/main/workspace/images/quality/information.ts'
import { photo, plain, qualityOf, qualityOfPixels, writing } from './drawn.ts'
import type { RawPicture } from '../../support/pictures.ts'

/** Black and white halves with an edge between them that rises evenly over `wide` pixels. */
function edge(wide: number, across = true): RawPicture {
  const [width, height] = [1100, 1100]
  const data = new Uint8Array(width * height * 3)
  for (let at = 0; at < width * height; at++) {
    const place = across ? at % width : Math.floor(at / width)
    const risen = Math.max(0, Math.min(1, (place - 500) / wide))
    data.fill(Math.round(risen * 240), at * 3, at * 3 + 3)
  }
  return { data, width, height, channels: 3 }
}

describe('the width of edges', () => {
  // An even rise over n pixels is n wide; beyond the sharpest possible: √(n² − 1).
  it.each([
    [1, true, 0],
    [4, true, Math.sqrt(15)],
    [8, true, Math.sqrt(63)],
    [8, false, Math.sqrt(63)],
  ])('of a rise over %i px (across: %s) is %f', (wide, across, expected) => {
    const { edgeWidth } = qualityOfPixels(edge(wide, across))
    expect(edgeWidth).not.toBeNull()
    expect(Math.abs((edgeWidth ?? 0) - expected)).toBeLessThan(0.6)
  })

  it('cannot be told where nothing rises', () => {
    expect(qualityOfPixels(plain({ width: 600, height: 600 })).edgeWidth).toBeNull()
  })

  it('grows with blur, whatever the size and format of the file', async () => {
    const sharpOne = await qualityOf(await photo(3))
    const blurred = await qualityOf((await photo(3)).blur(4))
    const asJpeg = await qualityOf(await (await photo(3)).blur(4).jpeg().toBuffer())
    const large = await (await photo(3, { width: 3600, height: 1890 })).blur(12).jpeg().toBuffer()
    expect(sharpOne.edgeWidth).toBeLessThan(1.5)
    for (const { edgeWidth } of [blurred, asJpeg, await qualityOf(large)]) {
      expect(edgeWidth).toBeGreaterThan(4)
    }
  })

  it('is that of the subject in focus, not of the background', async () => {
    const whole = await photo(3)
    const subject = await sharp(await whole.clone().png().toBuffer())
      .extract({ left: 450, top: 200, width: 300, height: 240 })
      .toBuffer()
    const bokeh = whole.blur(8).composite([{ input: subject, left: 450, top: 200 }])
    expect((await qualityOf(bokeh)).edgeWidth).toBeLessThan(1.5)
  })
})

describe('JPEG compression', () => {
  it.each([5, 10, 25, 40, 50, 60, 75, 90, 100])('of quality %i is read', async (quality) => {
    const bytes = await sharp({
      create: { width: 16, height: 16, channels: 3, background: '#888' },
    })
      .jpeg({ quality })
      .toBuffer()
    // Tables are whole numbers of at least 1, so the scale is a little off at its ends.
    expect(Math.abs((jpegQuality(bytes) ?? 0) - quality)).toBeLessThanOrEqual(1)
  })

  it('of a file that makes no sense is unknown, and asking never throws', async () => {
    const bytes = await (await photo(1, { width: 64, height: 64 })).jpeg().toBuffer()
    for (let length = 0; length < 400; length++) jpegQuality(bytes.subarray(0, length))
    for (let at = 0; at < 400; at++) {
      const bent = Buffer.from(bytes)
      bent[at] = 0xff
      jpegQuality(bent)
    }
    expect(jpegQuality(Buffer.alloc(0))).toBeNull()
    expect(jpegQuality(Buffer.from([0xff, 0xd8, 0xff, 0xdb, 0, 0, 0xff, 0xda]))).toBeNull()
  })

  it('leaves squares that saving again does not take away', async () => {
    const once = await (await photo(9)).blur(1).jpeg({ quality: 10 }).toBuffer()
    const again = await sharp(once).jpeg({ quality: 95 }).toBuffer()
    const cut = sharp(once).extract({ left: 3, top: 5, width: 1180, height: 600 })
    const good = await (await photo(9)).blur(1).jpeg({ quality: 85 }).toBuffer()
    expect((await qualityOf(again)).blockSteps).toBeGreaterThan(14)
    expect((await qualityOf(cut)).blockSteps).toBeGreaterThan(14)
    expect((await qualityOf(good)).blockSteps).toBeLessThan(7)
  })
})

describe('enlarging', () => {
  it.each([
    [2, 'png'],
    [2, 'jpeg'],
    [3, 'png'],
  ] as const)('by %i leaves a trace in a %s', async (factor, format) => {
    const size = { width: Math.round(1200 / factor), height: Math.round(630 / factor) }
    const large = (await photo(5, size)).resize(1200, 630, { fit: 'fill', kernel: 'cubic' })
    const drawn = format === 'jpeg' ? large.jpeg({ quality: 95 }) : large.png()
    const bytes = await drawn.toBuffer()
    expect((await qualityOf(bytes)).interpolation).toBeGreaterThan(13)
  })

  it('is not seen in a picture blurred as much', async () => {
    expect((await qualityOf((await photo(5)).blur(1.2))).interpolation).toBeLessThan(13)
  })
})

describe('light and content', () => {
  it('counts shares of the picture', () => {
    const half = Uint8Array.from({ length: 65_536 }, (_, at) => (at < 32_768 ? 51 : 255))
    expect(exposure(half)).toEqual({ brightest: 1, burnt: 0.5 })
    const dark = Uint8Array.from({ length: 65_536 }, (_, at) => (at < 500 ? 255 : 51))
    expect(exposure(dark)).toEqual({ brightest: 0.2, burnt: 500 / 65_536 })
  })

  it('finds a gradient empty, and four cells of writing not', () => {
    const gradient = Uint8Array.from({ length: 65_536 }, (_, at) => 40 + ((at % 256) * 150) / 256)
    expect(contentShare(gradient)).toBe(0)
    for (const at of [0, 8, 16, 24]) gradient[256 * 100 + at] = 255
    expect(contentShare(gradient)).toBe(4 / 1024)
  })

  it('tells a night scene with lamps from a picture taken with too little light', async () => {
    const night = await (await photo(2)).linear(0.12, 0).png().toBuffer()
    const lamp = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><circle cx="300" cy="200" r="60" fill="#ffe9b0"/></svg>',
    )
    expect((await qualityOf(night)).brightest).toBeLessThan(0.15)
    expect((await qualityOf(sharp(night).composite([{ input: lamp }]))).brightest).toBeGreaterThan(
      0.8,
    )
  })
})

describe('writing', () => {
  it('needs letters to be drawn', async () => {
    expect(await fontIsThere(), 'apt-get install fonts-dejavu-core').toBe(true)
  })

  // DejaVu's small letters are 0.547 (Sans, Mono) and 0.519 (Serif) of the em high.
  it.each([
    [9, 'DejaVu Sans', 4.9],
    [11, 'DejaVu Sans Mono', 6],
    [14, 'DejaVu Sans', 7.7],
    [16, 'DejaVu Serif', 8.3],
    [20, 'DejaVu Sans', 10.9],
    [26, 'DejaVu Sans', 14.2],
  ])('of %i px in %s has letters about %f px high', async (em, font, expected) => {
    const drawn = await writing({ em, font, ink: '#111', paper: '#fff' })
    const { letterHeight } = await qualityOf(drawn)
    expect(Math.abs((letterHeight ?? 0) - expected)).toBeLessThanOrEqual(1.3)
  })

  it('is measured as it will be shown: 1 200 px wide', async () => {
    const large = (await writing({ em: 20, ink: '#111', paper: '#fff' })).png()
    const enlarged = sharp(await large.toBuffer()).resize(2400, 1260, { kernel: 'lanczos3' })
    const { letterHeight } = await qualityOf(enlarged)
    expect(Math.abs((letterHeight ?? 0) - 10.9)).toBeLessThanOrEqual(1.5)
  })

  // By hand from WCAG 2.2: #767676 on white is the well-known 4.54, #949494 3.03, #b0b0b0 2.17.
  it.each([
    ['#767676', '#ffffff', 4.54],
    ['#949494', '#ffffff', 3.03],
    ['#b0b0b0', '#ffffff', 2.17],
    ['#ffffff', '#767676', 4.54],
    ['#ff0000', '#ffffff', 4],
    ['#000000', '#ffffff', 21],
  ])('%s on %s has a contrast of about %f', async (ink, paper, expected) => {
    const { textContrast } = await qualityOf(await writing({ em: 24, ink, paper }))
    expect(Math.abs((textContrast ?? 0) / expected - 1)).toBeLessThan(0.15)
  })

  it('is not looked for in what a camera took, nor found in a scene', async () => {
    const camera = { IFD0: { Make: 'Canon', Model: 'EOS R6' } }
    const street = await writing({ em: 9, ink: '#111', paper: '#fff' })
    const taken = await street.withExif(camera).jpeg().toBuffer()
    expect((await qualityOf(taken)).letterHeight).toBeNull()
    for (const seed of [1, 2, 3, 4, 5]) {
      expect((await qualityOf(await photo(seed))).letterHeight, String(seed)).toBeNull()
    }
  })
})

it('what is transparent stands on mid-grey', async () => {
  const clear = { create: { width: 1200, height: 630, channels: 4, background: '#0000' } } as const
  const { content, brightest } = await qualityOf(sharp(clear))
  expect(content).toBe(0)
  expect(brightest).toBeCloseTo(0.5, 2)
})
