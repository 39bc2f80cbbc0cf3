import { kernels } from '../kernels/kernels.ts'

/** The picture as its quality is measured: decoded once, at most 1 200 px wide where that is free. */
export interface Detail {
  /** sRGB row by row: 3 bytes a pixel, or 4 with opacity last. */
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
  readonly channels: number
}

/** Grey row by row, one byte a pixel. */
export interface Grey {
  readonly samples: Uint8Array
  readonly width: number
  readonly height: number
}

/** The width at which networks show a poster (Melaka 13.5); lengths are told in its pixels. */
export const shownWidth = 1_200

/**
 * ITU-R BT.601 in whole numbers of 256; transparent parts stand on mid-grey. The samples lie in the
 * kernels' memory, which looks at them there: they hold until the next picture's are made.
 */
export function greyOf({ data, width, height, channels }: Detail): Grey {
  const kernel = kernels()
  const pixels = width * height
  kernel.reserveDetail(width, height, channels)
  kernel.bytes(kernel.detailAt(), pixels * channels).set(data.subarray(0, pixels * channels))
  kernel.greyOf(pixels, channels)
  return { samples: kernel.bytes(kernel.greyAt(), pixels), width, height }
}
