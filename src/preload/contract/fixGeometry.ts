/** Width and height in whole pixels. */
export interface Pixels {
  readonly width: number
  readonly height: number
}

/** A rectangle in whole pixels, from the upper left corner. */
export interface PixelBox extends Pixels {
  readonly left: number
  readonly top: number
}

/**
 * Where a window lies in a picture that is larger than it: 0 at the left or upper edge, 1 at the
 * right or lower one, whatever the sizes. `zoom` 1 is the largest window there is room for.
 */
export interface WindowPlace {
  readonly x: number
  readonly y: number
  readonly zoom: number
}

export const zoomAtMost = 4

/**
 * The part of a picture that fills a frame of another shape, in the picture's own pixels: as large as
 * the zoom allows, of the frame's ratio to the nearest pixel, never beyond the picture's edges.
 */
export function cropWindow(picture: Pixels, frame: Pixels, { x, y, zoom }: WindowPlace): PixelBox {
  const shrink = Math.min(picture.width / frame.width, picture.height / frame.height) / zoom
  const width = within(Math.round(frame.width * shrink), picture.width)
  const height = within(Math.round(frame.height * shrink), picture.height)
  return {
    left: Math.round((picture.width - width) * x),
    top: Math.round((picture.height - height) * y),
    width,
    height,
  }
}

/** The whole picture as it fits into a frame, its ratio kept; one side is the frame's own. */
export function fitWithin(picture: Pixels, frame: Pixels): Pixels {
  const scale = Math.min(frame.width / picture.width, frame.height / picture.height)
  return {
    width: within(Math.round(picture.width * scale), frame.width),
    height: within(Math.round(picture.height * scale), frame.height),
  }
}

/** Whether the picture only needs scaling to fill the frame, to the nearest pixel. */
export function fillsWhenScaled(picture: Pixels, frame: Pixels): boolean {
  const fitted = fitWithin(picture, frame)
  return fitted.width === frame.width && fitted.height === frame.height
}

function within(pixels: number, most: number): number {
  return Math.min(most, Math.max(1, pixels))
}
