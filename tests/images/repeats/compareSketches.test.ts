import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { looksAlike } from '../../../src/main/workspace/images/repeats/alike.ts'
import { proposalsFor } from '../../../src/main/workspace/images/repeats/candidates.ts'
import { compareSketches } from '../../../src/main/workspace/images/repeats/compareSketches.ts'
import type { SketchComparison } from '../../../src/main/workspace/images/repeats/compareSketches.ts'
import { drawPoster, open, plain, posterText, scene } from '../../support/pictures.ts'
import type { RawPicture } from '../../support/pictures.ts'
import { see } from './seen.ts'
import type { Seen } from './seen.ts'

const size = { width: 1_200, height: 630 }

function overlay(body: string): Buffer {
  const frame = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">`
  return Buffer.from(`${frame}${body}</svg>`)
}

const watermark = overlay(
  [100, 220, 340, 460, 580]
    .map((y) => `<text y="${y}" font-size="36" fill="#fff" fill-opacity="0.35">`)
    .map((text) => `${text}${'MILIK JKR  '.repeat(8)}</text>`)
    .join(''),
)
/** Fifteen lines of large writing. */
function lines(words: string): string {
  return Array.from(
    { length: 15 },
    (_, at) =>
      `<text x="40" y="${40 + at * 41}" font-size="34" font-family="DejaVu Sans" fill="#d0d0d0">${words.slice(at)} ${words}</text>`,
  ).join('')
}

const badge = overlay('<rect x="1060" y="500" width="120" height="120" fill="#c1121f"/>')
const band = overlay('<rect y="470" width="1200" height="160" fill="#0b2545"/>')

const changes: [string, (picture: Sharp) => Sharp][] = [
  ['half size', (picture) => picture.resize(600, 315)],
  ['double size', (picture) => picture.resize(2_400, 1_260)],
  ['brighter', (picture) => picture.linear(1.1, 0)],
  ['more contrast', (picture) => picture.linear(1.1, -12.8)],
  ['in grey', (picture) => picture.greyscale()],
  ['mirrored', (picture) => picture.flop()],
  ['cropped 3 %', (picture) => picture.extract({ left: 36, top: 19, width: 1_128, height: 592 })],
  ['cropped 10 %', (picture) => picture.extract({ left: 120, top: 63, width: 960, height: 504 })],
  [
    'cut at a corner',
    (picture) => picture.extract({ left: 240, top: 126, width: 960, height: 504 }),
  ],
  [
    'cropped unevenly',
    (picture) => picture.extract({ left: 72, top: 12, width: 1_020, height: 592 }),
  ],
  ['cut square', (picture) => picture.extract({ left: 150, top: 0, width: 900, height: 630 })],
  [
    'with a border',
    (picture) => picture.extend({ top: 30, bottom: 30, left: 40, right: 40, background: 'white' }),
  ],
  ['with a badge', (picture) => picture.composite([{ input: badge }])],
  ['with a tiled watermark', (picture) => picture.composite([{ input: watermark }])],
]

let photo: RawPicture
let seenPhoto: Seen
let poster: RawPicture
let seenPoster: Seen

async function seen(picture: Sharp): Promise<Seen> {
  return see(await picture.jpeg({ quality: 80 }).toBuffer())
}

function compared(kept: Seen, questioned: Seen): SketchComparison {
  const proposals = proposalsFor(kept.fingerprint, questioned.fingerprint)
  return compareSketches(kept.picture.sketch, questioned.picture.sketch, proposals)
}

beforeAll(async () => {
  photo = await scene(21, size)
  seenPhoto = await seen(open(photo))
  poster = await drawPoster({
    template: 'card',
    style: 4,
    text: posterText(2),
    textSize: 24,
    photo: await scene(22, size),
  })
  seenPoster = await seen(open(poster))
})

