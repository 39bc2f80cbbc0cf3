import type { RepeatReason } from '#contract/complaintRepeats'
import type { RoadCode } from '#contract/roads'
import { alike, type Gist } from './alike.ts'
import { textKey } from './keys.ts'

/** On one road within so many metres it is the same place (FixMyStreet asks the public so: 250 m). */
export const samePlaceMetres = 250
/** Within so many it may be (FixMyStreet's inspectors: 1 000 m). */
export const nearPlaceMetres = 1_000

/** What settled longer ago is news when it comes back, not a repeat. Ours: a quarter of a year. */
export const settledWithinDays = 90

/** What each likeness counts for, and from which sum on two complaints are shown together. Ours. */
const counts = {
  ...{ photo: 60, link: 60, person: 30, samePlace: 40, nearPlace: 25 },
  ...{ district: 5, kind: 5, subKind: 15, words: 80, week: 10, month: 5 },
} as const
const shownFrom = 40
/** Reports less alike than this are not said to be. */
const alikeFrom = 0.25

/** Of a complaint, what is compared. */
export interface Compared {
  readonly kind: string | null
  readonly subKind: string | null
  readonly road: RoadCode | null
  readonly fromMetres: number | null
  readonly toMetres: number | null
  readonly district: string
  readonly gist: Gist
}

/** What is known of two complaints beside what stands in them. */
export interface Beside {
  readonly samePerson: boolean
  readonly samePhoto: boolean
  /** The public comment has the same address. */
  readonly sameLink: boolean
  /** Between the days on which they were received. */
  readonly days: number
}

export interface Judged {
  readonly score: number
  readonly reasons: RepeatReason[]
}

/**
 * Whether one complaint may repeat another, and why (the weights are ours): the same photo, the
 * same public comment, the same place, or several lesser likenesses together. Null: no need to look.
 */
export function judgeRepeat(one: Compared, other: Compared, beside: Beside): Judged | null {
  const found: { counts: number; reason: RepeatReason | null }[] = []
  if (beside.samePhoto) found.push({ counts: counts.photo, reason: { kind: 'photo' } })
  if (beside.sameLink) found.push({ counts: counts.link, reason: { kind: 'link' } })
  if (beside.samePerson) found.push({ counts: counts.person, reason: { kind: 'person' } })
  const metres = metresBetween(one, other)
  if (metres !== null && metres <= nearPlaceMetres) {
    const near = metres <= samePlaceMetres ? counts.samePlace : counts.nearPlace
    found.push({ counts: near, reason: { kind: 'road', metres } })
  } else if (metres !== null) {
    // Elsewhere on the same road: what else is alike cannot make it the same.
    if (!beside.samePhoto && !beside.sameLink) return null
  } else if (isSameText(one.district, other.district)) {
    found.push({ counts: counts.district, reason: { kind: 'district' } })
  }
  const share = alike(one.gist, other.gist)
  if (share >= alikeFrom) {
    const percent = Math.round(share * 100)
    found.push({ counts: counts.words * share, reason: { kind: 'words', percent } })
  }
  if (one.subKind !== null && one.subKind === other.subKind) {
    found.push({ counts: counts.subKind, reason: { kind: 'subject' } })
  } else if (one.kind !== null && one.kind === other.kind) {
    found.push({ counts: counts.kind, reason: null })
  }
  if (found.every(({ reason }) => reason === null)) return null
  if (beside.days <= 30) {
    found.push({ counts: beside.days <= 7 ? counts.week : counts.month, reason: null })
  }
  const score = Math.round(found.reduce((sum, each) => sum + each.counts, 0))
  if (score < shownFrom) return null
  const ordered = found.toSorted((a, b) => b.counts - a.counts)
  return { score, reasons: ordered.flatMap(({ reason }) => reason ?? []) }
}

type Along = Pick<Compared, 'road' | 'fromMetres' | 'toMetres'>

/** How far apart two places on the same road are; null where one is not known, or on another road. */
export function metresBetween(one: Along, other: Along): number | null {
  if (one.road === null || one.road !== other.road) return null
  if (one.fromMetres === null || other.fromMetres === null) return null
  const [oneEnd, otherEnd] = [one.toMetres ?? one.fromMetres, other.toMetres ?? other.fromMetres]
  return Math.max(0, other.fromMetres - oneEnd, one.fromMetres - otherEnd)
}

function isSameText(one: string, other: string): boolean {
  return one.trim() !== '' && textKey(one) === textKey(other)
}
