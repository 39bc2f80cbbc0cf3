import { z } from 'zod'
import type { RedactionBox } from '#contract/attachmentRedaction'
import type { Sha256 } from '#contract/values'
import { openSharp } from '../../media/sharp.ts'
import type { Raster } from '../fix/edgeColour.ts'
import { inTurn, largeFrom } from '../measure/inTurn.ts'
import type { MeasureLimits } from '../measure/measure.ts'
import { mega } from '../measure/measurement.ts'
import { readSource } from '../measure/read.ts'
import type { PictureSource } from '../measure/read.ts'
import { fillBoxes } from './fillBoxes.ts'

/** What a redacted copy may be: its picture's own format. */
export const RedactedFormat = z.enum(['jpeg', 'png', 'webp'])
export type RedactedFormat = z.infer<typeof RedactedFormat>

/** As copies are saved that leave: nobody sees a difference beside the boxes. Ours. */
const quality = 92

/**
 * The picture with boxes that are black, in a file of its own: upright, of the same size, 8-bit sRGB;
 * of an animation the first frame. It is decoded to bare pixels, the pixels of the boxes are
 * overwritten, and what is left is encoded: no byte of the original, no metadata, no small picture
 * within and no frame behind comes along, whatever the format.
 * @param expected the hash of the bytes that were kept
 * @returns null when the picture is gone, changed or cannot be decoded
 */
export async function redactPicture(
  source: PictureSource,
  expected: Sha256,
  format: RedactedFormat,
  boxes: readonly RedactionBox[],
  limits: MeasureLimits,
): Promise<Uint8Array | null> {
  const read = await readSource(source, limits.megabytes)
  if (!read.ok || read.bytesHash !== expected) return null
  const upright = openSharp()(read.bytes, {
    autoOrient: true,
    limitInputPixels: Math.floor(limits.megapixels * mega),
    failOn: 'warning',
  })
  try {
    const { width, height } = await upright.metadata()
    const make = async () => {
      const { data, info } = await upright
        .toColourspace('srgb')
        .raw()
        .toBuffer({ resolveWithObject: true })
      const channels = info.channels === 4 ? 4 : 3
      const raster: Raster = { data, width: info.width, height: info.height, channels }
      fillBoxes(raster, boxes)
      return encoded(raster, format)
    }
    // A copy in memory of its own: what WebAssembly hands out cannot be sent to another process.
    return new Uint8Array(await (width * height >= largeFrom ? inTurn(make) : make()))
  } catch {
    // It was decoded when it was attached: what fails now is a decoder's limit.
    return null
  }
}

function encoded({ data, ...raw }: Raster, format: RedactedFormat): Promise<Buffer> {
  const bare = openSharp()(data, { raw })
  switch (format) {
    case 'jpeg':
      return bare.jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer()
    case 'png':
      return bare.png({ compressionLevel: 8 }).toBuffer()
    case 'webp':
      return bare.webp({ quality, smartSubsample: true }).toBuffer()
  }
}
