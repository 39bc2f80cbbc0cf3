/** The drawn pictures that repeats are made of. */
import { drawPoster, open, posterText, scene } from '../../../tests/support/pictures.ts'
import { drawPage, pageKinds, wordsFor } from './pages.mjs'

/**
 * @typedef {import('./photographs.mjs').Original} Original
 * @typedef {'tuning' | 'reporting'} Sentences
 */

const templates = /** @type {const} */ (['notice', 'table', 'frame', 'card', 'grid', 'quote'])

/** @param {string} name @param {import('../../../tests/support/pictures.ts').RawPicture} drawn */
async function original(name, drawn) {
  const bytes = await open(drawn).png({ compressionLevel: 1 }).toBuffer()
  return { name, bytes, extent: drawn }
}

/** @param {number} seed @param {number} at @param {Sentences} sentences @returns {Promise<Original>} */
export async function poster(seed, at, sentences) {
  const template = templates[at % templates.length] ?? 'card'
  const drawn = await drawPoster({
    template,
    style: seed * 7 + 3,
    textSize: 16 + (at % 5) * 4,
    text: posterText(seed, 4, sentences),
    photo: await scene(seed),
  })
  return original(`poster ${seed} ${template}`, drawn)
}

/** Ink and paper that many levels apart; null is black on white. */
const contrasts = [null, null, 60, 30]

/** @param {number} seed @param {number} at @param {Sentences} sentences @returns {Promise<Original>} */
export async function page(seed, at, sentences) {
  const kind = pageKinds[at % pageKinds.length] ?? 'paper'
  const isCaption = kind === 'caption'
  const drawn = await drawPage({
    kind,
    seed,
    contrast: isCaption ? null : (contrasts[at % contrasts.length] ?? null),
    photo: isCaption ? await scene(seed) : null,
    words: wordsFor(seed * 3, 24, sentences),
    dark: at % 3 === 0,
  })
  return original(`page ${seed} ${kind}`, drawn)
}
