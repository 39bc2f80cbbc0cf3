/**
 * Pictures that tests draw themselves: photograph-like scenes and posters, each decided wholly by
 * its arguments. Posters need a text font: `fonts-dejavu-core` on Debian (see `fontIsThere`).
 */
import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { box, pick, randomFrom, say, svg } from './drawing.ts'
import type { Size } from './drawing.ts'
import { sentences } from './pictureText.ts'
import { posterSize, posterSvg } from './posterTemplates.ts'
import type { PosterDesign, PosterText } from './posterTemplates.ts'
import { sceneShapes } from './sceneShapes.ts'

export { posterSize }
export type { PosterText, Size }
export type { Template } from './posterTemplates.ts'

/** Decoded sRGB pixels, row by row, three bytes each. */
export interface RawPicture {
  data: Uint8Array
  width: number
  height: number
  channels: 3
}

export function open(picture: RawPicture): Sharp {
  const { data, width, height, channels } = picture
  return sharp(data, { raw: { width, height, channels } })
}

async function decode(encoded: Uint8Array): Promise<RawPicture> {
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

/** A photograph-like picture: shapes under clouds of several sizes, with the grain of a sensor. */
export async function scene(seed: number, size: Size = posterSize): Promise<RawPicture> {
  const random = randomFrom(seed)
  const drawn = await decode(Buffer.from(sceneShapes(size, random)))
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

export interface Poster extends PosterDesign {
  /** Shown in the part that the template leaves to a picture; else a plain colour. */
  photo?: RawPicture
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
