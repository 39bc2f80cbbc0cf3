import { isPictureKind, type Attachment } from '#contract/attachments'
import type { SliceHandlers } from '#contract/call'
import type { LibraryImage } from '#contract/images'
import { mostScreens, type postedPictures, type Shown } from '#contract/postedPictures'
import { attachmentsOf } from '../../attachments/queries.ts'
import type { Contexts } from '../../context.ts'
import { imagesByIds } from '../../images/queries/library.ts'
import type { PictureBytes, Pictures } from '../../media/pictures.ts'
import type { MediaStore } from '../../media/store.ts'
import { outPublication } from './posted.ts'
import { present } from './saving.ts'

export interface PostedParts {
  readonly pictures: Pick<Pictures, 'shownIn'>
  readonly media: MediaStore
  /** Null where it is gone or damaged. */
  readonly attached: (screen: Attachment) => Promise<PictureBytes | null>
}

/** Pairs whose answer is remembered while the workspace is open: the same bytes show the same. */
const remembered = 500

/** Screenshots of what was posted, held against what was approved. */
export function postedPictureHandlers({
  pictures,
  media,
  attached,
}: PostedParts): SliceHandlers<typeof postedPictures, Contexts> {
  const known = new Map<string, Promise<Shown | null>>()

  async function compare(image: LibraryImage, screen: Attachment): Promise<Shown | null> {
    const [picture, seen] = [await approved(media, image), await attached(screen)]
    return picture === null || seen === null ? null : pictures.shownIn(picture, seen)
  }

  function shown(image: LibraryImage, screen: Attachment): Promise<Shown | null> {
    const key = `${image.bytesHash} ${screen.bytesHash}`
    const before = known.get(key)
    if (before !== undefined) return before
    const now = compare(image, screen)
    known.set(key, now)
    // What failed may be there again the next time.
    now.then(
      (answer) => answer ?? known.delete(key),
      () => known.delete(key),
    )
    const [oldest] = known.keys()
    if (known.size > remembered && oldest !== undefined) known.delete(oldest)
    return now
  }

  return {
    async postedPictures(context, { id }) {
      const { db } = context
      const { postId } = await outPublication(db, id)
      const { content } = await present(context, postId)
      const owner = { kind: 'publication', id } as const
      const screens = (await attachmentsOf(db, owner)).filter(({ kind }) => isPictureKind(kind))
      const ids = content.images.map(({ imageId }) => imageId)
      const images = new Map((await imagesByIds(db, ids)).map((image) => [image.id, image]))
      const pairs = screens.slice(-mostScreens).flatMap((screen) =>
        ids.flatMap((imageId, place) => {
          const image = images.get(imageId)
          // Of a video or a PDF nothing is seen in a picture of the screen.
          return image?.medium === 'picture' ? { screen, image, imageId, place } : []
        }),
      )
      return Promise.all(
        pairs.map(async ({ screen, image, imageId, place }) => ({
          ...{ screenId: screen.id, imageId, place },
          shown: await shown(image, screen),
        })),
      )
    },
  }
}

async function approved(
  media: MediaStore,
  { bytesHash }: LibraryImage,
): Promise<PictureBytes | null> {
  const bytes = await media.get('original', bytesHash)
  return bytes === null ? null : { bytes, hash: bytesHash }
}
