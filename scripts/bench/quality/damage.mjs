/** What goes wrong with photographs on their way, each in a way that real ones show. */
import sharp from 'sharp'
import { randomFrom } from '../../../tests/support/drawing.ts'
import {
  open,
  rawOf,
  within,
  jpeg,
  grain,
  moved,
  exposed,
  newlyWhite,
  ellipse,
  middle,
  detailOf,
  soft,
  enlarged,
  cropped,
} from './pixels.mjs'

/** @typedef {import('./pixels.mjs').Raw} Raw */
/**
 * @typedef {object} Damage
 * @property {string} name
 * @property {readonly string[]} [true] the findings that hold of it
 * @property {readonly string[]} [open] findings that neither hold nor do not: not scored
 * @property {(picture: Raw, seed: number) => Promise<Buffer | null>} make null where it does not apply
 */

/** @param {string} name @param {(p: Raw, seed: number) => Promise<Buffer | null>} make @returns {Damage} */
const unharmed = (name, make) => ({ name, make })

/** @type {readonly Damage[]} */
export const damages = [
  unharmed('unharmed, 1200 px, JPEG 85', async (p) => jpeg(await within(p, 1_200))),
  unharmed('unharmed, 1200 px, PNG', async (p) =>
    open(await within(p, 1_200))
      .png()
      .toBuffer(),
  ),
  unharmed('unharmed, 1600 px, WebP', async (p) =>
    open(await within(p, 1_600))
      .webp()
      .toBuffer(),
  ),
  unharmed('unharmed, full size, JPEG 90', (p) => jpeg(p, 90)),
  unharmed('saved five times, JPEG 75–90', async (p) => {
    let bytes = await jpeg(await within(p, 1_200), 90)
    for (const quality of [80, 75, 85, 90]) bytes = await sharp(bytes).jpeg({ quality }).toBuffer()
    return bytes
  }),
  unharmed('sharpened', async (p) => jpeg(await rawOf(open(await within(p, 1_200)).sharpen()))),
  unharmed('blur σ 1', async (p) => jpeg(await soft(await within(p, 1_200), 1))),
  {
    name: 'blur σ 1.5',
    open: ['blurred'],
    make: async (p) => jpeg(await soft(await within(p, 1_200), 1.5)),
  },
  {
    name: 'blur σ 2',
    open: ['blurred'],
    make: async (p) => jpeg(await soft(await within(p, 1_200), 2)),
  },
  ...[3, 4, 6, 8].map((sigma) => ({
    name: `blur σ ${sigma}`,
    true: ['blurred'],
    make: async (/** @type {Raw} */ p) => jpeg(await soft(await within(p, 1_200), sigma)),
  })),
  {
    name: 'blur σ 4 at 1200 px, full size',
    true: ['blurred'],
    make: async (p) =>
      p.width < 2_000 ? null : jpeg(await soft(p, (4 * Math.max(p.width, p.height)) / 1_200), 90),
  },
  {
    name: 'blur σ 4 and grain',
    true: ['blurred'],
    make: async (p, seed) => jpeg(grain(await soft(await within(p, 1_200), 4), 4, seed)),
  },
  ...[0, 45, 90].map((degrees) => ({
    name: `motion 17 px, ${degrees}°`,
    true: ['blurred'],
    make: async (/** @type {Raw} */ p) => jpeg(moved(await within(p, 1_200), 17, degrees)),
  })),
  unharmed('bokeh: sharp subject', async (p) => {
    const whole = await within(p, 1_200)
    // A subject in focus has details of its own.
    if (detailOf(middle(whole)) < detailOf(whole)) return null
    return jpeg(await ellipse(whole, await soft(whole, 7)))
  }),
  {
    name: 'subject blurred, background sharp',
    open: ['blurred'],
    make: async (p) => {
      const whole = await within(p, 1_200)
      return jpeg(await ellipse(await soft(whole, 6), whole))
    },
  },
  unharmed('one stop less light', async (p) => jpeg(exposed(await within(p, 1_200), 0.5))),
  ...[0.06, 0.03].map((factor) => ({
    name: `light × ${factor}`,
    true: ['dark'],
    open: ['little-content', 'blurred'],
    make: async (/** @type {Raw} */ p, /** @type {number} */ seed) =>
      jpeg(grain(exposed(await within(p, 1_200), factor), 2, seed)),
  })),
  {
    name: 'night scene with lamps',
    make: async (p, seed) => {
      const dark = exposed(await within(p, 1_200), 0.05)
      const random = randomFrom(seed)
      const lamps = Array.from({ length: 16 }, () => {
        const at = `cx="${random() * dark.width}" cy="${random() * dark.height * 0.7}"`
        return `<circle ${at} r="${14 + random() * 16}" fill="#ffe9b0"/><circle ${at} r="70" fill="#ffd27a" fill-opacity="0.25"/>`
      })
      const input = Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="${dark.width}" height="${dark.height}">${lamps.join('')}</svg>`,
      )
      return jpeg(await rawOf(open(dark).composite([{ input }])))
    },
  },
  unharmed('one stop more light', async (p) => {
    const whole = await within(p, 1_200)
    const light = exposed(whole, 2)
    return newlyWhite(whole, light) > 0.2 ? null : jpeg(light)
  }),
  ...[4, 8, 16].map((factor) => ({
    name: `light × ${factor}, a third or more burnt`,
    true: ['overexposed'],
    open: ['little-content'],
    make: async (/** @type {Raw} */ p) => {
      const whole = await within(p, 1_200)
      const light = exposed(whole, factor)
      return newlyWhite(whole, light) < 0.35 ? null : jpeg(light)
    },
  })),
  ...[10, 20, 30, 40].map((quality) => ({
    name: `JPEG ${quality}`,
    true: ['heavy-compression'],
    make: async (/** @type {Raw} */ p) => jpeg(await within(p, 1_200), quality),
  })),
  ...[10, 20, 30, 40].map((quality) => ({
    name: `JPEG ${quality}, saved again at 90`,
    true: ['heavy-compression'],
    make: async (/** @type {Raw} */ p) =>
      sharp(await jpeg(await within(p, 1_200), quality))
        .jpeg({ quality: 90 })
        .toBuffer(),
  })),
  {
    name: 'JPEG 20, cropped and saved as PNG',
    true: ['heavy-compression'],
    make: async (p) => {
      const whole = await within(p, 1_200)
      const part = { left: 5, top: 3, width: whole.width - 9, height: whole.height - 7 }
      return sharp(await jpeg(whole, 20))
        .extract(part)
        .png()
        .toBuffer()
    },
  },
  ...[50, 60].map((quality) =>
    unharmed(`JPEG ${quality}`, async (p) => jpeg(await within(p, 1_200), quality)),
  ),
  unharmed('JPEG 60, saved again at 90', async (p) =>
    sharp(await jpeg(await within(p, 1_200), 60))
      .jpeg({ quality: 90 })
      .toBuffer(),
  ),
  ...[2, 3].flatMap((factor) =>
    /** @type {const} */ (['cubic', 'lanczos3']).map((kernel) => ({
      name: `enlarged × ${factor}, ${kernel}`,
      true: ['enlarged'],
      open: ['blurred'],
      make: async (/** @type {Raw} */ p, /** @type {number} */ seed) => {
        const large = await enlarged(await within(p, 1_200), factor, kernel)
        return seed % 2 === 0 ? jpeg(large) : open(large).png().toBuffer()
      },
    })),
  ),
  ...[2.35, 2, 9 / 16, 1 / 2, 1].map((ratio) =>
    unharmed(`cut to ${ratio.toFixed(2)}:1`, async (p) => {
      const large = await cropped(p, ratio)
      return Math.min(large.width, large.height) < 800 ? null : jpeg(large)
    }),
  ),
  ...[4, 0.22].map((ratio) => ({
    name: `cut to ${ratio}:1`,
    true: ['odd-shape'],
    make: async (/** @type {Raw} */ p) => {
      const long = await cropped(p, ratio)
      return Math.min(long.width, long.height) < 300 ? null : jpeg(long)
    },
  })),
]
