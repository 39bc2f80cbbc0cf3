/** What happens to a picture between two publications of it. */
import sharp from 'sharp'

/**
 * @typedef {(original: Buffer, extent: { width: number, height: number }) => Promise<Buffer>} Change
 */

/**
 * @param {number} left
 * @param {number} top
 * @param {number} width
 * @param {number} height
 * @returns {Change}
 */
function crop(left, top, width, height) {
  return (original, extent) =>
    sharp(original)
      .extract({
        left: Math.round(extent.width * left),
        top: Math.round(extent.height * top),
        width: Math.round(extent.width * width),
        height: Math.round(extent.height * height),
      })
      .jpeg({ quality: 85 })
      .toBuffer()
}

/**
 * @param {(extent: { width: number, height: number }) => { svg: string, corner?: boolean }} draw
 * @returns {Change}
 */
function overlay(draw) {
  return (original, extent) => {
    const input = Buffer.from(draw(extent).svg)
    return sharp(original).composite([{ input }]).jpeg({ quality: 85 }).toBuffer()
  }
}

/** @param {{ width: number, height: number }} extent @param {string} body */
function svg({ width, height }, body) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`
}

/** @param {number} factor @returns {Change} */
function scaled(factor) {
  return (original, { width }) =>
    sharp(original)
      .resize(Math.round(width * factor))
      .jpeg({ quality: 85 })
      .toBuffer()
}

/** Content untouched: nearly all of these should be rejected outright.
 * @type {Record<string, Change>} */
export const untouched = {
  'jpeg q80': (original) => sharp(original).jpeg({ quality: 80 }).toBuffer(),
  'jpeg q95, 4:4:4': (original) =>
    sharp(original).jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer(),
  'jpeg q60': (original) => sharp(original).jpeg({ quality: 60 }).toBuffer(),
  'jpeg q80, then q60': async (original) =>
    sharp(await sharp(original).jpeg({ quality: 80 }).toBuffer())
      .jpeg({ quality: 60 })
      .toBuffer(),
  'mozjpeg q60': (original) => sharp(original).jpeg({ quality: 60, mozjpeg: true }).toBuffer(),
  'webp q80': (original) => sharp(original).webp().toBuffer(),
  'webp q75': (original) => sharp(original).webp({ quality: 75 }).toBuffer(),
  'webp lossless': (original) => sharp(original).webp({ lossless: true }).toBuffer(),
  'avif q50': (original) => sharp(original).avif().toBuffer(),
  'avif q60': (original) => sharp(original).avif({ quality: 60 }).toBuffer(),
  'png, metadata': (original) =>
    sharp(original)
      .withExif({ IFD0: { Copyright: 'JKR' } })
      .png()
      .toBuffer(),
}

/** Changed by a person: to be found; whether rejected or put to decision does not matter.
 * @type {Record<string, Change>} */
export const touched = {
  'jpeg q40': (original) => sharp(original).jpeg({ quality: 40 }).toBuffer(),
  'half size': scaled(0.5),
  'three quarters': scaled(0.75),
  'double size': scaled(2),
  'brighter 10 %': (original) =>
    sharp(original).modulate({ brightness: 1.1 }).jpeg({ quality: 85 }).toBuffer(),
  'darker 10 %': (original) => sharp(original).linear(0.9, 0).jpeg({ quality: 85 }).toBuffer(),
  'contrast +10 %': (original) =>
    sharp(original).linear(1.1, -12.8).jpeg({ quality: 85 }).toBuffer(),
  'grey-scale': (original) => sharp(original).greyscale().jpeg({ quality: 85 }).toBuffer(),
  mirrored: (original) => sharp(original).flop().jpeg({ quality: 85 }).toBuffer(),
  'crop 3 %': crop(0.03, 0.03, 0.94, 0.94),
  'crop 10 %': crop(0.1, 0.1, 0.8, 0.8),
  'crop 20 % off-centre': crop(0, 0, 0.8, 0.8),
  'crop uneven': crop(0.06, 0.02, 0.85, 0.94),
  'crop 5 %, resized back': async (original, extent) =>
    sharp(await crop(0.05, 0.05, 0.9, 0.9)(original, extent))
      .resize(extent.width, extent.height, { fit: 'fill' })
      .jpeg({ quality: 85 })
      .toBuffer(),
  badge: overlay((extent) => {
    const side = extent.width * 0.1
    const at = `x="${extent.width - side * 1.2}" y="${extent.height - side * 1.2}"`
    return {
      svg: svg(extent, `<rect ${at} width="${side}" height="${side}" fill="#c1121f" rx="8"/>`),
    }
  }),
  'tiled watermark': overlay((extent) => {
    const rows = Array.from({ length: 5 }, (_, row) => {
      const y = (extent.height * (row + 0.5)) / 5
      const words = 'MILIK JKR  '.repeat(12)
      return `<text x="${row * -60}" y="${y}" font-size="36" fill="white" fill-opacity="0.35">${words}</text>`
    })
    return { svg: svg(extent, `<g font-family="DejaVu Sans">${rows.join('')}</g>`) }
  }),
  border: (original) =>
    sharp(original)
      .extend({ top: 40, bottom: 40, left: 40, right: 40, background: 'white' })
      .jpeg({ quality: 85 })
      .toBuffer(),
  'title band': overlay((extent) => {
    const top = extent.height * 0.74
    const band = `<rect y="${top}" width="100%" height="${extent.height - top}" fill="#0b2545"/>`
    const title = `<text x="40" y="${top + 80}" font-size="56" fill="white" font-family="DejaVu Sans">Majlis Perasmian</text>`
    return { svg: svg(extent, band + title) }
  }),
}

/** Of the untouched ones, those that are counted; AVIF is made more quickly for it. */
const counted = ['jpeg q60', 'webp q80', 'png, metadata']

/**
 * What the goals call a repeat, for counting on many pictures what is found; encoders at the
 * settings that take least time, since nothing is saved anew here.
 * @type {Record<string, Change>}
 */
export const mustBeFound = {
  ...Object.fromEntries(Object.entries(untouched).filter(([name]) => counted.includes(name))),
  'avif q50': (original) => sharp(original).avif({ effort: 1 }).toBuffer(),
  ...touched,
  'contrast -10 %': (original) =>
    sharp(original).linear(0.9, 12.8).jpeg({ quality: 85 }).toBuffer(),
}

/** Of the touched ones, those that hide much of the picture: found as often as can be. */
export const seldomFound = ['title band']

/** Of those that are counted, those that the goals do not name. */
export const withoutGoal = [
  ...seldomFound,
  'crop uneven',
  'crop 5 %, resized back',
  'three quarters',
]
