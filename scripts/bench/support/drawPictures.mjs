// Draws the pictures of a measurement: `node drawPictures.mjs <folder> <count> [posters]`. Run by
// the project's own Node, because sharp is installed for that one.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'

/** @typedef {{ width: number, height: number, encode: (picture: import('sharp').Sharp) => import('sharp').Sharp, end: string }} Kind */

/** @type {Kind[]} What designers drop: mostly posters, some of them large, and photos of phones. */
const kinds = [
  { width: 1200, height: 630, end: 'png', encode: (p) => p.png({ compressionLevel: 6 }) },
  { width: 4000, height: 3000, end: 'jpg', encode: (p) => p.jpeg({ quality: 88 }) },
  { width: 1920, height: 1080, end: 'webp', encode: (p) => p.webp({ quality: 80 }) },
  { width: 1200, height: 630, end: 'jpg', encode: (p) => p.jpeg({ quality: 85 }) },
  { width: 2400, height: 1260, end: 'png', encode: (p) => p.png({ compressionLevel: 6 }) },
]

/**
 * Clouds of several sizes under the grain of a sensor: as hard to decode as a photograph.
 * @param {Kind} kind
 * @param {number} seed
 */
async function draw({ width, height, encode }, seed) {
  let state = seed * 2654435761
  const random = () => {
    state = (Math.imul(state ^ (state >>> 15), state | 1) + 0x6d2b79f5) | 0
    return (state >>> 8) & 255
  }
  const coarse = Buffer.from(Array.from({ length: 24 * 16 * 3 }, random))
  const grain = Buffer.from(Array.from({ length: 512 * 512 * 3 }, () => 118 + (random() >> 4)))
  const tile = await sharp(grain, { raw: { width: 512, height: 512, channels: 3 } })
    .png({ compressionLevel: 1 })
    .toBuffer()
  const clouds = await sharp(coarse, { raw: { width: 24, height: 16, channels: 3 } })
    .resize(width, height, { fit: 'fill', kernel: 'cubic' })
    .composite([{ input: tile, tile: true, blend: 'overlay' }])
    .removeAlpha()
    .raw()
    .toBuffer()
  return encode(sharp(clouds, { raw: { width, height, channels: 3 } })).toBuffer()
}

const [folder = '', count = '0', which] = process.argv.slice(2)
const drawn =
  which === 'posters' ? kinds.filter(({ width, end }) => width === 1200 && end === 'jpg') : kinds
for (let at = 0; at < Number(count); at += 1) {
  const kind = /** @type {Kind} */ (drawn[at % drawn.length])
  const name = `${String(at).padStart(4, '0')}.${kind.end}`
  writeFileSync(join(folder, name), await draw(kind, at + 1))
}
