/**
 * Which library pictures a picture may repeat. Exhaustive: every fingerprint is looked at, since
 * at these distances no index prunes anything; the pixels decide afterwards.
 */
import { crops, fingerprintBytes, hashBytes, hashDistance } from './fingerprint.ts'
import type { Fingerprint } from './fingerprint.ts'
import { buildKernel } from './scanKernel.ts'
import type { Comparison, Kernel } from './scanKernel.ts'

/** How the questioned picture may relate to the kept one; `crop` is an index into `crops`. */
export type Relation =
  | { kind: 'whole'; mirrored: boolean }
  | { kind: 'questioned-is-crop'; mirrored: false; crop: number }
  | { kind: 'kept-is-crop'; mirrored: false; crop: number }
  /** The same part of both is alike: what is different lies outside it. */
  | { kind: 'same-part'; mirrored: false; crop: number }

export interface Proposal {
  relation: Relation
  /** Differing bits of 256. */
  distance: number
}

export interface Candidate {
  id: string
  /** Nearest first. */
  proposals: Proposal[]
}

/** Differing bits up to which a pair is looked at. Measured: docs/decisions/0003. */
export const nearWhole = 90
export const nearCrop = 80
export const nearPart = 70

/** All but a fifth of the picture, on each of its sides. */
const parts = crops.flatMap(({ width, height }, crop) =>
  (width === 0.8 && height === 1) || (width === 1 && height === 0.8) ? [crop] : [],
)

const whole = 0
const mirror = hashBytes
const cropAt = (crop: number) => (2 + crop) * hashBytes

interface Check extends Comparison {
  relation: Relation
}

/** A row is a fingerprint without its mirrored hash: the query's own serves for all rows. */
const rowBytes = fingerprintBytes - hashBytes
const rowAt = (fingerprintAt: number) => (fingerprintAt === whole ? 0 : fingerprintAt - hashBytes)

const checks: readonly Check[] = [
  ...[false, true].map((mirrored) => ({
    relation: { kind: 'whole' as const, mirrored },
    queryAt: mirrored ? mirror : whole,
    rowAt: rowAt(whole),
    atMost: nearWhole,
  })),
  ...crops.map((_, crop) => ({
    relation: { kind: 'questioned-is-crop' as const, mirrored: false as const, crop },
    queryAt: whole,
    rowAt: rowAt(cropAt(crop)),
    atMost: nearCrop,
  })),
  ...crops.map((_, crop) => ({
    relation: { kind: 'kept-is-crop' as const, mirrored: false as const, crop },
    queryAt: cropAt(crop),
    rowAt: rowAt(whole),
    atMost: nearCrop,
  })),
  ...parts.map((crop) => ({
    relation: { kind: 'same-part' as const, mirrored: false as const, crop },
    queryAt: cropAt(crop),
    rowAt: rowAt(cropAt(crop)),
    atMost: nearPart,
  })),
]

/**
 * Differing bits of all hashes but the mirrored one together: finer than the nearest of them, which
 * is the same for most posters of one template.
 */
export function copyDistance(one: Fingerprint, other: Fingerprint): number {
  let distance = 0
  for (let at = 0; at < fingerprintBytes; at += hashBytes) {
    if (at === mirror) continue
    distance += hashDistance(one.subarray(at, at + hashBytes), other.subarray(at, at + hashBytes))
  }
  return distance
}

/** What proposes a single pair; the same answer as a search among one picture. */
export function proposalsFor(kept: Fingerprint, questioned: Fingerprint): Proposal[] {
  return proposalsIn(rowOf(kept), questioned)
}

function rowOf(fingerprint: Fingerprint): Uint8Array {
  requireWhole(fingerprint)
  const row = new Uint8Array(rowBytes)
  writeRow(fingerprint, row, 0)
  return row
}

function requireWhole({ length }: Fingerprint): void {
  if (length === fingerprintBytes) return
  throw new RangeError(`a fingerprint has ${fingerprintBytes} bytes, not ${length}`)
}

