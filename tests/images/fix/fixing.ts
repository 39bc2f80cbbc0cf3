import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { Crop, FixChoices } from '#contract/imageFix'
import { Sha256 } from '#contract/values'
import { fixPicture, type Fixed } from '../../../src/main/workspace/images/fix/fix.ts'

export const poster: FixChoices = {
  width: 1200,
  height: 630,
  way: 'pad',
  backdrop: { kind: 'colour', colour: '#0b3d91' },
  format: 'auto',
  maxBytes: null,
}

export const limits = { megapixels: 100, megabytes: 100 }

/** Makes a picture to size, or fails with why not. */
export async function fixed(
  bytes: Buffer,
  choices: Partial<FixChoices> = {},
  crop: Crop | null = null,
): Promise<Fixed> {
  const expected = Sha256.parse(createHash('sha256').update(bytes).digest('hex'))
  const source = { kind: 'bytes', name: 'gambar', bytes } as const
  const outcome = await fixPicture(source, expected, { ...poster, ...choices }, crop, limits)
  if (outcome.kind === 'failed') throw new Error(outcome.why)
  return outcome.fixed
}

export type Pixel = readonly number[]

/** Reads single pixels of an encoded picture, as sRGB. */
export async function pixelsOf(bytes: Uint8Array): Promise<(x: number, y: number) => Pixel> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  return (x, y) => {
    const at = info.channels * (y * info.width + x)
    return [...data.subarray(at, at + info.channels)]
  }
}

/** A picture of four colours, each a quarter: red, green / blue, white. */
export function quarters(width: number, height: number): Promise<Buffer> {
  const half = { width: Math.floor(width / 2), height: Math.floor(height / 2) }
  const part = (background: string) => ({ create: { ...half, channels: 3 as const, background } })
  return sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
    .composite([
      { input: part('#ff0000'), left: 0, top: 0 },
      { input: part('#00ff00'), left: half.width, top: 0 },
      { input: part('#0000ff'), left: 0, top: half.height },
    ])
    .png()
    .toBuffer()
}

/** The largest difference of any channel. */
export function apart(one: Pixel, other: Pixel): number {
  return Math.max(...one.map((level, part) => Math.abs(level - (other[part] ?? 0))))
}
