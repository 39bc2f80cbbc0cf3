import { createHash } from 'node:crypto'
import { Sha256 } from '#contract/values'
import { openSharp } from '../../media/sharp.ts'
import { inTurn, largeFrom } from './inTurn.ts'
import { mega } from './measurement.ts'
import { readSource } from './read.ts'
import type { PictureSource } from './read.ts'
import type { MeasureLimits } from './measure.ts'

/**
 * A hash of what is seen: every pixel upright, in 8-bit sRGB with transparency. Two files with the
 * same one show the same picture, whatever their format, metadata or bytes after the end.
 * @param expected the hash of the bytes that were measured
 * @returns null when it cannot be told: the file changed, cannot be decoded, or has several frames
 */
export async function pixelsHash(
  source: PictureSource,
  expected: Sha256,
  limits: MeasureLimits,
): Promise<Sha256 | null> {
  const read = await readSource(source, limits.megabytes)
  if (!read.ok || read.bytesHash !== expected) return null
  const { bytes } = read
  try {
    const picture = openSharp()(bytes, {
      limitInputPixels: Math.floor(limits.megapixels * mega),
      failOn: 'warning',
    })
    const { width, height, pages } = await picture.metadata()
    if ((pages ?? 1) > 1) return null
    const hash = () => hashPixels(bytes, limits)
    return width * height < largeFrom ? await hash() : await inTurn(hash)
  } catch {
    return null
  }
}

async function hashPixels(bytes: Buffer, limits: MeasureLimits): Promise<Sha256> {
  const { data, info } = await openSharp()(bytes, {
    limitInputPixels: Math.floor(limits.megapixels * mega),
    failOn: 'warning',
  })
    .autoOrient()
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const hash = createHash('sha256').update(`${info.width}×${info.height}×${info.channels}`)
  return Sha256.parse(hash.update(data).digest('hex'))
}
