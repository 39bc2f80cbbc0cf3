import type { CheckedImage, Repeat } from '#contract/images'
import { isForAPerson } from '#contract/repeatRelation'
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
function allPairs(checks: readonly CheckedImage[]): Pair[] {
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
    (pair) => isForAPerson(pair.repeat.relation) || pair.key === opened,
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

/** What is outlined in either picture, each in shares of its own. */
export interface Outlines {
  readonly checked: readonly Share[]
  readonly other: readonly Share[]
}

/** An area that leaves out less than this of its picture is the picture itself. */
const nearlyWhole = 0.97

/**
 * Of a picture shown within another, where it stands in that one (and what of it can be seen there);
 * of all other pairs, where the two differ.
 */
export function outlinesOfPair({ relation, mirrored, changed }: Repeat): Outlines {
  if (relation === 'part') {
    const [checked, other] = changed.map((area) =>
      area.width * area.height < nearlyWhole ? [area] : [],
    )
    return { checked: checked ?? [], other: other ?? [] }
  }
  const regions = outlinesOf(changed)
  // Beside the first the other stands as it is: its regions are then mirrored instead.
  return { checked: regions, other: mirrored ? regions.map(mirroredShare) : regions }
}

/** Regions nearer than this share of the picture's width or height are outlined together. */
const nearby = { x: 0.025, y: 0.03 }

/** Room around an outline, so that it does not cover what it shows. */
const margin = 0.01

/**
 * What changed, as few outlines: the comparison finds small blocks, a person looks for words and
 * lines. Neighbours become one rectangle until none are near each other.
 */
export function outlinesOf(regions: readonly Share[]): Share[] {
  let merged: Share[] = []
  for (const region of regions) {
    let grown = region
    for (;;) {
      const near = merged.filter((other) => areNear(grown, other))
      if (near.length === 0) break
      merged = merged.filter((other) => !near.includes(other))
      grown = near.reduce(around, grown)
    }
    merged.push(grown)
  }
  return merged.map(withMargin)
}

function areNear(one: Share, other: Share): boolean {
  return (
    one.x <= other.x + other.width + nearby.x &&
    other.x <= one.x + one.width + nearby.x &&
    one.y <= other.y + other.height + nearby.y &&
    other.y <= one.y + one.height + nearby.y
  )
}

function around(one: Share, other: Share): Share {
  const x = Math.min(one.x, other.x)
  const y = Math.min(one.y, other.y)
  return {
    x,
    y,
    width: Math.max(one.x + one.width, other.x + other.width) - x,
    height: Math.max(one.y + one.height, other.y + other.height) - y,
  }
}

function withMargin({ x, y, width, height }: Share): Share {
  const left = Math.max(0, x - margin)
  const top = Math.max(0, y - margin)
  return {
    x: left,
    y: top,
    width: Math.min(1, x + width + margin) - left,
    height: Math.min(1, y + height + margin) - top,
  }
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

interface Size {
  readonly width: number
  readonly height: number
}

/** Height of a caption above a picture, and the gap between two of them, in pixels. */
const captionHeight = 26
const gap = 16

/**
 * Whether two pictures come out larger in one row or in one column of a room. Wide posters on a wide
 * screen are larger above each other.
 */
export function besideLayout(room: Size, checked: Size, other: Size): 'row' | 'column' {
  const inRow = { width: (room.width - gap) / 2, height: room.height - captionHeight }
  const inColumn = { width: room.width, height: (room.height - gap) / 2 - captionHeight }
  const scaleIn = (space: Size) =>
    Math.min(
      ...[checked, other].map((size) =>
        Math.min(space.width / size.width, space.height / size.height),
      ),
    )
  return scaleIn(inColumn) > scaleIn(inRow) ? 'column' : 'row'
}
