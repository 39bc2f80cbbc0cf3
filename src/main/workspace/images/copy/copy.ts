import type { Metadata, Sharp } from 'sharp'
import type { CopyManner } from '#contract/imageCopies'
import type { Sha256 } from '#contract/values'
import { openSharp } from '../../media/sharp.ts'
import { contentOf } from '../measure/format.ts'
import { inTurn, largeFrom } from '../measure/inTurn.ts'
import type { MeasureLimits } from '../measure/measure.ts'
import { mega } from '../measure/measurement.ts'
import { readSource } from '../measure/read.ts'
import type { PictureSource } from '../measure/read.ts'
import { jpegQuality } from '../quality/compression.ts'
import type { CopyFormat } from './format.ts'
import { isLosslessWebp } from './webp.ts'

export type CopyOutcome =
  | {
      readonly kind: 'copied'
      readonly bytes: Uint8Array
      readonly manner: Exclude<CopyManner, 'as-is' | 'cleaned'>
    }
  | { readonly kind: 'failed'; readonly why: 'gone' | 'changed' | 'unreadable' }

/** What JPEG and lossy WebP are saved with at least: saved once more, nobody sees a difference. Ours. */
const leastQuality = 92

/** An animation may have this many times the pixels of a picture: its frames are read in turn. */
const roomForFrames = 5

/**
 * The same picture in a file of its own that holds nothing else: upright, in sRGB, of the same size,
 * without EXIF, XMP, IPTC, colour profile, comments or texts.
 *
 * PNG, GIF and lossless WebP keep every pixel (16 bits stay 16). A JPEG cannot be kept as it is: to
 * turn it upright, to bring its colours into sRGB and to be sure of what is in it, it is decoded and
 * saved again, at its own quality but no less than 92, with colour at all pixels. Lossy WebP likewise.
 * @param expected the hash of the bytes that were kept
 */
export async function copyPicture(
  source: PictureSource,
  expected: Sha256,
  format: CopyFormat,
  limits: MeasureLimits,
): Promise<CopyOutcome> {
  const read = await readSource(source, limits.megabytes)
  if (!read.ok) return { kind: 'failed', why: 'gone' }
  if (read.bytesHash !== expected) return { kind: 'failed', why: 'changed' }
  const { bytes } = read
  try {
    const header = await openSharp()(bytes, { limitInputPixels: false }).metadata()
    const frames = await framesOf(bytes, header)
    const animated = frames > 1 && (format === 'gif' || format === 'webp')
    const upright = openSharp()(bytes, {
      autoOrient: true,
      animated,
      limitInputPixels: Math.floor(limits.megapixels * mega * (animated ? roomForFrames : 1)),
      failOn: 'warning',
    })
    const draw = () => encoded(upright, format, header, bytes).toBuffer()
    const large = header.width * header.height * (animated ? frames : 1) >= largeFrom
    const made = await (large ? inTurn(draw) : draw())
    const manner = frames > 1 && !animated ? 'first-frame' : 'again'
    // A copy in memory of its own: what WebAssembly hands out cannot be sent to another process.
    return { kind: 'copied', bytes: new Uint8Array(made), manner }
  } catch {
    // It was decoded when it was kept: what fails now is a decoder's limit, whatever it says of itself.
    return { kind: 'failed', why: 'unreadable' }
  }
}

/** Frames or pages; those of an animated PNG the decoder does not tell. */
async function framesOf(bytes: Buffer, { pages = 1 }: Metadata): Promise<number> {
  const content = await contentOf(bytes)
  return Math.max(pages, content.kind === 'picture' ? content.pngFrames : 1)
}

function encoded(upright: Sharp, format: CopyFormat, header: Metadata, bytes: Buffer): Sharp {
  const drawn = upright.toColourspace('srgb')
  switch (format) {
    case 'jpeg': {
      const quality = Math.max(leastQuality, jpegQuality(bytes) ?? leastQuality)
      return drawn.jpeg({ quality, chromaSubsampling: '4:4:4' })
    }
    case 'png': {
      const deep = header.depth === 'ushort'
      return (deep ? upright.toColourspace('rgb16') : drawn).png({ compressionLevel: 8 })
    }
    case 'webp':
      return isLosslessWebp(bytes)
        ? drawn.webp({ lossless: true, exact: true })
        : drawn.webp({ quality: leastQuality, smartSubsample: true })
    case 'gif':
      return drawn.gif({ dither: 0 })
  }
}
