import type { RedactionBox } from '#contract/attachmentRedaction'
import type { PictureKind } from '#contract/attachments'
import type { PersonalDetail } from '#contract/imageMetadata'
import type { Shown } from '#contract/postedPictures'
import type { Sha256 } from '#contract/values'
import type { Media } from './request.ts'

/** Bytes of a picture with their hash, which must still be theirs when they are decoded. */
export interface PictureBytes {
  readonly bytes: Uint8Array
  readonly hash: Sha256
}

/** What is read of a picture that is no part of the library. */
export interface SeenPicture {
  /** In pixels, as it is seen. */
  readonly width: number
  readonly height: number
  readonly personal: PersonalDetail[]
  readonly thumbnail: Uint8Array | null
  /** How it looks, in base64, for `looksAlike` of the images; null where it shows nothing. */
  readonly look: string | null
}

/**
 * What only the slice of images can do with pictures, done for others, in processes of their own.
 * Each answers null where the picture cannot be decoded within the office's limits.
 */
export interface Pictures {
  look(picture: PictureBytes, signal: AbortSignal): Promise<SeenPicture | null>
  /** Drawn to fit `width` pixels. */
  draw(picture: PictureBytes, width: number): Promise<Media | null>
  /** Saved anew, with nothing but the picture in it. */
  copy(
    picture: PictureBytes,
    format: PictureKind,
    signal: AbortSignal,
  ): Promise<{ readonly bytes: Uint8Array; readonly manner: 'again' | 'first-frame' } | null>
  /** Whether a screenshot shows a picture as it is: a hint, which never says that it does not. */
  shownIn(picture: PictureBytes, screen: PictureBytes): Promise<Shown | null>
  /** Saved anew with the boxes black, and with nothing but the picture in it. */
  redact(
    picture: PictureBytes,
    format: PictureKind,
    boxes: readonly RedactionBox[],
    signal: AbortSignal,
  ): Promise<Uint8Array | null>
}
