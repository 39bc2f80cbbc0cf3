/** What can be done to decoded pixels. */
import sharp from 'sharp'
import { randomFrom } from '../../../tests/support/drawing.ts'

/** @typedef {{ data: Buffer, width: number, height: number, channels: 3 }} Raw */

/** @param {Buffer} data @param {{ width: number, height: number }} size @returns {Raw} */
export function raw(data, { width, height }) {
  return { data, width, height, channels: 3 }
}

/** @param {Raw} picture */
export function open({ data, width, height, channels }) {
  return sharp(data, { raw: { width, height, channels } })
}

/** @param {import('sharp').Sharp} picture @returns {Promise<Raw>} */
export async function rawOf(picture) {
  const { data, info } = await picture
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return raw(data, info)
}

/** @param {Raw} picture @param {number} longest */
export function within(picture, longest) {
  return rawOf(open(picture).resize(longest, longest, { fit: 'inside', withoutEnlargement: true }))
}

/** @param {Raw} picture @param {number} [quality] */
export function jpeg(picture, quality = 85) {
  return open(picture).jpeg({ quality }).toBuffer()
}

/** Grain of a sensor: a mean of four even chances is near enough to Gaussian.
 * @param {Raw} picture @param {number} levels @param {number} seed @returns {Raw} */
export function grain(picture, levels, seed) {
  const random = randomFrom(seed)
  const data = Buffer.alloc(picture.data.length)
  for (let at = 0; at < data.length; at++) {
    const chance = (random() + random() + random() + random() - 2) * 1.73
    data[at] = Math.max(0, Math.min(255, Math.round((picture.data[at] ?? 0) + chance * levels)))
  }
  return raw(data, picture)
}

/** Along a line of `length` pixels, as a shaking hand or a passing car does.
 * @param {Raw} picture @param {number} length @param {number} degrees @returns {Raw} */
export function moved({ data, width, height }, length, degrees) {
  const [dx, dy] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  const steps = Array.from({ length }, (_, at) => at - (length - 1) / 2)
  const result = Buffer.alloc(data.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let [red, green, blue] = [0, 0, 0]
      for (const step of steps) {
        const there = Math.max(0, Math.min(width - 1, Math.round(x + step * dx)))
        const down = Math.max(0, Math.min(height - 1, Math.round(y + step * dy)))
        const at = (down * width + there) * 3
        red += data[at] ?? 0
        green += data[at + 1] ?? 0
        blue += data[at + 2] ?? 0
      }
      const at = (y * width + x) * 3
      result[at] = red / length
      result[at + 1] = green / length
      result[at + 2] = blue / length
    }
  }
  return raw(result, { width, height })
}

/** More or less light, in linear light, as an aperture does.
 * @param {Raw} picture @param {number} factor @returns {Raw} */
export function exposed(picture, factor) {
  const table = Uint8Array.from({ length: 256 }, (_, level) => {
    const value = level / 255
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
    const more = Math.min(1, linear * factor)
    const back = more <= 0.0031308 ? more * 12.92 : 1.055 * more ** (1 / 2.4) - 0.055
    return Math.round(back * 255)
  })
  return raw(Buffer.from(picture.data.map((level) => table[level] ?? 0)), picture)
}

/** The share that was not white before and is now.
 * @param {Raw} before @param {Raw} after */
export function newlyWhite(before, after) {
  let lost = 0
  for (let at = 0; at < before.data.length; at += 3) {
    const was = [0, 1, 2].every((part) => (before.data[at + part] ?? 0) >= 250)
    const is = [0, 1, 2].every((part) => (after.data[at + part] ?? 0) >= 250)
    if (is && !was) lost++
  }
  return lost / (before.data.length / 3)
}

/** One picture inside an ellipse in the middle, another around it.
 * @param {Raw} inside @param {Raw} around */
export async function ellipse(inside, around) {
  const { width, height } = inside
  const mask = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><filter id="f"><feGaussianBlur stdDeviation="12"/></filter></defs><ellipse cx="${width / 2}" cy="${height / 2}" rx="${width * 0.2}" ry="${height * 0.28}" fill="#fff" filter="url(#f)"/></svg>`,
  )
  const cut = await open(inside)
    .ensureAlpha()
    .composite([{ input: mask, blend: 'dest-in' }])
    .png()
    .toBuffer()
  return rawOf(open(around).composite([{ input: cut }]))
}

/** The part that the ellipse shows. @param {Raw} picture @returns {Raw} */
export function middle({ data, width, height }) {
  const size = { width: Math.round(width * 0.3), height: Math.round(height * 0.4) }
  const part = Buffer.alloc(size.width * size.height * 3)
  const left = Math.round(width * 0.35)
  for (let y = 0; y < size.height; y++) {
    const from = ((Math.round(height * 0.3) + y) * width + left) * 3
    data.copy(part, y * size.width * 3, from, from + size.width * 3)
  }
  return raw(part, size)
}

/** Mean change of green from one pixel to the next. @param {Raw} picture */
export function detailOf({ data }) {
  let sum = 0
  for (let at = 4; at < data.length; at += 3) sum += Math.abs((data[at] ?? 0) - (data[at - 3] ?? 0))
  return sum / (data.length / 3)
}

/** @param {Raw} picture @param {number} sigma */
export function soft(picture, sigma) {
  return rawOf(open(picture).blur(sigma))
}

/** @param {Raw} picture @param {number} factor @param {'cubic' | 'lanczos3'} kernel */
export async function enlarged(picture, factor, kernel) {
  const size = {
    width: Math.round(picture.width / factor),
    height: Math.round(picture.height / factor),
  }
  const small = await rawOf(open(picture).resize({ ...size, fit: 'fill' }))
  return rawOf(
    open(small).resize({ width: picture.width, height: picture.height, fit: 'fill', kernel }),
  )
}

/** @param {Raw} picture @param {number} ratio width over height */
export function cropped(picture, ratio) {
  const { width, height } = picture
  const fits =
    width / height > ratio ? { width: height * ratio, height } : { width, height: width / ratio }
  const size = { width: Math.round(fits.width), height: Math.round(fits.height) }
  return rawOf(open(picture).resize({ ...size, fit: 'cover' }))
}
