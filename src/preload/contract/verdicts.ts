import type { Finding, Verdict } from './findings.ts'
import type { LibraryImage } from './images.ts'

/** The gravest finding decides; what is only told (`info`) does not. */
export function verdictOf(findings: readonly Finding[]): Verdict {
  const has = (severity: Finding['severity']) => findings.some((f) => f.severity === severity)
  if (has('unreadable')) return 'unreadable'
  if (has('reject')) return 'reject'
  return has('warn') ? 'warn' : 'pass'
}

type Judged = Pick<LibraryImage, 'findings' | 'review' | 'decisions' | 'overrideReason'>

/** Why a person would not have a picture go out, though the check may have passed it. */
export type PersonsNo = 'review' | 'repeat'

/** What a person said against a picture: of the photo checklist, or that it repeats another. */
export function personsNo({ review, decisions }: Judged): PersonsNo | null {
  if (review !== null && Object.values(review.answers).some(Boolean)) return 'review'
  return decisions.some(({ outcome }) => outcome === 'repeat') ? 'repeat' : null
}

/**
 * Whether a library picture may not go out: the check rejected it when it came in, or a person did
 * since, who saw in it what is to be avoided or decided that it repeats another (Melaka 13.6). An
 * exception outweighs both.
 */
export function isRejected(image: Judged): boolean {
  if (image.overrideReason !== null) return false
  const verdict = verdictOf(image.findings)
  return verdict === 'reject' || verdict === 'unreadable' || personsNo(image) !== null
}

/** How a library picture stands where somebody chooses one: a person's word outweighs the check's. */
export function libraryStanding(image: Judged): Verdict | 'override' {
  const verdict = verdictOf(image.findings)
  const isAgainst = verdict === 'reject' || verdict === 'unreadable' || personsNo(image) !== null
  if (isAgainst && image.overrideReason !== null) return 'override'
  return personsNo(image) === null ? verdict : 'reject'
}
