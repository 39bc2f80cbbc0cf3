/** Pages as somebody sees them on an account, drawn by seed: what a screenshot of a post is. */
import sharp from 'sharp'
import { box, randomFrom, say, svg } from './drawing.ts'
import type { Size } from './drawing.ts'
import { open, posterText, type RawPicture } from './pictures.ts'

export interface Screen {
  readonly seed: number
  readonly size: Size
  /** Where the picture begins, and how wide it is drawn there. */
  readonly left: number
  readonly top: number
  readonly wide: number
  readonly dark?: boolean
}

export const phone: Screen = {
  ...{ seed: 1, size: { width: 1080, height: 1920 }, left: 0, top: 430, wide: 1080 },
}
export const laptop: Screen = {
  ...{ seed: 2, size: { width: 1366, height: 768 }, left: 423, top: 210, wide: 520 },
}
export const desktop: Screen = {
  ...{ seed: 3, size: { width: 1920, height: 1080 }, left: 620, top: 260, wide: 680 },
}

/** A page with a bar, columns of writing, and other people's pictures around the one in its middle. */
function page({ seed, size, dark = false, left, wide }: Screen): string {
  const random = randomFrom(seed)
  const [ground, card, ink] = dark
    ? ['#18191a', '#242526', '#e4e6eb']
    : ['#f0f2f5', '#fff', '#050505']
  const lines = (x: number, from: number, to: number, width: number) => {
    const drawn: string[] = []
    for (let y = from; y < to; y += 34 + Math.round(random() * 30)) {
      const { title } = posterText(Math.round(random() * 10_000))
      drawn.push(say(title.slice(0, Math.floor(width / 11)), x, y, 20, ink))
    }
    return drawn.join('')
  }
  const tiles = Array.from({ length: 6 }, (_, at) => {
    const colour = `hsl(${Math.floor(random() * 360)} 45% 55%)`
    return box(size.width - 120, 120 + at * 150, 90, 90, colour)
  }).join('')
  return svg(
    size,
    box(0, 0, size.width, size.height, ground) +
      box(left, 60, wide, size.height, card) +
      box(0, 0, size.width, 56, '#1877f2') +
      say('JKR Malaysia', 24, 38, 26, '#fff') +
      (left > 300 ? lines(16, 110, size.height, left - 40) + tiles : '') +
      lines(left + 20, 110, 210, wide),
  )
}

/** The page with a picture in it, scaled and saved as a phone or a computer saves its screen. */
export async function screenshotOf(
  picture: RawPicture | null,
  screen: Screen,
  format: 'png' | 'jpeg' = 'png',
): Promise<Buffer> {
  const { size, left, top, wide } = screen
  const below = sharp(Buffer.from(page(screen))).resize({ ...size, fit: 'fill' })
  const input =
    picture === null ? null : await open(picture).resize(wide).jpeg({ quality: 85 }).toBuffer()
  const drawn = sharp(
    await below
      .composite(input === null ? [] : [{ input, left, top }])
      .png()
      .toBuffer(),
  ).removeAlpha()
  return format === 'png' ? drawn.png().toBuffer() : drawn.jpeg({ quality: 80 }).toBuffer()
}
