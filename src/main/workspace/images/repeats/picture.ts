/** A picture as far as judging it goes. */
import type { Extent, Pixels } from './decode.ts'
import type { Sketch } from './sketch.ts'

export interface Picture {
  sketch: Sketch
  /** Frames of an animation, pages of a document; 1 for a plain picture. Only the first is seen. */
  frames: number
  /** All pixels, upright, at the given size (the natural one when they are equal). */
  pixels: (extent: Extent) => Promise<Pixels>
  /**
   * What becomes of another picture's pixels when they are saved the way this one was; `own` are
   * this one's at its natural size. See `savedLike.ts`.
   */
  savedLike: (pixels: Pixels, own: Pixels) => AsyncIterable<Pixels>
}

export function extentOf({ sketch }: Picture): Extent {
  return { width: sketch.width, height: sketch.height }
}

export function isSameExtent(one: Extent, other: Extent): boolean {
  return one.width === other.width && one.height === other.height
}

/** Decodes once where the same size is asked for twice in a row. */
export function remembering(picture: Picture): Picture {
  let last: { extent: Extent; pixels: Promise<Pixels> } | null = null
  const pixels = (extent: Extent) => {
    if (last === null || !isSameExtent(last.extent, extent)) {
      last = { extent, pixels: picture.pixels(extent) }
    }
    return last.pixels
  }
  return { ...picture, pixels }
}
