import type { Region } from '../outline.ts'
import type { Placement } from '../placement.ts'

/**
 * What both of two pictures show when one of them lies within the other, each in shares of its own:
 * of the questioned picture first, then of the kept one.
 * @param placement takes a place in the kept picture to one in the questioned picture
 */
export function sharedAreas({ scaleX, scaleY, shiftX, shiftY }: Placement): [Region, Region] {
  return [
    inside({ x: shiftX, y: shiftY, width: scaleX, height: scaleY }),
    inside({
      x: -shiftX / scaleX,
      y: -shiftY / scaleY,
      width: 1 / scaleX,
      height: 1 / scaleY,
    }),
  ]
}

/** As much of it as lies on the picture. */
function inside({ x, y, width, height }: Region): Region {
  const within = (share: number) => Math.max(0, Math.min(1, share))
  const [left, top] = [within(x), within(y)]
  return {
    x: left,
    y: top,
    width: within(x + width) - left,
    height: within(y + height) - top,
  }
}
