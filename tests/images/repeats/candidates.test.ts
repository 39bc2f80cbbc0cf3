import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CandidateIndex,
  nearCrop,
  nearPart,
  nearWhole,
  proposalsFor,
} from '../../../src/main/workspace/images/repeats/candidates.ts'
import type { Relation } from '../../../src/main/workspace/images/repeats/candidates.ts'
import {
  crops,
  fingerprintBytes,
  hashBytes,
} from '../../../src/main/workspace/images/repeats/fingerprint.ts'
import { randomFrom } from '../../support/drawing.ts'

function randomFingerprint(random: () => number): Uint8Array {
  return Uint8Array.from({ length: fingerprintBytes }, () => Math.floor(random() * 256))
}

/** Copies one hash over another, with the first `flipped` bits inverted. */
function plant(
  from: Uint8Array,
  fromHash: number,
  to: Uint8Array,
  toHash: number,
  flipped: number,
): void {
  for (let at = 0; at < hashBytes; at++) {
    const inverted = Math.max(0, Math.min(8, flipped - at * 8))
    to[toHash * hashBytes + at] = (from[fromHash * hashBytes + at] ?? 0) ^ (2 ** inverted - 1)
  }
}

function bitsOf(fingerprint: Uint8Array, hash: number): string {
  const bytes = fingerprint.subarray(hash * hashBytes, (hash + 1) * hashBytes)
  return Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
}

function distance(one: string, other: string): number {
  return Array.from(one).filter((bit, at) => bit !== other.charAt(at)).length
}

/** Every relation of two fingerprints, counted on strings of noughts and ones. */
function byHand(kept: Uint8Array, questioned: Uint8Array): [Relation, number][] {
  const whole = { kept: bitsOf(kept, 0), questioned: bitsOf(questioned, 0) }
  const all: [Relation, number, number][] = [
    [{ kind: 'whole', mirrored: false }, distance(whole.kept, whole.questioned), nearWhole],
    [{ kind: 'whole', mirrored: true }, distance(whole.kept, bitsOf(questioned, 1)), nearWhole],
  ]
  crops.forEach((_, crop) => {
    const ofKept = distance(bitsOf(kept, 2 + crop), whole.questioned)
    const ofQuestioned = distance(whole.kept, bitsOf(questioned, 2 + crop))
    all.push([{ kind: 'questioned-is-crop', mirrored: false, crop }, ofKept, nearCrop])
    all.push([{ kind: 'kept-is-crop', mirrored: false, crop }, ofQuestioned, nearCrop])
  })
  // Without its left, right, lower or upper fifth each.
  for (const crop of [6, 7, 8, 9]) {
    const apart = distance(bitsOf(kept, 2 + crop), bitsOf(questioned, 2 + crop))
    all.push([{ kind: 'same-part', mirrored: false, crop }, apart, nearPart])
  }
  return all.filter(([, off, limit]) => off <= limit).map(([relation, off]) => [relation, off])
}

function asSet(pairs: [Relation, number][]): string[] {
  return pairs.map((pair) => JSON.stringify(pair)).sort()
}

const planted = fc.record({
  seed: fc.integer(),
  keptHash: fc.integer({ min: 0, max: crops.length + 1 }),
  questionedHash: fc.integer({ min: 0, max: crops.length + 1 }),
  flipped: fc.constantFrom(
    0,
    1,
    nearPart,
    nearPart + 1,
    nearCrop,
    nearCrop + 1,
    nearWhole,
    nearWhole + 1,
  ),
})

