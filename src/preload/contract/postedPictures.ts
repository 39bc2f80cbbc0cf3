import { z } from 'zod'
import { AttachmentId } from './attachments.ts'
import { query } from './call.ts'
import { Region } from './images.ts'
import { PublicationId } from './postIds.ts'
import { ImageId } from './values.ts'

/** Whether a screenshot shows a picture. A screenshot is scaled and saved anew: nothing is certain. */
export const Shown = z.object({
  /**
   * `same`: the picture stands in it, and nothing of it is seen to differ. `differs`: it stands in it
   * but for the places that are told, be they changed, cut off or covered. `unseen`: it was not found,
   * which does not say that it is not there.
   */
  verdict: z.enum(['same', 'differs', 'unseen']),
  /** Where it stands, in shares of the screenshot; null where it was not found. */
  place: Region.nullable(),
  /** Where the two differ, in shares of the picture. */
  changed: z.array(Region),
})
export type Shown = z.infer<typeof Shown>

/** A screenshot of what was posted, held against one approved picture. */
export const PostedPicture = z.object({
  screenId: AttachmentId,
  imageId: ImageId,
  /** From 0, among the pictures of the post. */
  place: z.number().int(),
  /** Null where one of the two cannot be read. */
  shown: Shown.nullable(),
})
export type PostedPicture = z.infer<typeof PostedPicture>

/** Screenshots of one publication that are looked at, the newest: each takes its second. */
export const mostScreens = 12

export const postedPictures = {
  /**
   * What the screenshots attached to a publication show of the post's pictures: screenshots in the
   * order in which they were attached, each with all pictures of the post. Nothing of it is kept, and
   * nothing follows of it.
   */
  postedPictures: query(z.object({ id: PublicationId }), z.array(PostedPicture)),
}
