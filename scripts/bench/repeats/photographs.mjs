/** The photographs that repeats are made of. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import {
  cache,
  picturesIn,
  qtResourcesIn,
  unpacked,
  webpAt,
  webpPlacesIn,
} from '../support/debianPictures.mjs'

/**
 * @typedef {{ name: string, bytes: Buffer, extent: { width: number, height: number } }} Original
 */

/** No picture is in two sets. A chooses what the engine takes for granted, the others report.
 * @type {Record<string, string[]>} */
export const packages = {
  A: ['mate-backgrounds', 'lxqt-themes', 'lomiri-wallpapers-16.04', 'sway-backgrounds'],
  B: [
    'gnome-backgrounds',
    'ukui-wallpapers',
    'lomiri-wallpapers-20.04',
    'plasma-workspace-wallpapers',
  ],
  C: ['opencv-doc', 'stellarium-data', 'desktop-base', 'debian-edu-artwork-emerald'],
}

/** Photographs of some 1,024 px inside a Qt resource file, for counting what is found.
 * @type {Record<string, string>} */
const resources = { B: 'gcompris-qt-data' }

/**
 * @param {string} set
 * @returns {Promise<string[]>} paths that `readPhotograph` takes: file, @ and the place in it
 */
export async function smallPhotographsOf(set) {
  const name = resources[set]
  /** @type {string[]} */
  const found = []
  for (const file of name === undefined ? [] : qtResourcesIn(unpacked(name))) {
    const bytes = readFileSync(file)
    for (const at of webpPlacesIn(bytes)) {
      const header = await sharp(webpAt(bytes, at))
        .metadata()
        .catch(() => null)
      if (header === null || header.hasAlpha || header.width < 800 || header.height < 500) continue
      found.push(`${file}@${at}`)
    }
  }
  return found
}

/** @param {string} path */
function bytesOf(path) {
  const [file = '', at] = path.split('@')
  const bytes = readFileSync(file)
  return at === undefined ? bytes : webpAt(bytes, Number(at))
}

/** Several sizes of one picture count once: what they look like at 16×16, coarsely.
 * @param {Buffer} bytes */
async function lookOf(bytes) {
  const small = sharp(bytes).resize(16, 16, { fit: 'fill' }).greyscale()
  return new Uint8Array(await small.raw().toBuffer())
}

/** @param {Uint8Array} one @param {Uint8Array} other */
function isSameLook(one, other) {
  return one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] ?? 0)), 0) < 256 * 4
}

/**
 * Paths of the photographs of a set, the larger ones only and each once.
 *
 * @param {string} set
 * @param {number} atMost spread over the set
 * @returns {Promise<string[]>}
 */
export async function photographsOf(set, atMost) {
  const names = packages[set]
  if (names === undefined) throw new Error(`there is no set ${set}`)
  /** @type {{ path: string, look: Uint8Array }[]} */
  const found = []
  for (const path of names.flatMap((name) => picturesIn(unpacked(name)))) {
    const bytes = readFileSync(path)
    const { autoOrient } = await sharp(bytes, { limitInputPixels: 100_000_000 }).metadata()
    if (autoOrient.width < 1_200 || autoOrient.height < 630) continue
    const look = await lookOf(bytes)
    if (found.some((other) => isSameLook(look, other.look))) continue
    found.push({ path, look })
  }
  /** @param {string} path */
  const lot = (path) => createHash('sha256').update(path.slice(cache.length)).digest('hex')
  return found
    .map(({ path }) => path)
    .sort((one, other) => (lot(one) < lot(other) ? -1 : 1))
    .slice(0, atMost)
}

/** At most 1,280 px, as a PNG without metadata: what the copies are made of.
 * @param {string} path @returns {Promise<Original>} */
export async function readPhotograph(path) {
  const { data, info } = await sharp(bytesOf(path), { limitInputPixels: 100_000_000 })
    .autoOrient()
    .resize(1_280, 1_280, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#808080' })
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true })
  return { name: path, bytes: data, extent: { width: info.width, height: info.height } }
}
