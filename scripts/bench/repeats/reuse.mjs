/** Posters over a photo of the library, as templates lay them out and as designers do. */
import { open, posterText } from '../../../tests/support/pictures.ts'
import { drawPoster, posterSize } from '../../../tests/support/pictures.ts'
import { box, say, svg } from '../../../tests/support/drawing.ts'
import sharp from 'sharp'

/** @typedef {{ layout: string, bytes: Buffer }} Laid */

const templates = /** @type {const} */ (['card', 'frame', 'notice'])

const { width, height } = posterSize
const shade =
  '<defs><linearGradient id="shade" x1="0" y1="0" x2="0" y2="1"><stop offset="0.4" stop-opacity="0"/>' +
  '<stop offset="1" stop-opacity="0.85"/></linearGradient></defs>'

/** What lies over a photo that fills the poster; `words` begin at its left.
 * @type {Record<string, (words: (x: number, y: number, ink: string) => string) => string>} */
const overlays = {
  'title on it': (words) => words(60, 160, '#ffffff'),
  'band below': (words) => box(0, 440, width, 190, '#0b2545') + words(40, 490, '#ffffff'),
  'panel on a half': (words) => box(0, 0, width / 2, height, '#ffffff') + words(30, 150, '#111111'),
  shaded: (words) => shade + box(0, 0, width, height, 'url(#shade)') + words(40, 470, '#ffffff'),
}

/** Where a photo is set into the poster's paper: left, top, width, height.
 * @type {Record<string, [number, number, number, number]>} */
const insets = {
  'upper part': [0, 0, width, 378],
  'right half': [600, 0, 600, height],
  'half its size': [60, 150, 600, 400],
}

/**
 * @param {Buffer} photograph
 * @param {number} seed
 * @param {'tuning' | 'reporting'} sentences
 * @returns {Promise<Laid[]>}
 */
export async function postersWith(photograph, seed, sentences) {
  const { title, lines } = posterText(seed, 4, sentences)
  /** @param {number} x @param {number} y @param {string} ink */
  const words = (x, y, ink) =>
    say(title, x, y, 44, ink, 'font-family="DejaVu Sans" font-weight="bold"') +
    lines
      .slice(0, 2)
      .map((line, at) => say(line, x, y + 55 + at * 45, 26, ink, 'font-family="DejaVu Sans"'))
      .join('')
  /** @type {Laid[]} */
  const laid = [await templated(photograph, seed, sentences)]
  for (const [layout, draw] of Object.entries(overlays)) {
    const input = Buffer.from(svg(posterSize, draw(words)))
    const below = sharp(photograph).resize({ width, height, fit: 'cover' }).composite([{ input }])
    laid.push({ layout, bytes: await below.jpeg({ quality: 85 }).toBuffer() })
  }
  for (const [layout, [left, top, wide, high]] of Object.entries(insets)) {
    const input = await sharp(photograph)
      .resize({ width: wide, height: high, fit: 'cover' })
      .png()
      .toBuffer()
    const paper = Buffer.from(
      svg(posterSize, box(0, 0, width, height, '#fff3b0') + words(30, 470, '#111111')),
    )
    const drawn = sharp(paper).composite([{ input, left, top }]).flatten()
    laid.push({ layout, bytes: await drawn.jpeg({ quality: 85 }).toBuffer() })
  }
  return laid
}

/** @param {Buffer} photograph @param {number} seed @param {'tuning' | 'reporting'} sentences */
async function templated(photograph, seed, sentences) {
  const { data, info } = await sharp(photograph)
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const template = templates[seed % templates.length] ?? 'card'
  const poster = await drawPoster({
    template,
    style: seed * 11 + 1,
    textSize: 20 + (seed % 3) * 6,
    text: posterText(seed, 4, sentences),
    photo: { data, width: info.width, height: info.height, channels: 3 },
  })
  return { layout: template, bytes: await open(poster).jpeg({ quality: 85 }).toBuffer() }
}
