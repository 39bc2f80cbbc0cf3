import type { Finding, Severity, Verdict } from '#contract/findings'
import type { Batch, CheckedImage, Repeat } from '#contract/images'
import { isForAPerson } from '#contract/repeatRelation'
import type { Formats } from '../words/formats'

/** What the chips above the list choose. */
export type CheckFilter = 'all' | Verdict | 'undecided'

/** What a row's tag says: a person's exception outweighs the verdict. */
export type CheckStanding = Verdict | 'waiting' | 'override'

export const checkFilters = [
  'all',
  'pass',
  'warn',
  'reject',
  'unreadable',
  'undecided',
] as const satisfies readonly CheckFilter[]

export function standingOf(check: CheckedImage): CheckStanding {
  if (check.state === 'waiting' || check.verdict === null) return 'waiting'
  return check.override ? 'override' : check.verdict
}

/** Equal bytes or pixels are a fact; of anything else a person may say what it is. */
export function isDecidable(repeat: Repeat): boolean {
  return repeat.relation === 'certain' || isForAPerson(repeat.relation)
}

/** A likely repeat waits for a person; a certain one is rejected unless a person lifts it. */
export function awaitsDecision(repeat: Repeat): boolean {
  return isForAPerson(repeat.relation) && repeat.decision === null
}

export function isUndecided(check: CheckedImage): boolean {
  return check.repeats.some(awaitsDecision)
}

/** Letters and figures only as people compare them: case and accents make no difference. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Finds files in whose name or path every word of the search stands. */
function searchFor(search: string): (check: Pick<CheckedImage, 'name' | 'path'>) => boolean {
  const words = folded(search).split(/\s+/).filter(Boolean)
  if (words.length === 0) return () => true
  return ({ name, path }) => {
    const place = folded(`${name} ${path ?? ''}`)
    return words.every((word) => place.includes(word))
  }
}

function belongsTo(check: CheckedImage, filter: CheckFilter): boolean {
  if (filter === 'all') return true
  return filter === 'undecided' ? isUndecided(check) : check.verdict === filter
}

/** The rows to show, in the order in which the files came. */
export function visibleChecks(
  checks: readonly CheckedImage[],
  filter: CheckFilter,
  search: string,
): CheckedImage[] {
  const isFound = searchFor(search)
  return checks.filter((check) => belongsTo(check, filter) && isFound(check))
}

export function countChecks(checks: readonly CheckedImage[]): Record<CheckFilter, number> {
  const counts = { all: 0, pass: 0, warn: 0, reject: 0, unreadable: 0, undecided: 0 }
  for (const check of checks) {
    counts.all += 1
    if (check.verdict) counts[check.verdict] += 1
    if (isUndecided(check)) counts.undecided += 1
  }
  return counts
}

const weight = {
  unreadable: 3,
  reject: 2,
  warn: 1,
  info: 0,
} as const satisfies Record<Severity, number>

/** The gravest first; equals stay in the order in which the check made them. */
export function findingsByWeight(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((one, other) => weight[other.severity] - weight[one.severity])
}

/** Excepted, or passed or warned of nothing that a person must decide; not in the library yet. */
export function isKeepable(check: CheckedImage): boolean {
  if (check.keptAs !== null) return false
  const standing = standingOf(check)
  if (standing === 'override') return true
  return (standing === 'pass' || standing === 'warn') && !isUndecided(check)
}

/** Another photo of its event was picked: the same scene is shown already (Melaka 13.6). */
export function isSetAside({ review }: Pick<CheckedImage, 'review'>): boolean {
  return review?.answers.repeatedScene === true
}

/**
 * What "keep all that passed" takes, and what it takes on request. A photo that was not picked is
 * kept only by hand.
 */
export function keepableIds(checks: readonly CheckedImage[]): {
  passed: CheckedImage['id'][]
  warned: CheckedImage['id'][]
} {
  const keepable = checks.filter((check) => isKeepable(check) && !isSetAside(check))
  const isWarned = (check: CheckedImage) => standingOf(check) === 'warn'
  return {
    passed: keepable.filter((check) => !isWarned(check)).map((check) => check.id),
    warned: keepable.filter(isWarned).map((check) => check.id),
  }
}

/** `1200×630 px`, the form in which findings state it too. */
export function inPixels({ width, height }: { width: number; height: number }): string {
  return `${width}×${height} px`
}

/** `1200×630 px · 142 kB`, as far as it is known. */
export function sizeOf(
  { width, height, byteSize }: Pick<CheckedImage, 'width' | 'height' | 'byteSize'>,
  format: Pick<Formats, 'bytes'>,
): string {
  const pixels = width !== null && height !== null ? [inPixels({ width, height })] : []
  const bytes = byteSize === null ? [] : [format.bytes(byteSize)]
  return [...pixels, ...bytes].join(' · ')
}

export type BatchState = 'running' | 'interrupted' | 'finished'

export function batchState(batch: Pick<Batch, 'running' | 'finishedAt'>): BatchState {
  if (batch.running) return 'running'
  return batch.finishedAt === null ? 'interrupted' : 'finished'
}

/** A rectangle within a picture, as shares of its width and height (0–1). */
export interface Share {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/**
 * The largest frame of the recommended shape within a picture, centred: what a crop would leave.
 * Null where the shapes agree to one pixel in a thousand, so that there is nothing to show.
 */
export function cropFrame(
  picture: { width: number; height: number },
  recommended: { width: number; height: number },
): Share | null {
  const ratio = (recommended.width * picture.height) / (recommended.height * picture.width)
  if (Math.abs(ratio - 1) < 0.001) return null
  if (ratio > 1) return { x: 0, y: (1 - 1 / ratio) / 2, width: 1, height: 1 / ratio }
  return { x: (1 - ratio) / 2, y: 0, width: ratio, height: 1 }
}

/** A share as CSS: `{ left: '12.5%', … }`. */
export function placeOf(share: Share): Record<'left' | 'top' | 'width' | 'height', string> {
  const percent = (value: number) => `${(value * 100).toFixed(3)}%`
  return {
    left: percent(share.x),
    top: percent(share.y),
    width: percent(share.width),
    height: percent(share.height),
  }
}