function writeRow(fingerprint: Fingerprint, into: Uint8Array, at: number): void {
  into.set(fingerprint.subarray(whole, hashBytes), at)
  into.set(fingerprint.subarray(cropAt(0)), at + hashBytes)
}

function proposalsIn(row: Uint8Array, query: Fingerprint): Proposal[] {
  const proposals: Proposal[] = []
  for (const { relation, queryAt, rowAt: at, atMost } of checks) {
    const distance = hashDistance(
      query.subarray(queryAt, queryAt + hashBytes),
      row.subarray(at, at + hashBytes),
    )
    if (distance <= atMost) proposals.push({ relation, distance })
  }
  return proposals.sort((one, other) => one.distance - other.distance)
}

/** The query comes first in the kernel's memory. */
const queryBytes = fingerprintBytes
const hitBytes = 4
const pageBytes = 65_536

/** The library's fingerprints, packed for the search: 676 bytes a picture. */
export class CandidateIndex {
  readonly #kernel: Kernel = buildKernel(checks, rowBytes)
  readonly #ids: string[] = []
  readonly #places = new Map<string, number>()
  #memory = new Uint8Array(this.#kernel.memory.buffer)

  /** @param expected pictures for which room is made at once */
  constructor(expected = 0) {
    this.#reserve(expected)
  }

  get size(): number {
    return this.#ids.length
  }

  has(id: string): boolean {
    return this.#places.has(id)
  }

  /** Adds a picture, or replaces the fingerprint of one that is there. */
  add(id: string, fingerprint: Fingerprint): void {
    requireWhole(fingerprint)
    const place = this.#places.get(id) ?? this.#ids.length
    if (place === this.#ids.length) {
      this.#reserve(place + 1)
      this.#ids.push(id)
      this.#places.set(id, place)
    }
    writeRow(fingerprint, this.#memory, queryBytes + place * rowBytes)
  }

  /** Takes a picture out; one that is not there is no error. */
  remove(id: string): void {
    const place = this.#places.get(id)
    const lastId = this.#ids.pop()
    if (place === undefined || lastId === undefined) {
      if (lastId !== undefined) this.#ids.push(lastId)
      return
    }
    this.#places.delete(id)
    if (lastId === id) return
    this.#row(place).set(this.#row(this.#ids.length))
    this.#ids[place] = lastId
    this.#places.set(lastId, place)
  }

  /**
   * All pictures near enough, nearest first, then by id.
   * @param count how many of those added first are looked at, as long as none was taken out
   */
  near(questioned: Fingerprint, count = this.#ids.length): Candidate[] {
    requireWhole(questioned)
    this.#memory.set(questioned, 0)
    const out = queryBytes + this.#ids.length * rowBytes
    const found = this.#kernel.scan(queryBytes, count, out)
    const hits = new Uint32Array(this.#memory.buffer, out, found)
    const candidates: Candidate[] = []
    for (let hit = 0; hit < found; hit++) {
      const place = ((hits[hit] ?? 0) - queryBytes) / rowBytes
      const proposals = proposalsIn(this.#row(place), questioned)
      candidates.push({ id: this.#ids[place] ?? '', proposals })
    }
    return candidates.sort(nearestFirst)
  }

  #row(place: number): Uint8Array {
    const from = queryBytes + place * rowBytes
    return this.#memory.subarray(from, from + rowBytes)
  }

  #reserve(count: number): void {
    const memory = this.#kernel.memory
    const needed = queryBytes + count * (rowBytes + hitBytes)
    const missing = needed - memory.buffer.byteLength
    if (missing <= 0) return
    // By an eighth at least, so that adding one by one does not grow the memory every time.
    const spare = memory.buffer.byteLength / 8
    memory.grow(Math.ceil(Math.max(missing, spare) / pageBytes))
    this.#memory = new Uint8Array(memory.buffer)
  }
}

/** The order of `near`, for those who put several answers together. */
export function nearestFirst(one: Candidate, other: Candidate): number {
  return nearest(one) - nearest(other) || (one.id < other.id ? -1 : 1)
}

function nearest({ proposals }: Candidate): number {
  return proposals[0]?.distance ?? 256
}
