import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { drawPoster, open, plain, posterText, scene } from '../../support/pictures.ts'
import type { RawPicture } from '../../support/pictures.ts'
import { relationOf } from './seen.ts'

/** Ways of saving that change texture by as much as a faint letter is worth. */
const ways: [string, (picture: RawPicture) => Promise<Buffer>][] = [
  ['mozjpeg q60', (picture) => open(picture).jpeg({ quality: 60, mozjpeg: true }).toBuffer()],
  ['WebP', (picture) => open(picture).webp({ quality: 75 }).toBuffer()],
  ['AVIF', (picture) => open(picture).avif({ effort: 2 }).toBuffer()],
  [
    'JPEG q80, then q60',
    async (picture) =>
      sharp(await open(picture).jpeg({ quality: 80 }).toBuffer())
        .jpeg({ quality: 60 })
        .toBuffer(),
  ],
]

const rejections = ['certain', 'identical-pixels']
let poster: RawPicture
let edited: RawPicture
let photo: RawPicture

const png = (picture: RawPicture) => open(picture).png({ compressionLevel: 1 }).toBuffer()

beforeAll(async () => {
  photo = await scene(67)
  const draw = (word: string) =>
    drawPoster({
      template: 'frame',
      style: 12,
      textSize: 22,
      text: posterText(8),
      photo,
      extra:
        '<rect x="700" y="40" width="460" height="80" fill="#b8c0c8"/>' +
        `<text x="720" y="85" font-family="DejaVu Sans" font-size="17" fill="#a0a8b0">${word}</text>`,
    })
  poster = await draw('Bilik Mesyuarat Seroja')
  edited = await draw('Billk Mesyuarat Seroja')
})

describe.each(ways)('saved as %s', (_, save) => {
  it('a copy is rejected outright, whichever came first', async () => {
    for (const picture of [poster, photo]) {
      const [original, copy] = [await png(picture), await save(picture)]
      expect(await relationOf(original, copy)).toBe('certain')
      expect(await relationOf(copy, original)).toBe('certain')
    }
  })

  it('with one letter of 24 levels changed it is not', async () => {
    const [original, sibling] = [await png(poster), await save(edited)]
    expect(rejections).not.toContain(await relationOf(original, sibling))
    expect(rejections).not.toContain(await relationOf(sibling, original))
  })
})

describe('what shows little', () => {
  it('a smooth picture is certain when nothing differs but how it was saved', async () => {
    const smooth = plain({ width: 1_200, height: 630 })
    for (let at = 0; at < smooth.data.length; at++) smooth.data[at] = 90 + (at / 3_600) * 0.15
    const copy = await open(smooth).jpeg({ quality: 70 }).toBuffer()
    expect(await relationOf(await png(smooth), copy)).toBe('certain')
  })

  it('a small picture is certain only so', async () => {
    const little = open(photo).resize(600, 315)
    const original = await little.png().toBuffer()
    expect(await relationOf(original, await sharp(original).jpeg({ quality: 80 }).toBuffer())).toBe(
      'certain',
    )
    const warmer = sharp(original).linear([1.02, 1, 0.98], [0, 0, 0])
    expect(await relationOf(original, await warmer.jpeg({ quality: 90 }).toBuffer())).toBe('likely')
  })
})
