/**
 * Pictures that tests draw themselves: photograph-like scenes and posters, each decided wholly by
 * its arguments. Posters need a text font: `fonts-dejavu-core` on Debian (see `fontIsThere`).
 */
import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { sentences } from './pictureText.ts'

/** Decoded sRGB pixels, row by row, three bytes each. */
export interface RawPicture {
  data: Uint8Array
  width: number
  height: number
  channels: 3
}

export interface Size {
  width: number
  height: number
}

/** The size the sources recommend for posters (Melaka 13.5). */
export const posterSize: Size = { width: 1200, height: 630 }

/** A repeatable stream of numbers in 0–1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function pick<T>(from: readonly T[], random: () => number): T {
  const chosen = from[Math.floor(random() * from.length)]
  if (chosen === undefined) throw new Error('nothing to pick from')
  return chosen
}

export function open(picture: RawPicture): Sharp {
  const { data, width, height, channels } = picture
  return sharp(data, { raw: { width, height, channels } })
}

export async function decode(encoded: Uint8Array): Promise<RawPicture> {
  const { data, info } = await sharp(encoded)
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: 3 }
}

/** A picture of one colour; by default the colour of paper. */
export function plain(size: Size, colour: [number, number, number] = [255, 255, 255]): RawPicture {
  const data = new Uint8Array(size.width * size.height * 3)
  for (let at = 0; at < data.length; at++) data[at] = colour[at % 3] ?? 0
  return { data, ...size, channels: 3 }
}

