import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Shown } from '#contract/postedPictures'
import { shownIn } from '../../../src/main/workspace/images/repeats/shown.ts'
import { box } from '../../support/drawing.ts'
import { drawPoster, fontIsThere, open, plain, posterText, scene } from '../../support/pictures.ts'
import type { Poster, RawPicture } from '../../support/pictures.ts'
import { present } from '../../support/present.ts'
import { desktop, laptop, phone, screenshotOf, type Screen } from '../../support/screenshots.ts'

const pixels = 40_000_000
let poster: Poster
let drawn: RawPicture
let approved: Buffer

const png = (picture: RawPicture) => open(picture).png({ compressionLevel: 1 }).toBuffer()
const look = (screenshot: Buffer) => shownIn(sharp, approved, screenshot, pixels)

beforeAll(async () => {
  expect(await fontIsThere(), 'apt-get install fonts-dejavu-core').toBe(true)
  const text = posterText(11)
  poster = { template: 'card', style: 3, text, textSize: 34, photo: await scene(7) }
  drawn = await drawPoster(poster)
  approved = await png(drawn)
})

/** Where the poster was drawn, in shares of the screenshot. */
function drawnAt({ left, top, wide, size }: Screen) {
  return {
    ...{ x: left / size.width, y: top / size.height },
    ...{ width: wide / size.width, height: (wide * 630) / 1200 / size.height },
  }
}

function expectThere({ place }: Shown, screen: Screen): void {
  const [found, wanted] = [present(place), drawnAt(screen)]
  for (const key of ['x', 'y', 'width', 'height'] as const) {
    expect(Math.abs(found[key] - wanted[key]), key).toBeLessThan(0.012)
  }
}

describe('a screenshot of what was posted', () => {
  it.each<[string, Screen, 'png' | 'jpeg']>([
    ['a phone', phone, 'jpeg'],
    ['a laptop', laptop, 'png'],
    ['a dark page on a large screen', { ...desktop, dark: true }, 'png'],
    ['a page scrolled to the top of the picture', { ...laptop, top: 60, wide: 640 }, 'jpeg'],
  ])('shows the same picture on %s', async (_, screen, format) => {
    const shown = await look(await screenshotOf(drawn, screen, format))
    expect(shown).toMatchObject({ verdict: 'same', changed: [] })
    expectThere(shown, screen)
  })

  it('shows the same where it is nothing but the picture, saved anew', async () => {
    const shown = await look(await open(drawn).resize(960).jpeg({ quality: 75 }).toBuffer())
    expect(shown.verdict).toBe('same')
  })

  it.each<[string, Screen]>([
    ['a phone', phone],
    ['a laptop', laptop],
  ])('of another version differs where that is another, on %s', async (_, screen) => {
    const mark = { x: 0.55, y: 0.6, width: 0.3, height: 0.2 }
    const extra = box(1200 * mark.x, 630 * mark.y, 1200 * mark.width, 630 * mark.height, '#c1121f')
    const shown = await look(await screenshotOf(await drawPoster({ ...poster, extra }), screen))
    expect(shown.verdict).toBe('differs')
    expectThere(shown, screen)
    const [region] = shown.changed
    expect(shown.changed).toHaveLength(1)
    for (const key of ['x', 'y', 'width', 'height'] as const) {
      expect(Math.abs(present(region)[key] - mark[key]), key).toBeLessThan(0.06)
    }
  })

  it('of another poster of the template is never the same', async () => {
    for (const seed of [21, 22, 23]) {
      const other = await drawPoster({ ...poster, text: posterText(seed) })
      const { verdict } = await look(await screenshotOf(other, phone))
      expect(verdict).not.toBe('same')
    }
  })

  it('tells nothing where the picture is not seen', async () => {
    const others = [
      await screenshotOf(null, laptop),
      await screenshotOf(await scene(99), phone),
      await screenshotOf(drawn, { ...laptop, wide: 120 }),
      await open(plain({ width: 800, height: 600 }))
        .png()
        .toBuffer(),
    ]
    for (const screenshot of others) {
      expect(await look(screenshot)).toEqual({ verdict: 'unseen', place: null, changed: [] })
    }
  })
})
