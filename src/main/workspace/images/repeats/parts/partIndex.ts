/** Where a picture lies within another: looked up by its parts. */
import { Chains } from './chains.ts'
import type { PartHash } from './chains.ts'
import { levelRatio, partBytes, partHashBytes, unitsOf } from './parts.ts'
import type { Placement } from '../placement.ts'

interface Extent {
  readonly width: number
  readonly height: number
}

export interface FoundWithin {
  readonly id: string
  /** Parts that agree on one place and size. */
  readonly votes: number
  /** Takes a place in the indexed picture to one in the questioned picture. */
  readonly placement: Placement
}

/** Parts that must agree. Set A: strangers reach 4, photos under text and cards 6 to 70. */
const leastVotes = 6
/** The share of the picture that the agreeing parts must span: a small logo in both is no reuse. */
const leastSpan = 0.03
/** In 256ths of the longer side: places nearer than this agree. */
const near = 24
/** More than there are squares in a row: at the most enlarged, a picture begins 54 of them away. */
const squaresAcross = 1_024

interface Match {
  /** Indices into the parts of the questioned and of the indexed picture. */
  readonly mine: number
  readonly theirs: number
}

function hashAt(parts: Uint8Array, at: number): PartHash {
  return { low: wordAt(parts, at), high: wordAt(parts, at + partHashBytes / 2) }
}

function wordAt(bytes: Uint8Array, at: number): number {
  const lower = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)
  return lower | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24)
}

/** The parts of many pictures. */
export class PartIndex {
  readonly #ids: string[] = []
  readonly #extents: Extent[] = []
  readonly #parts: Uint8Array[] = []
  /**
   * None as long as nobody asked: a check of posters alone looks for no photo, and 2,000 posters need
   * 30 MB of chains.
   */
  #chains: Chains | null = null
  /** How many pictures, those added first, are in the chains. */
  #chained = 0

  get size(): number {
    return this.#ids.length
  }

  /** @param parts see `partsOf` */
  add(id: string, parts: Uint8Array, { width, height }: Extent): void {
    this.#ids.push(id)
    this.#extents.push({ width, height })
    this.#parts.push(parts)
  }

  /**
   * Those that the questioned picture shows some part of, most votes first.
   * @param count how many of those added first are looked at
   */
  near(parts: Uint8Array, extent: Extent, count = this.#ids.length): FoundWithin[] {
    const chains = this.#chainAll()
    const matches = new Map<number, Match[]>()
    for (let mine = 0; mine < parts.length; mine += partBytes) {
      chains?.near(hashAt(parts, mine), (picture, theirs) => {
        if (picture >= count) return
        const known = matches.get(picture) ?? []
        known.push({ mine, theirs })
        matches.set(picture, known)
      })
    }
    return [...matches]
      .filter(([, found]) => found.length >= leastVotes)
      .flatMap(([picture, found]) => this.#agreed(picture, found, parts, extent))
      .sort((one, other) => other.votes - one.votes)
  }

  #chainAll(): Chains | null {
    if (this.#chained === this.#parts.length) return this.#chains
    this.#chains ??= new Chains()
    for (; this.#chained < this.#parts.length; this.#chained += 1) {
      const parts = this.#parts[this.#chained] ?? new Uint8Array()
      for (let at = 0; at < parts.length; at += partBytes) {
        this.#chains.add(hashAt(parts, at), this.#chained, at)
      }
    }
    return this.#chains
  }

  #agreed(
    picture: number,
    matches: readonly Match[],
    parts: Uint8Array,
    questioned: Extent,
  ): FoundWithin[] {
    const other = this.#parts[picture] ?? new Uint8Array()
    const extent = this.#extents[picture] ?? questioned
    const id = this.#ids[picture] ?? ''
    const best = mostAgreed(matches.map((match) => hypothesis(parts, other, match)))
    if (best.votes < leastVotes || spanOf(best.members, unitsOf(extent)) < leastSpan) return []
    return [{ id, votes: best.votes, placement: placementOf(best.members, extent, questioned) }]
  }
}

