/** Small edits of one picture: what must never be taken for a re-encoding. */
import sharp from 'sharp'
import { randomFrom } from '../../../tests/support/drawing.ts'
import { open } from '../../../tests/support/pictures.ts'
import { withOneCharacterChanged } from '../../../tests/support/pictureText.ts'
import { drawPage, pageKinds, wordsFor } from './pages.mjs'

/**
 * @typedef {import('../../../tests/support/pictures.ts').RawPicture} RawPicture
 * @typedef {{ kind: string, one: Buffer, other: Buffer }} Pair
 */

/** @type {Record<string, (picture: RawPicture) => Promise<Buffer>>} */
export const encoders = {
  png: (picture) => open(picture).png({ compressionLevel: 1 }).toBuffer(),
  q95: (picture) => open(picture).jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer(),
  q80: (picture) => open(picture).jpeg({ quality: 80 }).toBuffer(),
  q60: (picture) => open(picture).jpeg({ quality: 60 }).toBuffer(),
  'q60 4:4:4': (picture) =>
    open(picture).jpeg({ quality: 60, chromaSubsampling: '4:4:4' }).toBuffer(),
  moz60: (picture) => open(picture).jpeg({ quality: 60, mozjpeg: true }).toBuffer(),
  webp: (picture) => open(picture).webp().toBuffer(),
  webp60: (picture) => open(picture).webp({ quality: 60 }).toBuffer(),
  avif: (picture) => open(picture).avif({ effort: 2 }).toBuffer(),
  twice: async (picture) =>
    sharp(await open(picture).jpeg({ quality: 85 }).toBuffer())
      .jpeg({ quality: 60 })
      .toBuffer(),
}

/** Each pair of encodings is tried in both orders. */
const encodings = [
  ['png', 'q60'],
  ['q95', 'q60'],
  ['q60', 'q60 4:4:4'],
  ['png', 'moz60'],
  ['png', 'webp60'],
  ['q80', 'webp'],
  ['png', 'avif'],
  ['q95', 'twice'],
  ['png', 'png'],
]

/**
 * @param {string} kind
 * @param {RawPicture} one
 * @param {RawPicture} other
 * @param {number} from which encodings come first, so that all have their turn
 * @returns {AsyncGenerator<Pair>}
 */
async function* encoded(kind, one, other, from) {
  if (Buffer.compare(one.data, other.data) === 0) return
  for (let step = 0; step < 4; step++) {
    const [first = 'png', second = 'png'] = encodings[(from + step * 2) % encodings.length] ?? []
    const [here, there] = [encoders[first], encoders[second]]
    if (here === undefined || there === undefined) continue
    yield { kind, one: await here(one), other: await there(other) }
    yield { kind, one: await there(one), other: await here(other) }
  }
}

/** Strong, and so faint that it can hardly be read: grey levels between ink and paper. */
const contrasts = [null, null, 30, 24, 18, 60]

/**
 * @param {number} seed
 * @param {'tuning' | 'reporting'} sentences
 * @param {RawPicture} photo
 * @returns {AsyncGenerator<Pair>}
 */
export async function* editsOf(seed, sentences, photo) {
  const random = randomFrom(seed + 31)
  for (const kind of pageKinds) {
    const contrast = kind === 'caption' ? null : (contrasts[Math.floor(random() * 6)] ?? null)
    const words = wordsFor(seed * 3 + kind.length, 24, sentences)
    const page = { kind, seed, contrast, photo, words, dark: random() < 0.4 }
    const shown = kind === 'drawing' ? 8 : kind === 'caption' ? 10 : 20
    const line = Math.floor(random() * shown)
    const edited = words.map((word, at) =>
      at === line ? withOneCharacterChanged(word, Math.floor(random() * 14)) : word,
    )
    const one = await drawPage(page)
    const other = await drawPage({ ...page, words: edited })
    const name = contrast !== null && contrast <= 30 ? 'faint character' : 'one character'
    yield* encoded(`${name}, ${kind}`, one, other, seed)
  }
  for (const side of [14, 40]) {
    const other = withPatch(photo, random, side)
    if (other !== null) yield* encoded(`photo, ${side} px of it replaced`, photo, other, seed)
  }
}

/** Mean difference of a patch, in levels, from which it can be told from what was there. */
const visiblePatch = 14

/**
 * A piece of the picture put over another place of it, with soft edges.
 *
 * @param {RawPicture} picture
 * @param {() => number} random
 * @param {number} side
 * @returns {RawPicture | null} null when no place was found where that shows
 */
function withPatch(picture, random, side) {
  for (let tried = 0; tried < 20; tried++) {
    const patched = patchedOnce(picture, random, side)
    if (patched.off >= visiblePatch) return { ...picture, data: patched.data }
  }
  return null
}

/** @param {RawPicture} picture @param {() => number} random @param {number} side */
function patchedOnce(picture, random, side) {
  const { width, height } = picture
  let off = 0
  const data = Uint8Array.from(picture.data)
  const place = () => ({
    x: Math.floor(random() * (width - side)),
    y: Math.floor(random() * (height - side)),
  })
  const [from, to] = [place(), place()]
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const out = Math.hypot(x - side / 2, y - side / 2) / (side / 2)
      const weight = Math.max(0, Math.min(1, 3 * (1 - out)))
      for (let part = 0; part < 3; part++) {
        const at = ((to.y + y) * width + to.x + x) * 3 + part
        const there = picture.data[((from.y + y) * width + from.x + x) * 3 + part] ?? 0
        const mixed = Math.round((data[at] ?? 0) * (1 - weight) + there * weight)
        off += Math.abs(mixed - (data[at] ?? 0))
        data[at] = mixed
      }
    }
  }
  return { data, off: off / (side * side * 3) }
}