describe('the candidate search', () => {
  it('finds what counting bits by hand finds, for planted hashes at and around the limits', () => {
    fc.assert(
      fc.property(fc.array(planted, { minLength: 1, maxLength: 12 }), (plants) => {
        const questioned = randomFingerprint(randomFrom(plants.length))
        const library = plants.map(({ seed, keptHash, questionedHash, flipped }) => {
          const kept = randomFingerprint(randomFrom(seed))
          plant(questioned, questionedHash, kept, keptHash, flipped)
          return kept
        })
        const index = new CandidateIndex()
        library.forEach((kept, at) => {
          index.add(`picture ${at}`, kept)
        })
        const expected = library.flatMap((kept, at) => {
          const found = byHand(kept, questioned)
          return found.length === 0 ? [] : [[`picture ${at}`, asSet(found)] as const]
        })
        const actual = index
          .near(questioned)
          .map(
            ({ id, proposals }) =>
              [id, asSet(proposals.map(({ relation, distance: off }) => [relation, off]))] as const,
          )
        expect(new Map(actual)).toEqual(new Map(expected))
        expect(actual).toHaveLength(expected.length)
      }),
      { numRuns: 60 },
    )
  })

  it('answers for a pair as the search does', () => {
    const random = randomFrom(8)
    const [kept, questioned] = [randomFingerprint(random), randomFingerprint(random)]
    plant(questioned, 0, kept, 5, 30)
    const index = new CandidateIndex()
    index.add('kept', kept)
    expect(index.near(questioned)).toEqual([
      { id: 'kept', proposals: proposalsFor(kept, questioned) },
    ])
    expect(proposalsFor(kept, questioned)).toEqual([
      { relation: { kind: 'questioned-is-crop', mirrored: false, crop: 3 }, distance: 30 },
    ])
  })

  it('holds what was added and not removed, in any order of changes', () => {
    const change = fc.record({ id: fc.integer({ min: 0, max: 9 }), add: fc.boolean() })
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const index = new CandidateIndex()
        const model = new Map<string, Uint8Array>()
        changes.forEach(({ id, add }, at) => {
          const name = `picture ${id}`
          if (add) {
            const fingerprint = randomFingerprint(randomFrom(at))
            model.set(name, fingerprint)
            index.add(name, fingerprint)
          } else {
            model.delete(name)
            index.remove(name)
          }
        })
        expect(index.size).toBe(model.size)
        for (const [name, fingerprint] of model) {
          const [first] = index.near(fingerprint)
          expect(first?.id).toBe(name)
          expect(first?.proposals[0]?.distance).toBe(0)
        }
        expect(index.has('picture 3')).toBe(model.has('picture 3'))
      }),
      { numRuns: 40 },
    )
  })

  it('orders by distance, then by id, whatever the order of adding', () => {
    const questioned = randomFingerprint(randomFrom(1))
    const near = (seed: number, flipped: number) => {
      const kept = randomFingerprint(randomFrom(seed))
      plant(questioned, 0, kept, 0, flipped)
      return kept
    }
    const pictures: [string, Uint8Array][] = [
      ['c', near(2, 10)],
      ['b', near(3, 10)],
      ['a', near(4, 40)],
    ]
    const order = (entries: [string, Uint8Array][]) => {
      const index = new CandidateIndex()
      for (const [id, fingerprint] of entries) index.add(id, fingerprint)
      return index.near(questioned).map(({ id }) => id)
    }
    expect(order(pictures)).toEqual(['b', 'c', 'a'])
    expect(order(pictures.toReversed())).toEqual(['b', 'c', 'a'])
  })

  it('looks through a library of several memory pages', () => {
    const random = randomFrom(5)
    const index = new CandidateIndex()
    const library = Array.from({ length: 3_000 }, () => randomFingerprint(random))
    library.forEach((fingerprint, at) => {
      index.add(`picture ${at}`, fingerprint)
    })
    for (const at of [0, 1_499, 2_999]) {
      const fingerprint = library[at] ?? new Uint8Array()
      expect(index.near(fingerprint)[0]?.id).toBe(`picture ${at}`)
    }
  })

  it('refuses a fingerprint of another length', () => {
    const index = new CandidateIndex()
    expect(() => {
      index.add('short', new Uint8Array(32))
    }).toThrow(RangeError)
    expect(() => index.near(new Uint8Array(32))).toThrow(RangeError)
  })
})
