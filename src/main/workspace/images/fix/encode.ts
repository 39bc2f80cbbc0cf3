import type { FixChoices, FixPreview, MadeFormat } from '#contract/imageFix'
import { openSharp } from '../../media/sharp.ts'
import type { Raster } from './edgeColour.ts'

/** The result as it will be written. */
export interface Encoded {
  readonly bytes: Buffer
  readonly format: MadeFormat
  readonly formatReason: FixPreview['formatReason']
  readonly quality: number | null
  readonly fits: boolean
}

/**
 * Text stays sharp and photographs show nothing at 90; below 40 letters break up, so a limit that
 * asks for less is not met at all. Ours.
 */
export const qualities = { highest: 90, lowest: 40 } as const

/**
 * Encodes under the byte limit. Left to itself: PNG where something shows through, or where a picture
 * that was never a JPEG takes no more room without any loss; else JPEG at the highest quality that
 * stays under the limit. Pixels carry no metadata, so nothing of it can get in.
 * @param lossless whether the original's format keeps every pixel
 */
export async function encode(
  raster: Raster,
  { format, maxBytes }: Pick<FixChoices, 'format' | 'maxBytes'>,
  lossless: boolean,
): Promise<Encoded> {
  const limit = maxBytes ?? Number.POSITIVE_INFINITY
  const asPng = async (formatReason: Encoded['formatReason']): Promise<Encoded> => {
    const bytes = await png(raster)
    return { bytes, format: 'png', formatReason, quality: null, fits: bytes.length <= limit }
  }
  if (format === 'png') return asPng('chosen')
  if (format === 'jpeg') return { ...(await jpegUnder(raster, limit)), formatReason: 'chosen' }
  if (raster.channels === 4) return asPng('transparent')
  const best = await jpegUnder(raster, limit)
  if (!lossless) return { ...best, formatReason: 'photo' }
  const flat = await asPng('flat')
  // What a limit squeezed is no measure of how little the picture needs.
  const fair = best.quality === qualities.highest ? best.bytes.length : limit
  return flat.fits && flat.bytes.length <= fair ? flat : { ...best, formatReason: 'photo' }
}

/** The highest quality under the limit, found by halving; the lowest where even that is above it. */
async function jpegUnder(raster: Raster, limit: number): Promise<Omit<Encoded, 'formatReason'>> {
  const at = async (quality: number) => ({ bytes: await jpeg(raster, quality), quality })
  let best = await at(qualities.highest)
  if (best.bytes.length > limit) {
    best = await at(qualities.lowest)
    let [fitting, above] = [qualities.lowest as number, qualities.highest as number]
    while (best.bytes.length <= limit && above - fitting > 1) {
      const middle = (fitting + above) >> 1
      const tried = await at(middle)
      if (tried.bytes.length > limit) above = middle
      else [best, fitting] = [tried, middle]
    }
  }
  return { ...best, format: 'jpeg', fits: best.bytes.length <= limit }
}

function jpeg(raster: Raster, quality: number): Promise<Buffer> {
  return of(raster).jpeg({ quality, chromaSubsampling: '4:4:4' }).toBuffer()
}

function png(raster: Raster): Promise<Buffer> {
  return of(raster).png({ compressionLevel: 8 }).toBuffer()
}

function of({ data, width, height, channels }: Raster) {
  return openSharp()(data, { raw: { width, height, channels } })
}
