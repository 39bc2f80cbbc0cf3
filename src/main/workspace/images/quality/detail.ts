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

/** What lies in the kernels' memory now; several pictures are measured side by side. */
let laid: Uint8Array | null = null

/** A detail to where the kernels look at it, unless it is there already. */
export function layDetail({ data, width, height, channels }: Detail): void {
  if (laid === data) return
  const kernel = kernels()
  const length = width * height * channels
  kernel.reserveDetail(width, height, channels)
  kernel.bytes(kernel.detailAt(), length).set(data.subarray(0, length))
  laid = data
}

/**
 * ITU-R BT.601 in whole numbers of 256; transparent parts stand on mid-grey. The samples lie in the
 * kernels' memory, which looks at them there: they hold until the next picture's are made.
 */
export function greyOf(detail: Detail): Grey {
  const kernel = kernels()
  const { width, height, channels } = detail
  layDetail(detail)
  kernel.greyOf(width * height, channels)
  return { samples: kernel.bytes(kernel.greyAt(), width * height), width, height }
}
