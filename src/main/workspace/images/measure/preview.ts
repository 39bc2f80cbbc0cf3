import type { Sha256 } from '#contract/values'
import { openSharp } from '../../media/sharp.ts'
import { owned } from './drawSmall.ts'
import { mega } from './measurement.ts'
import type { MeasureLimits } from './measure.ts'
import { readSource } from './read.ts'
import type { PictureSource } from './read.ts'

/** A picture as large as a screen needs it: no metadata, sRGB, upright. */
export interface Preview {
  readonly bytes: Uint8Array
  readonly contentType: 'image/jpeg' | 'image/webp'
  readonly width: number
  readonly height: number
}

/** WebP cannot be higher than 16,383 pixels; a strip of 1×200,000 would be. */
const highestPreview = 8_000

/**
 * @param expected the hash of the bytes that were measured; null takes them as they are
 * @param maxWidth in pixels; smaller pictures are not enlarged
 * @returns null when the file is gone, changed or cannot be decoded
 */
export async function preview(
  source: PictureSource,
  expected: Sha256 | null,
  maxWidth: number,
  limits: MeasureLimits,
): Promise<Preview | null> {
  const read = await readSource(source, limits.megabytes)
  if (!read.ok || (expected !== null && read.bytesHash !== expected)) return null
  try {
    const picture = openSharp()(read.bytes, {
      limitInputPixels: Math.floor(limits.megapixels * mega),
      failOn: 'warning',
    })
    const { hasAlpha } = await picture.metadata()
    const drawn = picture
      .autoOrient()
      .resize({ width: maxWidth, height: highestPreview, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
    const { data, info } = hasAlpha
      ? await drawn.webp({ quality: 88 }).toBuffer({ resolveWithObject: true })
      : await drawn
          .jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
          .toBuffer({ resolveWithObject: true })
    return {
      bytes: owned(data),
      contentType: hasAlpha ? 'image/webp' : 'image/jpeg',
      width: info.width,
      height: info.height,
    }
  } catch {
    return null
  }
}