/** One match: how much larger the questioned picture shows it, and where its origin then lies. */
interface Hypothesis extends Match {
  readonly levels: number
  readonly scale: number
  readonly left: number
  readonly top: number
  /** Of the part in the indexed picture. */
  readonly x: number
  readonly y: number
}

function hypothesis(parts: Uint8Array, other: Uint8Array, match: Match): Hypothesis {
  const [x, y, level] = placeOf(other, match.theirs)
  const [toX, toY, toLevel] = placeOf(parts, match.mine)
  const levels = toLevel - level
  const scale = levelRatio ** levels
  return { ...match, levels, scale, left: toX - x * scale, top: toY - y * scale, x, y }
}

function placeOf(parts: Uint8Array, at: number): [number, number, number] {
  const from = at + partHashBytes
  return [parts[from] ?? 0, parts[from + 1] ?? 0, parts[from + 2] ?? 0]
}

interface Agreed {
  readonly members: readonly Hypothesis[]
  readonly votes: number
}

/** Votes in squares of places that overlap by half, so that no agreement is cut by an edge. */
function mostAgreed(hypotheses: readonly Hypothesis[]): Agreed {
  let best: Agreed = { members: [], votes: 0 }
  for (const right of [0, 0.5]) {
    for (const down of [0, 0.5]) {
      for (const members of squaresOf(hypotheses, right, down)) {
        if (members.length <= best.votes) continue
        // A pattern that repeats within one picture is one vote, not many.
        const mine = new Set(members.map((member) => member.mine)).size
        const theirs = new Set(members.map((member) => member.theirs)).size
        const votes = Math.min(mine, theirs)
        if (votes > best.votes) best = { members, votes }
      }
    }
  }
  return best
}

/** Squares in which enough hypotheses lie to matter. */
function squaresOf(hypotheses: readonly Hypothesis[], right: number, down: number): Hypothesis[][] {
  const squares = new Map<number, Hypothesis[]>()
  for (const one of hypotheses) {
    const column = Math.floor(one.left / near + right)
    const row = Math.floor(one.top / near + down)
    const key = (one.levels * squaresAcross + column) * squaresAcross + row
    const square = squares.get(key)
    if (square === undefined) squares.set(key, [one])
    else square.push(one)
  }
  return [...squares.values()].filter((square) => square.length >= leastVotes)
}

/** The share of the picture within the rectangle around the agreeing parts. */
function spanOf(members: readonly Hypothesis[], units: Extent): number {
  const xs = members.map(({ x }) => x)
  const ys = members.map(({ y }) => y)
  const wide = Math.max(...xs) - Math.min(...xs)
  const high = Math.max(...ys) - Math.min(...ys)
  return (wide * high) / (units.width * units.height)
}

function placementOf(
  members: readonly Hypothesis[],
  extent: Extent,
  questioned: Extent,
): Placement {
  const from = unitsOf(extent)
  const to = unitsOf(questioned)
  const here = middleOf(members.map(({ x, y }) => ({ x, y })))
  const there = middleOf(members.map(placeThere))
  const scale = scaleOf(members, here, there)
  return {
    scaleX: (scale * from.width) / to.width,
    scaleY: (scale * from.height) / to.height,
    shiftX: (there.x - scale * here.x) / to.width,
    shiftY: (there.y - scale * here.y) / to.height,
  }
}

interface Place {
  readonly x: number
  readonly y: number
}

function placeThere({ x, y, scale, left, top }: Hypothesis): Place {
  return { x: left + scale * x, y: top + scale * y }
}

function middleOf(places: readonly Place[]): Place {
  const sum = places.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 })
  return { x: sum.x / places.length, y: sum.y / places.length }
}

/** Least squares over where the parts lie: levels alone tell it to a third of an octave. */
function scaleOf(members: readonly Hypothesis[], here: Place, there: Place): number {
  let products = 0
  let squares = 0
  for (const member of members) {
    const to = placeThere(member)
    const [x, y] = [member.x - here.x, member.y - here.y]
    products += x * (to.x - there.x) + y * (to.y - there.y)
    squares += x * x + y * y
  }
  return products > 0 && squares > 0 ? products / squares : (members[0]?.scale ?? 1)
}