/** Random greys with a little colour on a coarse grid, enlarged smoothly: one octave of cloud. */
async function cloud(size: Size, cell: number, random: () => number): Promise<Uint8Array> {
  const width = Math.max(2, Math.ceil(size.width / cell))
  const height = Math.max(2, Math.ceil(size.height / cell))
  const data = new Uint8Array(width * height * 3)
  for (let at = 0; at < data.length; at += 3) {
    const grey = random() * 200
    for (let part = 0; part < 3; part++) data[at + part] = grey + random() * 55
  }
  return open({ data, width, height, channels: 3 })
    .resize(size.width, size.height, { fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer()
}

function hill(size: Size, random: () => number): string {
  const top = size.height * (0.4 + random() * 0.4)
  const points = Array.from({ length: 9 }, (_, step) => {
    const x = (size.width * step) / 8
    return `${x.toFixed(0)},${(top + (random() - 0.5) * size.height * 0.25).toFixed(0)}`
  })
  return `0,${size.height} ${points.join(' ')} ${size.width},${size.height}`
}

function colour(random: () => number, from = 0, to = 255): string {
  const part = () => Math.round(from + random() * (to - from))
  return `rgb(${part()},${part()},${part()})`
}

/** Sky, hills, buildings with windows, round things: the edges that a photograph has. */
function shapes(size: Size, random: () => number): string {
  const { width, height } = size
  const parts = [
    `<linearGradient id="sky" x2="0.3" y2="1"><stop stop-color="${colour(random, 90)}"/>` +
      `<stop offset="1" stop-color="${colour(random, 60)}"/></linearGradient>` +
      `<rect width="${width}" height="${height}" fill="url(#sky)"/>`,
  ]
  for (let hills = 0; hills < 3; hills++) {
    parts.push(`<polygon points="${hill(size, random)}" fill="${colour(random, 10, 150)}"/>`)
  }
  const buildings = 1 + Math.floor(random() * 5)
  for (let building = 0; building < buildings; building++) {
    const wide = width * (0.05 + random() * 0.12)
    const tall = height * (0.15 + random() * 0.5)
    const left = random() * (width - wide)
    const top = height * 0.9 - tall
    parts.push(
      `<rect x="${left}" y="${top}" width="${wide}" height="${tall}" fill="${colour(random, 40, 200)}"/>`,
    )
    const pane = Math.max(6, wide / (4 + random() * 4))
    const glass = colour(random, 0, 255)
    for (let x = left + pane / 2; x + pane / 2 < left + wide; x += pane) {
      for (let y = top + pane / 2; y + pane / 2 < top + tall; y += pane) {
        if (random() < 0.8) {
          parts.push(
            `<rect x="${x}" y="${y}" width="${pane * 0.5}" height="${pane * 0.6}" fill="${glass}"/>`,
          )
        }
      }
    }
  }
  const rounds = 3 + Math.floor(random() * 12)
  for (let round = 0; round < rounds; round++) {
    const radius = height * (0.02 + random() * 0.12)
    parts.push(
      `<ellipse cx="${random() * width}" cy="${height * (0.3 + random() * 0.7)}" rx="${radius}" ` +
        `ry="${radius * (0.5 + random())}" fill="${colour(random)}" fill-opacity="${0.5 + random() * 0.5}"/>`,
    )
  }
  return svg(size, parts.join(''))
}

function svg(size: Size, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">${body}</svg>`
}

/** A photograph-like picture: shapes under clouds of several sizes, with the grain of a sensor. */
export async function scene(seed: number, size: Size = posterSize): Promise<RawPicture> {
  const random = randomFrom(seed)
  const drawn = await decode(Buffer.from(shapes(size, random)))
  const octaves = await Promise.all(
    [200, 60, 20, 7, 2].map((cell) => cloud(size, cell, randomFrom(random() * 2 ** 32))),
  )
  const weights = [0.25, 0.18, 0.12, 0.08 + random() * 0.1, 0.02 + random() * 0.08]
  const data = new Uint8Array(drawn.data.length)
  for (let at = 0; at < data.length; at++) {
    let value = drawn.data[at] ?? 0
    octaves.forEach((octave, index) => {
      value += ((octave[at] ?? 128) - 128) * (weights[index] ?? 0)
    })
    data[at] = Math.max(0, Math.min(255, value))
  }
  return { data, ...size, channels: 3 }
}

export type Template = 'card' | 'grid' | 'quote' | 'notice' | 'table' | 'frame'

export interface PosterText {
  title: string
  lines: string[]
  footer: string
}

export interface Poster {
  template: Template
  /** Decides colours and typeface: posters of one style look alike. */
  style: number
  text: PosterText
  /** Height of the body text's em in pixels. */
  textSize: number
  size?: Size
  /** Shown in the part that the template leaves to a picture; else a plain colour. */
  photo?: RawPicture
  /** Extra SVG on top, for a test that adds a mark of its own. */
  extra?: string
}

/** A title, `count` lines and a footer, by seed. */
export function posterText(
  seed: number,
  count = 4,
  from: keyof typeof sentences = 'tuning',
): PosterText {
  const random = randomFrom(seed)
  const { titles, lines, footers } = sentences[from]
  return {
    title: pick(titles, random),
    lines: Array.from({ length: count }, () => pick(lines, random)),
    footer: pick(footers, random),
  }
}

interface Look {
  paper: string
  card: string
  ink: string
  accent: string
  font: string
}

const looks: readonly Omit<Look, 'font'>[] = [
  { paper: '#ffffff', card: '#f3f4f6', ink: '#111111', accent: '#0b5394' },
  { paper: '#0b2545', card: '#13315c', ink: '#ffffff', accent: '#f4d35e' },
  { paper: '#f6efe2', card: '#ffffff', ink: '#4a4a4a', accent: '#a4161a' },
  { paper: '#e8f1f2', card: '#ffffff', ink: '#1b4965', accent: '#2a9d8f' },
  { paper: '#fff3b0', card: '#ffe066', ink: '#540b0e', accent: '#335c67' },
  { paper: '#2b2d42', card: '#8d99ae', ink: '#edf2f4', accent: '#ef233c' },
  { paper: '#ffffff', card: '#ffffff', ink: '#c1121f', accent: '#003049' },
  { paper: '#d8e2dc', card: '#ece4db', ink: '#6d6875', accent: '#b5838d' },
  { paper: '#9aa5b1', card: '#aab4be', ink: '#7b8794', accent: '#616e7c' },
  { paper: '#14213d', card: '#1d2d50', ink: '#5c6f91', accent: '#fca311' },
]
const fonts = ['DejaVu Sans', 'DejaVu Serif', 'DejaVu Sans Mono'] as const

function look(style: number): Look {
  const random = randomFrom(style)
  return { ...pick(looks, random), font: pick(fonts, random) }
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

function say(words: string, x: number, y: number, size: number, fill: string, more = ''): string {
  return `<text x="${x}" y="${y}" font-size="${size}" fill="${fill}" ${more}>${escape(words)}</text>`
}

function box(x: number, y: number, width: number, height: number, fill: string, more = ''): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`
}

/** The drawing without its photo; transparent where the photo shall show. */
export function posterSvg(poster: Poster): string {
  const size = poster.size ?? posterSize
  const { width: w, height: h } = size
  const { paper, card, ink, accent, font } = look(poster.style)
  const { title, lines, footer } = poster.text
  const em = poster.textSize
  const gap = em * 1.6
  const list = (x: number, y: number, fill = ink) =>
    lines.map((line, index) => say(line, x, y + index * gap, em, fill)).join('')
  const bold = 'font-weight="bold"'
  const bodies: Record<Template, () => string> = {
    card: () =>
      box(w * 0.36, h * 0.08, w * 0.6, h * 0.84, card, 'rx="14"') +
      say(title, w * 0.38, h * 0.2, em * 1.4, accent, bold) +
      list(w * 0.38, h * 0.33) +
      say(footer, w * 0.38, h * 0.88, em * 0.9, ink),
    grid: () =>
      box(0, 0, w, h, paper) +
      say(title, w * 0.04, h * 0.12, em * 1.5, accent, bold) +
      [0, 1, 2, 3]
        .map((cell) => {
          const x = w * (0.04 + (cell % 2) * 0.47)
          const y = h * (0.18 + Math.floor(cell / 2) * 0.36)
          return (
            box(x, y, w * 0.45, h * 0.33, card, `stroke="${accent}"`) +
            `<circle cx="${x + 40}" cy="${y + 45}" r="24" fill="${accent}"/>` +
            say(lines[cell % lines.length] ?? '', x + 20, y + 110, em, ink)
          )
        })
        .join('') +
      say(footer, w * 0.04, h * 0.96, em * 0.9, ink),
    quote: () =>
      box(0, 0, w, h, paper) +
      say('“', w * 0.05, h * 0.35, h * 0.4, accent, bold) +
      list(w * 0.12, h * 0.42) +
      say(footer, w * 0.12, h * 0.92, em, accent),
    notice: () =>
      box(0, 0, w, h * 0.2, accent) +
      say(title, w * 0.03, h * 0.13, em * 1.5, card, bold) +
      box(0, h * 0.2, w * 0.58, h * 0.7, paper) +
      list(w * 0.03, h * 0.32) +
      box(0, h * 0.9, w, h * 0.1, ink) +
      say(footer, w * 0.03, h * 0.965, em * 0.9, paper),
    table: () =>
      box(0, 0, w, h, card) +
      say(title, w / 2, h * 0.12, em * 1.4, ink, `${bold} text-anchor="middle"`) +
      lines
        .map((line, row) => {
          const y = h * 0.2 + row * em * 2.2
          return (
            box(w * 0.05, y, w * 0.9, em * 2, row % 2 === 0 ? paper : card, `stroke="${ink}"`) +
            say(`${row + 1}`, w * 0.07, y + em * 1.35, em, accent, bold) +
            say(line, w * 0.13, y + em * 1.35, em, ink)
          )
        })
        .join('') +
      say(footer, w * 0.95, h * 0.96, em * 0.9, accent, 'text-anchor="end"'),
    frame: () =>
      box(14, 14, w - 28, h - 28, 'none', `stroke="${accent}" stroke-width="28"`) +
      box(w * 0.12, h * 0.52, w * 0.76, h * 0.42, paper, 'fill-opacity="0.88"') +
      say(title, w / 2, h * 0.6, em * 1.3, accent, `${bold} text-anchor="middle"`) +
      list(w * 0.15, h * 0.68) +
      say(footer, w * 0.15, h * 0.925, em * 0.9, ink),
  }
  const body = bodies[poster.template]() + (poster.extra ?? '')
  return svg(size, `<g font-family="${font}">${body}</g>`)
}

/** The poster as decoded pixels. */
export async function drawPoster(poster: Poster): Promise<RawPicture> {
  const size = poster.size ?? posterSize
  const below =
    poster.photo === undefined
      ? open(plain(size, [96, 125, 139]))
      : open(poster.photo).resize(size.width, size.height, { fit: 'cover' })
  const drawn = below.composite([{ input: Buffer.from(posterSvg(poster)) }])
  return decode(await drawn.png({ compressionLevel: 1 }).toBuffer())
}

let fontChecked: Promise<boolean> | undefined

/** Whether text is drawn as letters: without fonts every letter is the same empty box. */
export function fontIsThere(): Promise<boolean> {
  const draw = (letter: string) =>
    decode(
      Buffer.from(
        svg(
          { width: 60, height: 60 },
          box(0, 0, 60, 60, 'white') +
            say(letter, 10, 45, 40, 'black', 'font-family="DejaVu Sans"'),
        ),
      ),
    )
  fontChecked ??= Promise.all([draw('m'), draw('i')]).then(
    ([one, other]) => !Buffer.from(one.data).equals(Buffer.from(other.data)),
  )
  return fontChecked
}
