import { z } from 'zod'
import { job, query } from './call.ts'
import { isReason, type Reason } from './errors.ts'
import { SavedFormat, SaveTo } from './saving.ts'
import { ImageId } from './values.ts'

/**
 * How a copy came to be. `again`: drawn and saved anew, so that nothing but the picture is in it.
 * `first-frame`: the same of the first frame or page, for the format of the copy has only one.
 * `cleaned`: a video or a PDF without what it says of persons and places, all that is seen untouched.
 * `as-is`: byte for byte, with whatever a video or a PDF says of persons and places.
 */
export const CopyManner = z.enum(['again', 'first-frame', 'cleaned', 'as-is'])
export type CopyManner = z.infer<typeof CopyManner>

/** What came of one picture, video or PDF. */
export const CopyResult = z.object({
  imageId: ImageId,
  saved: z
    .object({
      fileName: z.string(),
      path: z.string(),
      format: SavedFormat,
      byteSize: z.number().int(),
      manner: CopyManner,
    })
    .nullable(),
  /** Null when it was saved. */
  refused: z.custom<Reason>(isReason).nullable(),
})
export type CopyResult = z.infer<typeof CopyResult>

const Png = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

/** Part of the slice `images`: copies that leave the library. */
export const imageCopies = {
  /**
   * What a copy would be called and be.
   * @throws `images.unknown`, `images.in-trash`
   */
  copyPlan: query(
    z.object({ id: ImageId }),
    z.object({ fileName: z.string(), format: SavedFormat }),
  ),
  /** Pictures leave without personal details; what is in the library stays as it is. */
  saveCopies: job(
    z.object({ ids: z.array(ImageId).min(1).max(5_000), to: SaveTo }),
    z.object({ results: z.array(CopyResult) }),
    z.object({ done: z.number().int(), total: z.number().int() }),
  ),
  /**
   * One picture as PNG, for the clipboard: drawn anew like any other copy that leaves.
   * @throws `images.unknown`, `images.in-trash`, `images.fix-unreadable` (also a video), `images.original-gone`
   */
  copyOut: job(
    z.object({ id: ImageId }),
    z.object({ png: Png }),
    z.object({ done: z.number().int(), total: z.number().int() }),
  ),
}
