/** What units publish besides posters, drawn by seed: papers, screens, infographics, captions, drawings. */
import { box, pick, randomFrom, say, svg } from '../../../tests/support/drawing.ts'
import { open, plain, posterText } from '../../../tests/support/pictures.ts'
import sharp from 'sharp'

/**
 * @typedef {import('../../../tests/support/pictures.ts').RawPicture} RawPicture
 * @typedef {'paper' | 'screen' | 'infographic' | 'caption' | 'drawing'} PageKind
 * @typedef {{ kind: PageKind, seed: number, contrast: number | null, photo: RawPicture | null,
 *   words: string[], dark?: boolean }} Page
 */

/** @type {readonly PageKind[]} */
export const pageKinds = ['paper', 'screen', 'infographic', 'caption', 'drawing']

const size = { width: 1_200, height: 630 }
const fonts = ['DejaVu Sans', 'DejaVu Serif', 'DejaVu Sans Mono', 'DejaVu Sans Condensed']

/** @param {number} seed @param {number} count @param {'tuning' | 'reporting'} sentences */
export function wordsFor(seed, count, sentences) {
  return [0, 1, 2]
    .flatMap((part) => posterText(seed + part * 77, 12, sentences).lines)
    .slice(0, count)
}

/** @param {number} level */
function grey(level) {
  return `rgb(${level},${level},${level})`
}

/** @type {Record<PageKind, (page: Page, random: () => number, ink: string, paper: string) => string>} */
const bodies = {
  paper: ({ words }, _random, ink, paper) =>
    box(0, 0, 1_200, 630, paper) +
    words
      .slice(0, 24)
      .map((line, at) => say(line, 70 + (at % 2) * 560, 60 + Math.floor(at / 2) * 46, 16, ink))
      .join(''),
  screen: ({ words }, random, ink, paper) =>
    box(0, 0, 1_200, 630, paper) +
    box(0, 0, 1_200, 44, '#1d4ed8') +
    box(0, 44, 220, 586, '#e5e7eb') +
    words
      .slice(0, 20)
      .map((line, at) => {
        const y = 84 + Math.floor(at / 2) * 54
        const isSide = at % 2 === 1
        const button = `hsl(${Math.floor(random() * 360)},60%,45%)`
        return isSide
          ? say(line.slice(0, 20), 16, y, 16, '#374151')
          : say(line, 250, y, 17, ink) +
              box(1_060, y - 20, 90, 28, button, 'rx="6"') +
              box(240, y + 14, 920, 1, '#d1d5db')
      })
      .join(''),
  infographic: ({ words }, random, ink, paper) =>
    box(0, 0, 1_200, 630, paper) +
    Array.from({ length: 12 }, (_, at) => {
      const x = 20 + (at % 4) * 295
      const y = 20 + Math.floor(at / 4) * 200
      const hue = Math.floor(random() * 360)
      const value = `${Math.floor(random() * 90 + 10)}.${Math.floor(random() * 10)}%`
      const bars = Array.from({ length: 8 }, (_item, bar) => {
        const tall = 10 + random() * 50
        return box(x + 150 + bar * 15, y + 90 - tall, 10, tall, `hsl(${hue},55%,50%)`)
      })
      return (
        box(x, y, 280, 185, paper, `stroke="hsl(${hue},40%,60%)"`) +
        say(value, x + 14, y + 60, 36, `hsl(${hue},70%,35%)`, 'font-weight="bold"') +
        bars.join('') +
        say((words[at * 2] ?? '').slice(0, 30), x + 14, y + 125, 16, ink) +
        say((words[at * 2 + 1] ?? '').slice(0, 30), x + 14, y + 155, 16, ink)
      )
    }).join(''),
  caption: ({ words }, _random, ink) =>
    words
      .slice(0, 10)
      .map((line, at) => say(line, 40, 80 + at * 54, 18 + (at % 3) * 4, ink))
      .join(''),
  drawing: ({ words }, random, ink, paper) =>
    box(0, 0, 1_200, 630, paper) +
    Array.from({ length: 60 }, () => {
      const [x, y] = [random() * 1_200, random() * 630]
      const [u, v] = [(random() - 0.5) * 400, (random() - 0.5) * 300]
      const wide = 1 + Math.floor(random() * 3)
      return random() < 0.5
        ? `<path d="M${x} ${y}l${u} ${v}" stroke="${ink}" stroke-width="${wide}"/>`
        : `<circle cx="${x}" cy="${y}" r="${10 + random() * 60}" fill="none" stroke="${ink}" stroke-width="${wide}"/>`
    }).join('') +
    words
      .slice(0, 8)
      .map((line, at) => say(line.slice(0, 26), 40 + (at % 3) * 390, 90 + at * 66, 17, ink))
      .join(''),
}

/** @param {Page} page @returns {Promise<RawPicture>} */
export async function drawPage(page) {
  const random = randomFrom(page.seed)
  const font = pick(fonts, random)
  const light = page.contrast !== null ? 120 + Math.floor(random() * 120) : 250
  const paper = page.kind === 'caption' ? 'none' : grey(light)
  const strong = page.kind === 'caption' ? '#ffffff' : '#222222'
  const ink = page.contrast === null ? strong : grey(light - page.contrast)
  const drawn = svg(
    size,
    `<g font-family="${font}">${bodies[page.kind](page, random, ink, paper)}</g>`,
  )
  const photo =
    page.kind === 'caption' && page.photo !== null
      ? open(page.photo)
          .resize(size.width, size.height, { fit: 'cover' })
          .linear(page.dark ? 0.35 : 1, 0)
      : open(plain(size, [light, light, light]))
  const below = sharp(await photo.png({ compressionLevel: 1 }).toBuffer())
  const { data, info } = await below
    .composite([{ input: Buffer.from(drawn) }])
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: 3 }
}
