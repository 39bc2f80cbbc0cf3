/** Posters whose smallest letters and faintest colours are known, and pictures that show nothing. */
import sharp from 'sharp'
import { box, pick, randomFrom, say, svg } from '../../../tests/support/drawing.ts'
import { drawPoster, open, posterText, scene } from '../../../tests/support/pictures.ts'

/** @typedef {{ name: string, bytes: Buffer, true: readonly string[], open: readonly string[] }} Case */
/** @typedef {'tuning' | 'reporting'} Set */

const size = { width: 1_200, height: 630 }
/** Height of small letters over the em, measured on DejaVu's own outlines. */
const bodies = { 'DejaVu Sans': 0.547, 'DejaVu Serif': 0.519, 'DejaVu Sans Mono': 0.547 }
/** The defaults that the findings are held against. */
const limits = { letterHeight: 7, contrast: 3 }

/** @param {readonly number[]} colour 0–255 */
function luminance(colour) {
  const [red, green, blue] = colour.map((part) => {
    const value = part / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
}

/** @param {readonly number[]} one @param {readonly number[]} other */
function contrast(one, other) {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const papers = [
  [255, 255, 255],
  [246, 239, 226],
  [11, 37, 69],
  [255, 224, 102],
  [42, 157, 143],
  [193, 18, 31],
  [43, 45, 66],
  [216, 226, 220],
]

/** An ink of the wanted contrast to the paper, as near as bytes allow: a hue mixed to white or black.
 * @param {readonly number[]} paper @param {number} wanted @param {() => number} random */
function inkFor(paper, wanted, random) {
  const hue = [random() * 255, random() * 255, random() * 255]
  /** @type {number[][]} */
  const inks = []
  for (const end of [0, 255]) {
    for (let part = 0; part <= 1; part += 0.02) {
      inks.push(hue.map((value) => Math.round(value * (1 - part) + end * part)))
    }
  }
  const off = (/** @type {number[]} */ ink) => Math.abs(Math.log(contrast(ink, paper) / wanted))
  return inks.reduce((best, ink) => (off(ink) < off(best) ? ink : best))
}

/** @param {readonly number[]} colour */
function css(colour) {
  return `rgb(${colour.join(',')})`
}

/**
 * One poster: a title, some lines and a footer, in two or three sizes; the photo above, at the side
 * or behind.
 * @param {number} seed @param {Set} set @param {{ em: number, contrast: number }} worst
 * @returns {Promise<Case>}
 */
async function poster(seed, set, worst) {
  const random = randomFrom(seed * 31 + 7)
  const text = posterText(seed, 3 + Math.floor(random() * 3), set)
  const paper = pick(papers, random)
  const good = inkFor(paper, 5 + random() * 6, random)
  const weak = inkFor(paper, worst.contrast, random)
  const font = pick(
    /** @type {const} */ (['DejaVu Sans', 'DejaVu Serif', 'DejaVu Sans Mono']),
    random,
  )
  const body = 20 + random() * 10
  const left = pick([0, 0.36, 0.08], random)
  const top = left === 0 ? pick([0, 0.42], random) : 0
  const x = size.width * left + 40
  const y = size.height * top
  const panel = box(size.width * left, y, size.width, size.height, css(paper))
  const lines = text.lines.map((line, at) =>
    say(line, x, y + 120 + at * body * 1.6, body, css(good)),
  )
  const bottom = size.height - 30
  const drawn = [
    panel,
    say(text.title, x, y + 64, body * 1.5, css(good), 'font-weight="bold"'),
    ...(top === 0 ? lines : lines.slice(0, 2)),
    say(text.footer, x, bottom, worst.em, css(weak)),
  ]
  const group = `<g font-family="${font}">${drawn.join('')}</g>`
  const picture = open(await scene(seed)).composite([{ input: Buffer.from(svg(size, group)) }])
  const flat = sharp(await picture.png({ compressionLevel: 1 }).toBuffer())
  const letter = worst.em * bodies[font]
  const drawnContrast = contrast(weak, paper)
  return {
    name: `footer ${Math.round(worst.em)} px, contrast ${drawnContrast.toFixed(1)}`,
    bytes: await (random() < 0.5 ? flat.jpeg({ quality: 85 }) : flat.png()).toBuffer(),
    true: [
      ...(letter < limits.letterHeight ? ['small-text'] : []),
      ...(drawnContrast < limits.contrast ? ['faint-text'] : []),
    ],
    // Letters too small to be read are not judged by their colour as well.
    open: letter < limits.letterHeight ? ['faint-text'] : [],
  }
}

/** Sizes from 6 to 20 px with good colours, contrasts from 1.5 to 7 in letters of 15 to 26 px.
 * @param {Set} set @param {number} count @returns {AsyncGenerator<Case>} */
export async function* textPosters(set, count) {
  const first = set === 'tuning' ? 0 : 50_000
  for (let at = 0; at < count; at++) {
    const random = randomFrom(first + at)
    const worst =
      at % 2 === 0
        ? { em: 6 + random() * 14, contrast: 6 + random() * 4 }
        : { em: 15 + random() * 11, contrast: 1.5 + random() * 5.5 }
    yield poster(first + at, set, worst)
  }
}

/** The templates of the other measurements; their colours are not judged here.
 * @param {Set} set @param {number} count @returns {AsyncGenerator<Case>} */
export async function* templatePosters(set, count) {
  const templates = /** @type {const} */ (['card', 'grid', 'quote', 'notice', 'table', 'frame'])
  const first = set === 'tuning' ? 0 : 50_000
  for (let at = 0; at < count; at++) {
    const seed = first + at
    const drawn = await drawPoster({
      template: templates[at % 6] ?? 'card',
      style: seed * 7 + 3,
      textSize: 16 + (at % 5) * 4,
      text: posterText(seed, 4, set),
      photo: await scene(seed),
    })
    const bytes = await (
      at % 2 === 0 ? open(drawn).png() : open(drawn).jpeg({ quality: 85 })
    ).toBuffer()
    yield { name: 'template', bytes, true: [], open: ['faint-text'] }
  }
}

/** Pictures taken or exported by mistake: paper, a wall, fog, a mark in a corner.
 * @param {Set} set @param {number} count @returns {AsyncGenerator<Case>} */
export async function* emptyPictures(set, count) {
  for (let at = 0; at < count; at++) {
    const random = randomFrom((set === 'tuning' ? 0 : 90_000) + at)
    const shade = () => Math.round(60 + random() * 180)
    const from = `rgb(${shade()},${shade()},${shade()})`
    const to = random() < 0.5 ? from : `rgb(${shade()},${shade()},${shade()})`
    const mark = pick(
      [
        '',
        box(1_150, 590, 24, 24, '#333'),
        say('1', 1_160, 610, 20, '#444', 'font-family="DejaVu Sans"'),
      ],
      random,
    )
    const body = `<linearGradient id="g" x2="0.3" y2="1"><stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>${box(0, 0, 1_200, 630, 'url(#g)')}${mark}`
    const grain = Buffer.alloc(1_200 * 630 * 3)
    const levels = random() * 8
    for (let byte = 0; byte < grain.length; byte++) grain[byte] = 128 + (random() - 0.5) * levels
    const noise = await sharp(grain, { raw: { ...size, channels: 3 } })
      .png()
      .toBuffer()
    const bytes = await sharp(Buffer.from(svg(size, body)))
      .composite([{ input: noise, blend: 'soft-light' }])
      .removeAlpha()
      .jpeg({ quality: 85 })
      .toBuffer()
    yield { name: 'next to nothing', bytes, true: ['little-content'], open: [] }
  }
}
