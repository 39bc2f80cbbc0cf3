import type { Crop, FixChoices, FixPreview } from '#contract/imageFix'
import type { Sha256 } from '#contract/values'
import { openSharp } from '../../media/sharp.ts'
import { contentOf } from '../measure/format.ts'
import { inTurn, largeFrom } from '../measure/inTurn.ts'
import type { MeasureLimits } from '../measure/measure.ts'
import { mega } from '../measure/measurement.ts'
import { readSource } from '../measure/read.ts'
import type { PictureSource } from '../measure/read.ts'
import { encode } from './encode.ts'
import { centred, isCut, planFor } from './plan.ts'
import { attentionIn, drawWindow, lay } from './render.ts'

/** All of a preview but its name, which depends on what else is there. */
export type Fixed = Omit<FixPreview, 'fileName'>

export type FixOutcome =
  | { readonly kind: 'fixed'; readonly fixed: Fixed }
  | { readonly kind: 'failed'; readonly why: 'gone' | 'changed' | 'unreadable' }

/** Formats whose pixels were never thinned out to save room. */
const losslessFormats = new Set(['png', 'gif', 'tiff', 'svg'])

/**
 * Makes one picture to size: upright, 8-bit sRGB, without any metadata. Same bytes and choices make
 * the same result, so that what a person saw before saving is what is saved. Of an animation or a
 * document the first frame or page.
 * @param expected the hash of the bytes that were measured
 * @param crop where to cut; null leaves it to attention
 */
export async function fixPicture(
  source: PictureSource,
  expected: Sha256,
  choices: FixChoices,
  crop: Crop | null,
  limits: MeasureLimits,
): Promise<FixOutcome> {
  const read = await readSource(source, limits.megabytes)
  if (!read.ok) return { kind: 'failed', why: 'gone' }
  if (read.bytesHash !== expected) return { kind: 'failed', why: 'changed' }
  const upright = () =>
    openSharp()(read.bytes, {
      autoOrient: true,
      limitInputPixels: Math.floor(limits.megapixels * mega),
      failOn: 'warning',
    })
  try {
    const header = await upright().metadata()
    const { width, height } = header.autoOrient
    const picture = { width, height: header.pageHeight ?? height }
    const make = () => makeFrom(upright, picture, read.bytes, choices, crop)
    const large = picture.width * picture.height >= largeFrom
    return { kind: 'fixed', fixed: await (large ? inTurn(make) : make()) }
  } catch {
    // Measured once already: what fails now is a decoder's limit, whatever it says of itself.
    return { kind: 'failed', why: 'unreadable' }
  }
}

async function makeFrom(
  upright: () => ReturnType<ReturnType<typeof openSharp>>,
  picture: { width: number; height: number },
  bytes: Buffer,
  choices: FixChoices,
  asked: Crop | null,
): Promise<Fixed> {
  const cut = isCut(picture, choices)
  const zoomed = choices.way === 'fill' && (asked?.zoom ?? 1) > 1
  const crop = asked ?? (cut ? await attentionIn(upright(), picture, choices) : centred)
  const plan = planFor(picture, choices, crop)
  const drawn = await drawWindow(upright(), plan)
  const { raster, edgeColour, flattened } = await lay(drawn, plan, choices)
  const content = await contentOf(bytes)
  const lossless = content.kind === 'picture' && losslessFormats.has(content.format ?? '')
  const encoded = await encode(raster, choices, lossless)
  return {
    ...encoded,
    bytes: new Uint8Array(encoded.bytes),
    width: raster.width,
    height: raster.height,
    byteSize: encoded.bytes.length,
    enlarged: plan.enlarged,
    original: picture,
    crop: cut || zoomed ? crop : null,
    edgeColour,
    flattened,
  }
}
