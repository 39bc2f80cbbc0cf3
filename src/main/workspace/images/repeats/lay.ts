/** Two pictures brought to one size, pixel on pixel. */
import type { Pixels } from './decode.ts'
import { cut, mirrored, placeOfCut } from './frame.ts'
import type { Frame } from './frame.ts'
import type { Region } from './outline.ts'
import { extentOf } from './picture.ts'
import type { Picture } from './picture.ts'

export interface Laid {
  kept: Pixels
  questioned: Pixels
  /** Share of the kept picture that is compared, and where it begins. */
  share: number
  origin: Region
}

/** Null when the cut is not found. */
export async function lay(
  kept: Picture,
  questioned: Picture,
  frame: Frame,
  isMirrored: boolean,
): Promise<Laid | null> {
  const turned = (pixels: Pixels) => (isMirrored ? mirrored(pixels) : pixels)
  if (frame.kind === 'whole') {
    return {
      kept: await kept.pixels(frame.extent),
      questioned: turned(await questioned.pixels(frame.extent)),
      share: 1,
      origin: { x: 0, y: 0, width: 1, height: 1 },
    }
  }
  const whole = await kept.pixels(extentOf(kept))
  const part = turned(await questioned.pixels(extentOf(questioned)))
  const place = placeOfCut(whole, part, frame)
  if (place === null) return null
  const width = part.width / whole.width
  const height = part.height / whole.height
  return {
    kept: cut(whole, place.left, place.top, part),
    questioned: part,
    share: width * height,
    origin: { x: place.left / whole.width, y: place.top / whole.height, width, height },
  }
}

/** A region of what was laid as one of the kept picture. */
export function within(origin: Region, region: Region): Region {
  return {
    x: origin.x + region.x * origin.width,
    y: origin.y + region.y * origin.height,
    width: region.width * origin.width,
    height: region.height * origin.height,
  }
}
