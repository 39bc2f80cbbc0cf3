/** Posters of one template that differ in something: none may ever be rejected. */
import { randomFrom } from '../../../tests/support/drawing.ts'
import { drawPoster, open, posterText, scene } from '../../../tests/support/pictures.ts'
import { withOneCharacterChanged } from '../../../tests/support/pictureText.ts'

/**
 * @typedef {import('../../../tests/support/pictures.ts').RawPicture} RawPicture
 * @typedef {import('../../../tests/support/pictures.ts').Poster} Poster
 * @typedef {{ kind: string, one: Buffer, other: Buffer }} Pair
 */

/** @type {Record<string, (picture: RawPicture) => Promise<Buffer>>} */
const encoders = {
  png: (picture) => open(picture).png({ compressionLevel: 1 }).toBuffer(),
  q80: (picture) => open(picture).jpeg({ quality: 80 }).toBuffer(),
  q60: (picture) => open(picture).jpeg({ quality: 60 }).toBuffer(),
  webp: (picture) => open(picture).webp().toBuffer(),
}

const encodings = [
  ['png', 'png'],
  ['png', 'q60'],
  ['q60', 'png'],
  ['q80', 'q60'],
  ['q60', 'q60'],
  ['webp', 'q80'],
]

/** Colours of one luma each: only the hue tells them apart. */
const twins = [
  ['#c1121f', '#3040c8'],
  ['#1a7a1a', '#a02090'],
  ['#d07020', '#888888'],
  ['#1b3a6b', '#383838'],
]

const words = '<g font-family="DejaVu Sans" fill="#333">'

/** Marks with one thing to change in them; drawn on a light panel in the top right corner.
 * @type {Record<string, (one: boolean, size: number, hues: string[]) => string>} */
const marks = {
  'recoloured character': (one, size, hues) =>
    `${words}<text x="900" y="70" font-size="${size}">Aras <tspan fill="${hues[one ? 0 : 1]}">7</tspan> Menara</text></g>`,
  'recoloured logo': (one, _size, hues) =>
    `<circle cx="960" cy="62" r="14" fill="${hues[one ? 0 : 1]}"/>`,
  'added full stop': (one, size) =>
    `${words}<text x="900" y="70" font-size="${size}">Masa 8${one ? '.' : ' '}30</text></g>`,
  'phone digit': (one, size) =>
    `${words}<text x="900" y="70" font-size="${size}">03-2610 8${one ? '8' : '3'}88</text></g>`,
  'thin rule': (one) => (one ? '<rect x="900" y="70" width="90" height="1" fill="#555"/>' : ''),
  'logo of one luma': (one, _size, hues) =>
    one
      ? `<rect x="940" y="50" width="24" height="24" fill="${hues[0]}"/>`
      : `<circle cx="952" cy="62" r="13" fill="${hues[0]}"/>`,
}

/**
 * One template with another wording all over, and with one line or one character changed.
 *
 * @param {number} seed
 * @param {'tuning' | 'reporting'} sentences
 * @param {RawPicture} photo
 * @returns {AsyncGenerator<Pair>}
 */
export async function* siblingsOf(seed, sentences, photo) {
  const random = randomFrom(seed)
  const templates =
    sentences === 'tuning' ? ['card', 'grid', 'quote'] : ['notice', 'table', 'frame']
  const sizes = [16, 17, 18, 20, 22, 24, 28, 32, 40]
  const text = posterText(seed, 4, sentences)
  /** @type {Poster} */
  const base = {
    template: /** @type {Poster['template']} */ (templates[seed % 3]),
    style: seed * 13 + 5,
    textSize: sizes[seed % sizes.length] ?? 16,
    text,
    photo,
  }
  const line = Math.floor(random() * 3)
  const words = text.lines[line] ?? ''
  /** @param {string} changed */
  const withLine = (changed) => ({
    ...base,
    text: { ...text, lines: text.lines.map((kept, at) => (at === line ? changed : kept)) },
  })
  const another = posterText(seed + 5_000, 4, sentences)
  const size = base.textSize
  const one = await drawPoster(base)
  // Near the beginning of the line, where nothing covers it and it is not cut off.
  const at = Math.floor(random() * Math.min(20, words.length))
  const character = await drawPoster(withLine(withOneCharacterChanged(words, at)))
  if (Buffer.compare(one.data, character.data) === 0) return
  yield* encoded(`one character, ${size <= 20 ? '16–20' : '22–40'} px`, one, character, encodings)
  const other = await drawPoster(withLine(another.lines[0] ?? ''))
  yield* encoded('one line', one, other, encodings.slice(0, 2))
  const all = await drawPoster({ ...base, text: another, photo: await scene(seed + 900) })
  yield* encoded('other text and photo', one, all, encodings.slice(0, 1))
  const hues = twins[seed % twins.length] ?? []
  const panel = '<rect x="880" y="40" width="280" height="60" fill="#f4f4f0"/>'
  const [kind, mark] = Object.entries(marks)[seed % Object.keys(marks).length] ?? ['', () => '']
  /** @param {boolean} first */
  const marked = (first) => drawPoster({ ...base, extra: panel + mark(first, size, hues) })
  yield* encoded(kind, await marked(true), await marked(false), encodings)
  yield {
    kind: 'one character, cropped 2 %',
    one: await open(one).png({ compressionLevel: 1 }).toBuffer(),
    other: await open(character)
      .extract({ left: 12, top: 7, width: 1_176, height: 616 })
      .jpeg({ quality: 80 })
      .toBuffer(),
  }
  yield {
    kind: 'one character, mirrored',
    one: await open(one).png({ compressionLevel: 1 }).toBuffer(),
    other: await open(character).flop().jpeg({ quality: 80 }).toBuffer(),
  }
  yield {
    kind: 'one character, brighter',
    one: await open(one).png({ compressionLevel: 1 }).toBuffer(),
    other: await open(character).linear(1.08, 0).jpeg({ quality: 80 }).toBuffer(),
  }
  yield {
    kind: 'one character, double size',
    one: await open(one).resize(2_400).png({ compressionLevel: 1 }).toBuffer(),
    other: await open(character).jpeg({ quality: 70 }).toBuffer(),
  }
}

/**
 * @param {string} kind
 * @param {RawPicture} one
 * @param {RawPicture} other
 * @param {readonly (readonly string[])[]} ways
 * @returns {AsyncGenerator<Pair>}
 */
async function* encoded(kind, one, other, ways) {
  if (Buffer.compare(one.data, other.data) === 0) return
  for (const [first = 'png', second = 'png'] of ways) {
    const left = await encoders[first]?.(one)
    const right = await encoders[second]?.(other)
    if (left !== undefined && right !== undefined) yield { kind, one: left, other: right }
  }
}
