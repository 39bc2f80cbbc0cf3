import { z } from 'zod'
import type { PictureFormat } from '../measure/measurement.ts'

/** What a copy of a picture may be. */
export const CopyFormat = z.enum(['jpeg', 'png', 'webp', 'gif'])
export type CopyFormat = z.infer<typeof CopyFormat>

/**
 * The format a picture leaves in: its own, where others can be expected to open it.
 *
 * - GIF and WebP stay so with all their frames.
 * - AVIF becomes JPEG, or PNG where it is see-through: places to post to do not take it, and to write
 *   it takes minutes in WebAssembly.
 * - TIFF becomes PNG, for the same first reason, without loss; of several pages the first.
 * - SVG becomes PNG: it may hold scripts, addresses and the names of its makers anywhere in its text,
 *   and its pixels hold none of them.
 * - An animated PNG becomes a still one, for the decoder knows only its first frame.
 */
export function copyFormatOf(format: PictureFormat, transparent: boolean): CopyFormat {
  switch (format) {
    case 'jpeg':
    case 'png':
    case 'webp':
    case 'gif':
      return format
    case 'avif':
      return transparent ? 'png' : 'jpeg'
    case 'tiff':
    case 'svg':
      return 'png'
  }
}
