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

/** What transparent pictures stand on: neither a white nor a black drawing vanishes. */
const matte = 0x80

/** ITU-R BT.601 in whole numbers of 256; transparent parts stand on mid-grey. */
export function greyOf(detail: Detail): Grey {
  const { width, height } = detail
  const samples = detail.channels === 4 ? onMatte(detail) : opaque(detail)
  return { samples, width, height }
}

function opaque({ data, width, height, channels }: Detail): Uint8Array {
  const samples = new Uint8Array(width * height)
  for (let at = 0, from = 0; at < samples.length; at++, from += channels) {
    samples[at] =
      ((data[from] ?? 0) * 77 + (data[from + 1] ?? 0) * 150 + (data[from + 2] ?? 0) * 29) >> 8
  }
  return samples
}

function onMatte(detail: Detail): Uint8Array {
  const samples = opaque(detail)
  for (let at = 0; at < samples.length; at++) {
    const opacity = detail.data[at * 4 + 3] ?? 255
    samples[at] = ((samples[at] ?? 0) * opacity + matte * (255 - opacity)) / 255
  }
  return samples
}
