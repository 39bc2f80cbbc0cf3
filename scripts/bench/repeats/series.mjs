/**
 * Photographs of one scene each, that are no copies of one another: what a person should see side by
 * side, and not be accused of.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { randomFrom } from '../../../tests/support/drawing.ts'
import { unpacked } from '../support/debianPictures.mjs'

/** @typedef {{ name: string, photographs: Buffer[] }} Series */

const data = 'usr/share/doc/opencv-doc/examples/data'
/** @param {string} side @param {number[]} numbers */
const numbered = (side, numbers) =>
  numbers.map((number) => `${side}${String(number).padStart(2, '0')}.jpg`)
const shots = [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14]

/**
 * Taken one after the other by a camera that stands still or moves: somebody in a room who holds a
 * board (two cameras), a plant, a street, a wall with graffiti, a road, two plays and a table.
 * @type {Record<string, string[]>}
 */
const taken = {
  'room, left camera': numbered('left', shots),
  'room, right camera': numbered('right', shots),
  plant: ['aloeL.jpg', 'aloeR.jpg'],
  street: ['leuvenA.jpg', 'leuvenB.jpg'],
  graffiti: ['graf1.png', 'graf3.png'],
  air: ['aero1.jpg', 'aero3.jpg'],
  basketball: ['basketball1.png', 'basketball2.png'],
  whale: ['rubberwhale1.png', 'rubberwhale2.png'],
}

/** @returns {Series[]} */
export function takenSeries() {
  const folder = join(unpacked('opencv-doc'), data)
  return Object.entries(taken).map(([name, files]) => ({
    name,
    photographs: files.map((file) => readFileSync(join(folder, file))),
  }))
}

const framings = 4
const framed = { width: 1_280, height: 853 }

/**
 * Several framings of one photograph, as if the camera had been turned, moved and zoomed between two
 * shots: another part of it, some degrees slanted, a little lighter or darker. Nobody moves between
 * them and nothing shifts before its background, so they are more alike than shots of an event.
 *
 * @param {string} path
 * @param {number} seed
 * @returns {Promise<Series>}
 */
export async function framedSeries(path, seed) {
  const random = randomFrom(seed)
  const { data: all, info } = await sharp(readFileSync(path), { limitInputPixels: 100_000_000 })
    .autoOrient()
    .resize(2_400, 1_600, { fit: 'cover' })
    .flatten({ background: '#808080' })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true })
  const photographs = []
  for (let shot = 0; shot < framings; shot++) {
    const width = Math.round(info.width * (0.55 + random() * 0.2))
    const height = Math.round((width * framed.height) / framed.width)
    // A corner of the free space each, so that no two show nearly the same part.
    const left = (info.width - width) * (shot % 2 === 0 ? random() * 0.4 : 0.6 + random() * 0.4)
    const top = (info.height - height) * (shot < 2 ? random() * 0.4 : 0.6 + random() * 0.4)
    const part = await sharp(all)
      .extract({ left: Math.floor(left), top: Math.floor(top), width, height })
      .png({ compressionLevel: 1 })
      .toBuffer()
    // Slanted, then without the corners that this leaves empty.
    const slant = (random() < 0.5 ? -1 : 1) * (1 + random() * 2)
    const turned = await sharp(part).rotate(slant).png({ compressionLevel: 1 }).toBuffer()
    photographs.push(
      await sharp(turned)
        .extract(middleOf(await sharp(turned).metadata()))
        .resize(framed.width, framed.height, { fit: 'cover' })
        .modulate({ brightness: 0.93 + random() * 0.14 })
        .jpeg({ quality: 85 })
        .toBuffer(),
    )
  }
  return { name: path, photographs }
}

/** @param {{ width: number, height: number }} extent */
function middleOf({ width, height }) {
  const [wide, high] = [Math.floor(width * 0.88), Math.floor(height * 0.88)]
  return {
    left: Math.floor((width - wide) / 2),
    top: Math.floor((height - high) / 2),
    width: wide,
    height: high,
  }
}
