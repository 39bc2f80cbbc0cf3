import { inMinutes } from '#contract/durations'
import type { CheckedImage, LibraryImage } from '#contract/images'
import type { Formats } from '../words/formats'
import type { Say } from '../words/useWords'
import { inPixels } from './imagesView'
import { libraryPicture } from './pictureAddress'

interface Fact {
  readonly name: string
  readonly value: string
}

/** A video or a PDF of which nothing can be seen, or not yet. */
export interface StandIn {
  readonly medium: 'video' | 'document'
  readonly frame: CheckedImage['frame']
  readonly byteSize: number | null
}

/** What only a video or a PDF has: its sort, its duration, its pages. */
export function mediumFacts(
  t: Say,
  { medium, duration, pages }: Pick<CheckedImage, 'medium' | 'duration' | 'pages'>,
): Fact[] {
  if (medium === 'picture') return []
  return [
    { name: t('images.list.kind'), value: t(`images.mediums.${medium}`) },
    ...(duration === null ? [] : [{ name: t('images.pane.duration'), value: inMinutes(duration) }]),
    ...(pages === null ? [] : [{ name: t('images.pane.pages'), value: String(pages) }]),
  ]
}

/** Bytes of the largest PDF that is read into the window for the sake of its first page. */
export const largestFirstPage = 50_000_000

/** What is said where nothing can be seen of a video or a PDF. */
export function standInText(
  t: Say,
  format: Pick<Formats, 'bytes'>,
  { medium, frame, byteSize }: StandIn,
): string {
  if (medium === 'document' && byteSize !== null && byteSize > largestFirstPage) {
    // Up to whole megabytes, so that it is never the limit itself.
    const size = Math.ceil(byteSize / 1_000_000) * 1_000_000
    const sizes = { size: format.bytes(size), limit: format.bytes(largestFirstPage) }
    return t('images.pane.noFrame.largeDocument', sizes)
  }
  return frame === 'none'
    ? t(`images.pane.noFrame.${medium}`)
    : t(`images.pane.noFrameYet.${medium}`)
}

/** The words for what a library file is: a picture's kind, or the sort of file. */
export function kindKey({ medium, kind }: Pick<LibraryImage, 'medium' | 'kind'>) {
  return medium === 'picture'
    ? (`images.kindsBrief.${kind}` as const)
    : (`images.mediumsBrief.${medium}` as const)
}

/** `1200×630 px`; of a video its duration, of a PDF its pages. */
export function factsLine(t: Say, image: LibraryImage): string {
  const size = image.width === 0 ? [] : [inPixels(image)]
  if (image.duration !== null) return [inMinutes(image.duration), ...size].join(' · ')
  if (image.pages !== null) return t('images.library.pages', { count: image.pages })
  return size.join('')
}

/** Null where there is nothing to show of it. */
export function thumbnailOf({ id, medium, frame }: LibraryImage): string | null {
  return medium === 'picture' || frame === 'drawn' ? libraryPicture('thumbnail', id) : null
}
