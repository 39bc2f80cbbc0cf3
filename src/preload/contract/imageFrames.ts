import { z } from 'zod'
import { job, query } from './call.ts'
import { CheckId, ImageId } from './values.ts'

/** A checked or a kept video or PDF. */
export const FrameOf = z.discriminatedUnion('where', [
  z.object({ where: z.literal('batch'), checkId: CheckId }),
  z.object({ where: z.literal('library'), imageId: ImageId }),
])
export type FrameOf = z.infer<typeof FrameOf>

/** Bytes handed over at a time, at most. */
export const largestPart = 1_048_576

/** Of a drawn frame, at most; they are a few tens of kilobytes. */
export const largestFrame = 1_000_000

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

/**
 * Frames to show of videos, and first pages of PDFs. Only a window can draw them, with the codecs of
 * its Chromium: it reads the file piece by piece, and hands the drawing back.
 */
export const imageFrames = {
  /** Fewer bytes where the file ends; null when it is gone, damaged or no video or PDF. */
  mediumPart: query(
    z.object({
      of: FrameOf,
      from: z.number().int().nonnegative(),
      length: z.number().int().min(1).max(largestPart),
    }),
    z.object({ bytes: Bytes, size: z.number().int() }).nullable(),
  ),
  /** Null: it cannot be drawn here. What does not decode as a picture counts as null. */
  setFrame: job(
    z.object({
      of: FrameOf,
      frame: Bytes.refine(({ byteLength }) => byteLength <= largestFrame).nullable(),
    }),
    z.object({ drawn: z.boolean() }),
    z.object({}),
  ),
}
