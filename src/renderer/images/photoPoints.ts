import type { PhotoReview } from '#contract/images'

/** The five things to avoid in a photo, in the order of Melaka 13.6. */
export const photoPoints = [
  'offTopic',
  'hurtsImage',
  'badAngle',
  'emptyVenue',
  'repeatedScene',
] as const satisfies readonly (keyof PhotoReview)[]

export function noneSeen(): PhotoReview {
  return {
    offTopic: false,
    hurtsImage: false,
    badAngle: false,
    emptyVenue: false,
    repeatedScene: false,
  }
}

export function countSeen(answers: PhotoReview): number {
  return photoPoints.filter((point) => answers[point]).length
}