describe('two sketches', () => {
  it.each(changes)('of a picture and its copy %s look alike, both ways', async (name, change) => {
    for (const [original, picture] of [
      [seenPhoto, photo],
      [seenPoster, poster],
    ] as const) {
      const copy = await seen(change(open(picture)))
      const there = compared(original, copy)
      expect({ alike: looksAlike(there), mirrored: there.mirrored }).toEqual({
        alike: true,
        mirrored: name === 'mirrored',
      })
      expect(looksAlike(compared(copy, original))).toBe(true)
    }
  })

  // A night sky: nothing but a glow, in blue.
  const glow = overlay(
    '<radialGradient id="g" cx="0.3" cy="0.9" r="1"><stop stop-color="#2a4a90"/><stop offset="1" stop-color="#05070f"/></radialGradient>' +
      '<rect width="100%" height="100%" fill="url(#g)"/>',
  )
  it.each([
    ['with a tiled watermark', (picture: Sharp) => picture.composite([{ input: watermark }])],
    ['with a badge', (picture: Sharp) => picture.composite([{ input: badge }])],
    ['in grey', (picture: Sharp) => picture.greyscale()],
    ['brighter', (picture: Sharp) => picture.modulate({ brightness: 1.1 })],
  ])('of a picture without edges and its copy %s look alike, both ways', async (_, change) => {
    const night = await sharp(glow).removeAlpha().png().toBuffer()
    const original = await seen(sharp(night))
    const copy = await seen(change(sharp(night)))
    expect(looksAlike(compared(original, copy))).toBe(true)
    expect(looksAlike(compared(copy, original))).toBe(true)
  })

  it('of pages of one template say how much of the lines of one lies under those of the other', async () => {
    const page = async (words: string) =>
      seen(
        sharp(glow)
          .removeAlpha()
          .composite([{ input: overlay(lines(words)) }]),
      )
    const [one, other] = [
      await page('Kempen keselamatan jalan raya'),
      await page('Hari terbuka pejabat daerah'),
    ]
    const marked = await seen(
      sharp(
        await sharp(glow)
          .composite([{ input: overlay(lines('Kempen keselamatan jalan raya')) }])
          .png()
          .toBuffer(),
      )
        .composite([{ input: watermark }])
        .removeAlpha(),
    )
    expect(compared(one, marked).carried).toBeGreaterThan(0.6)
    expect(compared(one, other).carried).toBeLessThan(0.45)
  })

  it('of a photo and the same photo under a title band look alike', async () => {
    const banded = await seen(open(photo).composite([{ input: band }]))
    expect(looksAlike(compared(seenPhoto, banded))).toBe(true)
  })

  it('of different photos do not', async () => {
    const others = await Promise.all(
      [23, 24, 25].map(async (seed) => seen(open(await scene(seed, size)))),
    )
    expect(others.map((other) => looksAlike(compared(seenPhoto, other)))).toEqual([
      false,
      false,
      false,
    ])
  })

  it('of posters of one template with another text and photo do not', async () => {
    const other = await drawPoster({
      template: 'card',
      style: 4,
      text: posterText(40),
      textSize: 24,
      photo: await scene(26, size),
    })
    expect(looksAlike(compared(seenPoster, await seen(open(other))))).toBe(false)
  })

  it('of blank pictures look alike when their levels are near', async () => {
    const white = await seen(open(plain(size)))
    const paper = await seen(open(plain(size, [252, 252, 250])))
    const cream = await seen(open(plain(size, [255, 246, 220])))
    const black = await seen(open(plain(size, [0, 0, 0])))
    expect([paper, cream, black].map((other) => looksAlike(compared(white, other)))).toEqual([
      true,
      false,
      false,
    ])
  })

  it('say where they differ', async () => {
    const badged = await seen(open(photo).composite([{ input: badge }]))
    const { changedRegions } = compared(seenPhoto, badged)
    expect(changedRegions.length).toBeGreaterThan(0)
    for (const { x, y, width, height } of changedRegions) {
      expect(x).toBeGreaterThan(1_060 / 1_200 - 0.05)
      expect(y).toBeGreaterThan(500 / 630 - 0.05)
      expect(x + width).toBeLessThanOrEqual(1)
      expect(y + height).toBeLessThanOrEqual(1)
    }
  })
})
