import type { CheckedImage, Repeat } from '#contract/images'
import { awaitsDecision, type Share } from './imagesView'

/** Two pictures of which one may repeat the other. */
export interface Pair {
  readonly key: string
  readonly check: CheckedImage
  readonly repeat: Repeat
}

/** How the contract names a pair. */
export interface PairName {
  readonly checkId: CheckedImage['id']
  readonly of: OtherId
}

type OtherId =
  | Extract<Repeat['of'], { where: 'batch' }>['checkId']
  | Extract<Repeat['of'], { where: 'library' }>['imageId']

export function otherId(repeat: Repeat): OtherId {
  return repeat.of.where === 'batch' ? repeat.of.checkId : repeat.of.imageId
}

export function pairKey(check: Pick<CheckedImage, 'id'>, repeat: Repeat): string {
  return `${check.id}/${otherId(repeat)}`
}

/** All found repeats of a batch, in the order of its rows. */
export function allPairs(checks: readonly CheckedImage[]): Pair[] {
  return checks.flatMap((check) =>
    check.repeats.map((repeat) => ({ key: pairKey(check, repeat), check, repeat })),
  )
}

/**
 * The pairs that are a person's to decide, decided or not; one that was opened to be looked at is
 * among them whatever it is. Groups stay together, in the order of their first pair.
 */
export function pairsToDecide(checks: readonly CheckedImage[], opened: string | null): Pair[] {
  const pairs = allPairs(checks).filter(
    (pair) => pair.repeat.relation === 'likely' || pair.key === opened,
  )
  return groupPairs(pairs).flat()
}

/**
 * Pairs that hang together: a chain of likely repeats is a template and its siblings, and one word
 * of a person may serve them all.
 */
export function groupPairs(pairs: readonly Pair[]): Pair[][] {
  const leaderOf = new Map<string, string>()
  function lead(id: string): string {
    const leader = leaderOf.get(id)
    if (leader === undefined || leader === id) return id
    const first = lead(leader)
    leaderOf.set(id, first)
    return first
  }
  for (const pair of pairs) leaderOf.set(lead(pair.check.id), lead(otherId(pair.repeat)))
  const groups = new Map<string, Pair[]>()
  for (const pair of pairs) {
    const leader = lead(pair.check.id)
    const group = groups.get(leader)
    if (group) group.push(pair)
    else groups.set(leader, [pair])
  }
  return [...groups.values()]
}

export function isPending(pair: Pair): boolean {
  return awaitsDecision(pair.repeat)
}

/** The group's pairs that one decision would serve: the shown one and all still undecided. */
export function servedBy(group: readonly Pair[], shown: Pair, whole: boolean): Pair[] {
  return whole ? group.filter((pair) => pair.key === shown.key || isPending(pair)) : [shown]
}

export function namesOf(pairs: readonly Pair[]): PairName[] {
  return pairs.map((pair) => ({ checkId: pair.check.id, of: otherId(pair.repeat) }))
}

/** The pair `step` places on, stopping at both ends; the first where the shown one is gone. */
export function pairBeside(pairs: readonly Pair[], key: string, step: 1 | -1): Pair | null {
  const place = pairs.findIndex((pair) => pair.key === key)
  if (place < 0) return pairs[0] ?? null
  return pairs[place + step] ?? null
}

/** The next undecided pair after this one, going round; null when all are decided. */
export function nextPending(
  pairs: readonly Pair[],
  key: string,
  served: ReadonlySet<string>,
): Pair | null {
  const place = pairs.findIndex((pair) => pair.key === key)
  const round = [...pairs.slice(place + 1), ...pairs.slice(0, place + 1)]
  return round.find((pair) => isPending(pair) && !served.has(pair.key)) ?? null
}

/** Where a region lies in the mirror image. */
export function mirroredShare(share: Share): Share {
  return { ...share, x: 1 - share.x - share.width }
}

/** Ways to look at two pictures. */
export const compareModes = ['beside', 'slider', 'blink', 'difference'] as const
export type CompareMode = (typeof compareModes)[number]

/** Whether two pictures have so different shapes that laying one over the other stretches it. */
export function shapesDiffer(
  one: { width: number; height: number },
  other: { width: number; height: number },
): boolean {
  const ratio = (one.width * other.height) / (one.height * other.width)
  return Math.abs(ratio - 1) > 0.01
}
