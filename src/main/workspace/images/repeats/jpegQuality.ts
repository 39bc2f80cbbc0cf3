/** Which setting of sharp writes the JPEG tables that a file has. */
import type { JpegOptions } from 'sharp'
import type { OpenSharp } from './decode.ts'
import { jpegCodingOf } from './jpegTables.ts'
import type { JpegCoding } from './jpegTables.ts'

/** The usual encoder, and mozjpeg with tables of its own. */
const encoders = [{}, { mozjpeg: true }] as const satisfies readonly JpegOptions[]

type Tables = Pick<JpegCoding, 'grey' | 'colour'>

/** Tables at quality 50, from which those of every other quality are scaled. */
const bases = new WeakMap<OpenSharp, Promise<Tables[]>>()

async function writtenTables(open: OpenSharp): Promise<Tables[]> {
  const speck = { width: 16, height: 16, channels: 3, background: '#808080' } as const
  const files = encoders.map((options) =>
    open({ create: speck })
      .jpeg({ ...options, quality: 50 })
      .toBuffer(),
  )
  return (await Promise.all(files)).map((file) => jpegCodingOf(file) ?? { grey: [], colour: null })
}

/** The way of the Independent JPEG Group, which all encoders with a quality of 1–100 follow. */
function scaled(table: readonly number[], quality: number): number[] {
  const percent = quality < 50 ? 5_000 / quality : 200 - 2 * quality
  return table.map((step) => Math.max(1, Math.min(255, Math.floor((step * percent + 50) / 100))))
}

function distance(one: readonly number[], other: readonly number[] | null): number {
  if (other === null) return 0
  return one.reduce((sum, step, at) => sum + Math.abs(step - (other[at] ?? 0)), 0)
}

/** The setting whose tables are the file's, or come nearest to them. */
export async function jpegOptionsFor(open: OpenSharp, coding: JpegCoding): Promise<JpegOptions> {
  const known = bases.get(open) ?? writtenTables(open)
  bases.set(open, known)
  const chromaSubsampling = coding.subsampled ? '4:2:0' : '4:4:4'
  let best: { off: number; options: JpegOptions } = { off: Infinity, options: {} }
  for (const [at, base] of (await known).entries()) {
    for (let quality = 1; quality <= 100; quality++) {
      const off =
        distance(scaled(base.grey, quality), coding.grey) +
        distance(scaled(base.colour ?? base.grey, quality), coding.colour)
      if (off >= best.off) continue
      best = { off, options: { ...encoders[at], quality, chromaSubsampling } }
    }
  }
  return best.options
}
