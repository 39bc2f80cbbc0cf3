import type { AccountId } from '#contract/accounts'
import type { Medium } from '#contract/findings'
import { mostPicturesOn, sourceOf } from '#contract/fixChannels'
import type { FixChannel } from '#contract/imageFix'
import type { PostKind } from '#contract/postContent'
import { ownClause } from '#contract/reference'
import type { ImageId } from '#contract/values'
import { needsPicture } from './missing.ts'
import { planFinding, type PlanFinding } from './planFinding.ts'

/** What of a library picture matters to the post it stands in. */
export interface PostPicture {
  readonly id: ImageId
  readonly name: string
  /** Channels say what they take of pictures; of videos and PDFs nothing is held against them. */
  readonly medium: Medium
  readonly byteSize: number
  /** The words of the post for who cannot see it. */
  readonly altText: string
  /** Rejected by the check or a person, and nobody gave an exception. */
  readonly rejected: boolean
  readonly trashed: boolean
}

/** An account on which the post comes out, with what its channel takes of pictures. */
export interface PictureTaker {
  readonly accountId: AccountId
  readonly channel: string
  /** By the office's setting; null: it has none for the channel. */
  readonly limit: FixChannel | null
}

/**
 * Only pictures that passed the check, or for which a person gave an exception, are sent to review
 * (Melaka 13.5), and none that somebody threw away (ours); each has words for who cannot see it, and
 * only a text does without one (ours). What a channel takes is said by its own documents, or by the
 * office's setting: a warning before somebody posts it there by hand.
 */
export function pictureFindings(
  kind: PostKind,
  pictures: readonly PostPicture[],
  takers: readonly PictureTaker[] = [],
): PlanFinding[] {
  if (pictures.length === 0 && needsPicture(kind)) {
    return [planFinding('picture-missing', 'warn', ownClause, { kind })]
  }
  return [
    ...pictures.flatMap(({ id: imageId, name, altText, rejected, trashed }) => [
      ...(rejected
        ? [planFinding('image-rejected', 'stop', 'Melaka 13.5', { name, imageId })]
        : []),
      ...(trashed ? [planFinding('image-in-trash', 'stop', ownClause, { name, imageId })] : []),
      ...(altText.trim() === ''
        ? [planFinding('alt-text-missing', 'advice', ownClause, { name, imageId })]
        : []),
    ]),
    ...takers.flatMap((taker) => takingFindings(pictures, taker)),
  ]
}

/** A larger file is advised against only: a copy that leaves is saved anew, and may be smaller. */
function takingFindings(
  pictures: readonly PostPicture[],
  { accountId, channel, limit }: PictureTaker,
): PlanFinding[] {
  const own = pictures.filter(({ medium }) => medium === 'picture')
  const most = limit?.maxBytes ?? null
  const clause = limit === null ? ownClause : (sourceOf(limit) ?? ownClause)
  const number = mostPicturesOn(channel)
  return [
    ...own.flatMap(({ id: imageId, name, byteSize: bytes }) =>
      most === null || bytes <= most
        ? []
        : planFinding(
            'image-too-large',
            'advice',
            clause,
            { name, imageId, bytes, most },
            accountId,
          ),
    ),
    ...(number === null || own.length <= number.most
      ? []
      : [
          planFinding(
            ...(['too-many-images', 'warn', number.source] as const),
            { count: own.length, limit: number.most },
            accountId,
          ),
        ]),
  ]
}
