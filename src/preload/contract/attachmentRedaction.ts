import { z } from 'zod'
import { Instant, Sha256 } from './values.ts'

export const RedactionId = z.uuid().brand<'RedactionId'>()
export type RedactionId = z.infer<typeof RedactionId>

const Side = z.number().int().positive()

/** A part of a picture that nobody outside is to see, in pixels of the picture as it is seen. */
export const RedactionBox = z.object({
  left: z.number().int().nonnegative(),
  top: z.number().int().nonnegative(),
  width: Side,
  height: Side,
})
export type RedactionBox = z.infer<typeof RedactionBox>

/** Most boxes on one picture. Ours: a crowd is better cut out. */
export const mostBoxes = 100

/** A copy of an attached picture whose boxes are black for good; the original is kept beside it. */
export const Redaction = z.object({
  id: RedactionId,
  boxes: z.array(RedactionBox).min(1).max(mostBoxes),
  /** In bytes. */
  byteSize: z.number().int(),
  bytesHash: Sha256,
  madeAt: Instant,
  madeByName: z.string(),
})
export type Redaction = z.infer<typeof Redaction>

/** That a copy left with nothing blacked out: by whom, when and why. */
export const FullCopy = z.object({ at: Instant, byName: z.string(), reason: z.string() })
export type FullCopy = z.infer<typeof FullCopy>
