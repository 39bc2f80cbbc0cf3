import { expect, it } from 'vitest'
import { Chains, type PartHash } from '../../../src/main/workspace/images/repeats/parts/chains.ts'

/** Numbers of 32 bits from a seed; few values in each half, so that chains grow over many blocks. */
function hashes(count: number): PartHash[] {
  let state = 20_261_122
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0
    return state >>> 8
  }
  const word = () => ((next() % 7) << 16) | (next() % 5 === 0 ? next() & 0xffff : next() % 7)
  return Array.from({ length: count }, () => ({ low: word() | 0, high: word() | 0 }))
}

function bitsApart(one: PartHash, other: PartHash): number {
  const ones = (word: number) => (word >>> 0).toString(2).replaceAll('0', '').length
  return ones(one.low ^ other.low) + ones(one.high ^ other.high)
}

const quarters = ({ low, high }: PartHash) => [low & 0xffff, low >>> 16, high & 0xffff, high >>> 16]

/** The first quarter in which the two agree; 4 for none. */
function sharedQuarter(one: PartHash, other: PartHash): number {
  const mine = quarters(one)
  const at = quarters(other).findIndex((value, place) => value === mine[place])
  return at < 0 ? 4 : at
}

it('tells of each part that agrees in a quarter and differs in 14 bits at most, the last first', () => {
  const all = hashes(3_000)
  const chains = new Chains()
  all.forEach((hash, at) => chains.add(hash, at, at * 3))
  let told = 0
  for (const asked of all.slice(0, 60)) {
    const expected = [0, 1, 2, 3].flatMap((quarter) =>
      all
        .map((hash, at) => ({ hash, at }))
        .filter(
          ({ hash }) => sharedQuarter(asked, hash) === quarter && bitsApart(asked, hash) <= 14,
        )
        .map(({ at }) => [at, at * 3])
        .toReversed(),
    )
    const found: number[][] = []
    chains.near(asked, (picture, place) => found.push([picture, place]))
    expect(found).toEqual(expected)
    told += found.length
  }
  // Far more than fit into one block of each chain.
  expect(told).toBeGreaterThan(60 * 100)
})
