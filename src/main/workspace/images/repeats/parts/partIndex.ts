/** Where a picture lies within another: looked up by its parts. */
import { levelRatio, partBytes, unitsOf } from './parts.ts'
import { partHashBytes } from './partHash.ts'
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

/** Bits of 64 by which two copies of a part may differ. */
const nearPart = 14
/** A hash is looked up by each quarter of its bits; copies nearly always agree in one. */
const bands = 4
const bandValues = 65_536
/** Parts that must agree. Set A: strangers reach 4, photos under text and cards 6 to 70. */
const leastVotes = 6
/** The share of the picture that the agreeing parts must span: a small logo in both is no reuse. */
const leastSpan = 0.03
/** In 256ths of the longer side: places nearer than this agree. */
const near = 24

interface Match {
  /** Indices into the parts of the questioned and of the indexed picture. */
  readonly mine: number
  readonly theirs: number
}

/** Which parts have a value in one of their bands: chains in arrays that no collection has to walk. */
class Chains {
  readonly #heads = new Int32Array(bands * bandValues).fill(-1)
  #next = new Int32Array(1_024)
  #pictures = new Uint32Array(1_024)
  #places = new Uint32Array(1_024)
  #length = 0

  add(value: number, picture: number, place: number): void {
    if (this.#length === this.#next.length) this.#grow()
    this.#next[this.#length] = this.#heads[value] ?? -1
    this.#pictures[this.#length] = picture
    this.#places[this.#length] = place
    this.#heads[value] = this.#length++
  }

  each(value: number, tell: (picture: number, place: number) => void): void {
    for (let at = this.#heads[value] ?? -1; at >= 0; at = this.#next[at] ?? -1) {
      tell(this.#pictures[at] ?? 0, this.#places[at] ?? 0)
    }
  }

  #grow(): void {
    const larger = 2 * this.#length
    const [next, pictures, places] = [this.#next, this.#pictures, this.#places]
    this.#next = new Int32Array(larger)
    this.#pictures = new Uint32Array(larger)
    this.#places = new Uint32Array(larger)
    this.#next.set(next)
    this.#pictures.set(pictures)
    this.#places.set(places)
  }
}

/** The parts of many pictures. */
export class PartIndex {
  readonly #ids: string[] = []
  readonly #extents: Extent[] = []
  readonly #parts: Uint8Array[] = []
  /** None as long as there is nothing in it: a check of photos alone looks for no poster. */
  #chains: Chains | null = null

  get size(): number {
    return this.#ids.length
  }

  /** @param parts see `partsOf` */
  add(id: string, parts: Uint8Array, { width, height }: Extent): void {
    const picture = this.#ids.length
    this.#ids.push(id)
    this.#extents.push({ width, height })
    this.#parts.push(parts)
    this.#chains ??= new Chains()
    for (let at = 0; at < parts.length; at += partBytes) {
      for (let band = 0; band < bands; band++) {
        this.#chains.add(bandOf(parts, at, band), picture, at)
      }
    }
  }

  /** Those that the questioned picture shows some part of, most votes first. */
  near(parts: Uint8Array, extent: Extent): FoundWithin[] {
    const matches = new Map<number, Match[]>()
    for (let mine = 0; mine < parts.length; mine += partBytes) {
      for (let band = 0; band < bands; band++) {
        this.#chains?.each(bandOf(parts, mine, band), (picture, theirs) => {
          const other = this.#parts[picture]
          if (other === undefined || !isSame(parts, mine, other, theirs, band)) return
          const known = matches.get(picture) ?? []
          known.push({ mine, theirs })
          matches.set(picture, known)
        })
      }
    }
    return [...matches]
      .filter(([, found]) => found.length >= leastVotes)
      .flatMap(([picture, found]) => this.#agreed(picture, found, parts, extent))
      .sort((one, other) => other.votes - one.votes)
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

/** The value of 16 of the hash's bits, and which 16. */
function bandOf(parts: Uint8Array, at: number, band: number): number {
  const from = at + 2 * band
  return band * bandValues + (parts[from] ?? 0) * 256 + (parts[from + 1] ?? 0)
}

/** Near enough, and not met already by an earlier band. */
function isSame(
  mine: Uint8Array,
  at: number,
  theirs: Uint8Array,
  there: number,
  band: number,
): boolean {
  for (let earlier = 0; earlier < band; earlier++) {
    if (bandOf(mine, at, earlier) === bandOf(theirs, there, earlier)) return false
  }
  let apart = 0
  for (let byte = 0; byte < partHashBytes; byte++) {
    let bits = (mine[at + byte] ?? 0) ^ (theirs[there + byte] ?? 0)
    for (; bits !== 0; bits &= bits - 1) apart++
  }
  return apart <= nearPart
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
  const squares = new Map<string, Hypothesis[]>()
  for (const one of hypotheses) {
    for (const right of [0, 0.5]) {
      for (const down of [0, 0.5]) {
        const column = Math.floor(one.left / near + right)
        const row = Math.floor(one.top / near + down)
        const key = `${one.levels} ${right} ${down} ${column} ${row}`
        const square = squares.get(key) ?? []
        square.push(one)
        squares.set(key, square)
      }
    }
  }
  let best: Agreed = { members: [], votes: 0 }
  for (const members of squares.values()) {
    if (members.length <= best.votes) continue
    // A pattern that repeats within one picture is one vote, not many.
    const mine = new Set(members.map((member) => member.mine)).size
    const theirs = new Set(members.map((member) => member.theirs)).size
    const votes = Math.min(mine, theirs)
    if (votes > best.votes) best = { members, votes }
  }
  return best
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
  const mean = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + value, 0) / values.length
  const scale = members[0]?.scale ?? 1
  return {
    scaleX: (scale * from.width) / to.width,
    scaleY: (scale * from.height) / to.height,
    shiftX: mean(members.map(({ left }) => left)) / to.width,
    shiftY: mean(members.map(({ top }) => top)) / to.height,
  }
}
