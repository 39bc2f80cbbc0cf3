/** How a JPEG that was saved twice was saved the first time. */
import type { JpegOptions } from 'sharp'
import { pixelsFor } from './decode.ts'
import type { OpenSharp, Pixels } from './decode.ts'
import { cut } from './frame.ts'
import { meanOff, squaresOff } from './meanOff.ts'

/** A piece to try on: JPEG works in squares of 16 pixels that do not know each other. */
const piece = 112
/** Squares at a piece's edge take colour from outside it, and the second saving spreads that in them. */
const margin = 16
/** Mean difference, in levels, that tells the right quality from all others. */
const asGood = 0.05

/** Likeliest first: what programs take when they are not told, then all others. */
const qualities = [80, 85, 90, 75, 95, 92, 70, 60, 100]
const others = Array.from({ length: 50 }, (_, at) => 99 - at).filter(
  (quality) => !qualities.includes(quality),
)

/**
 * Where to try: among the pieces that one saving does not explain one that is off by more than most,
 * but not the most, which is where something was edited if something was. Null in a picture too
 * small, or when nothing is off.
 */
function tellingPlace(file: Pixels, once: Pixels): { left: number; top: number } | null {
  const off = squaresOff(file, once, piece)
    .filter((square) => square.off > asGood)
    .sort((one, other) => one.off - other.off)
  return off[Math.floor(off.length * 0.75)] ?? null
}

/**
 * The options that, followed by `second`, make of `pixels` what stands in the file; null when none
 * does. Each is tried on one small piece.
 *
 * @param once what saving just once with `second` makes of `pixels`
 */
export async function firstGeneration(
  open: OpenSharp,
  file: Pixels,
  pixels: Pixels,
  once: Pixels,
  second: JpegOptions,
): Promise<JpegOptions | null> {
  const place = tellingPlace(file, once)
  if (place === null) return null
  const extent = { width: piece, height: piece }
  const source = cut(pixels, place.left, place.top, extent)
  const inner = { width: piece - 2 * margin, height: piece - 2 * margin }
  const wanted = cut(file, place.left + margin, place.top + margin, inner)
  const saved = async ({ data, ...raw }: Pixels, options: JpegOptions): Promise<Pixels> =>
    pixelsFor(open, await open(data, { raw }).jpeg(options).toBuffer())
  for (const quality of [...qualities, ...others]) {
    for (const chromaSubsampling of quality >= 90 ? ['4:2:0', '4:4:4'] : ['4:2:0']) {
      const options = { quality, chromaSubsampling }
      const twice = await saved(await saved(source, options), second)
      if (meanOff(cut(twice, margin, margin, inner), wanted) <= asGood) return options
    }
  }
  return null
}
