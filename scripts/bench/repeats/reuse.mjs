/** Posters over a photo of the library, and another photo's posters to see that they are told apart. */
import { open, posterText } from '../../../tests/support/pictures.ts'
import { drawPoster } from '../../../tests/support/pictures.ts'
import sharp from 'sharp'

const templates = /** @type {const} */ (['card', 'frame', 'notice'])

/**
 * @param {Buffer} photograph
 * @param {number} seed
 * @param {'tuning' | 'reporting'} sentences
 * @returns {Promise<{ template: string, bytes: Buffer }>}
 */
export async function posterWith(photograph, seed, sentences) {
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
  return { template, bytes: await open(poster).jpeg({ quality: 85 }).toBuffer() }
}
