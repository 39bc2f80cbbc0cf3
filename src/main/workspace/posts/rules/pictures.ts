import type { LibraryImage } from '#contract/images'
import type { PostKind } from '#contract/postContent'
import { ownClause } from '#contract/reference'
import { verdictOf } from '../../images/rules/verdict.ts'
import { needsPicture } from './missing.ts'
import { planFinding, type PlanFinding } from './planFinding.ts'

/** What of a library picture matters to the post it stands in. */
export interface PostPicture {
  readonly name: string
  /** The words of the post for who cannot see it. */
  readonly altText: string
  /** Rejected by the check or a person, and nobody gave an exception. */
  readonly rejected: boolean
  readonly trashed: boolean
}

/**
 * Whether a library picture may not go out: the check rejected it when it came in, or a person did
 * since, who saw in it what is to be avoided or decided that it repeats another (Melaka 13.6). An
 * exception outweighs both.
 */
export function isRejected({
  findings,
  review,
  decisions,
  overrideReason,
}: Pick<LibraryImage, 'findings' | 'review' | 'decisions' | 'overrideReason'>): boolean {
  if (overrideReason !== null) return false
  const verdict = verdictOf(findings)
  return (
    verdict === 'reject' ||
    verdict === 'unreadable' ||
    (review !== null && Object.values(review.answers).some(Boolean)) ||
    decisions.some(({ outcome }) => outcome === 'repeat')
  )
}

/**
 * Only pictures that passed the check, or for which a person gave an exception, are sent to review
 * (Melaka 13.5), and none that somebody threw away (ours); each has words for who cannot see it, and only a text does without one (ours).
 */
export function pictureFindings(kind: PostKind, pictures: readonly PostPicture[]): PlanFinding[] {
  if (pictures.length === 0 && needsPicture(kind)) {
    return [planFinding('picture-missing', 'warn', ownClause, { kind })]
  }
  return pictures.flatMap(({ name, altText, rejected, trashed }) => [
    ...(rejected ? [planFinding('image-rejected', 'stop', 'Melaka 13.5', { name })] : []),
    ...(trashed ? [planFinding('image-in-trash', 'stop', ownClause, { name })] : []),
    ...(altText.trim() === ''
      ? [planFinding('alt-text-missing', 'advice', ownClause, { name })]
      : []),
  ])
}
