import { describe, expect, it } from 'vitest'
import { RoadCode } from '#contract/roads'
import { quantile } from '../../../src/main/workspace/complaints/rules/quantiles.ts'
import { chanceOf, isRising } from '../../../src/main/workspace/complaints/rules/rising.ts'
import { stretchesOf } from '../../../src/main/workspace/complaints/rules/stretches.ts'

describe('whether something rises', () => {
  /** By whole numbers: of 4 to the power of all, those ways in which so many fall on the recent days. */
  function chanceByCounting(recent: number, before: number): number {
    const all = recent + before
    let [ways, choose] = [0n, 1n]
    for (let hits = 0; hits <= all; hits += 1) {
      if (hits > 0) choose = (choose * BigInt(all - hits + 1)) / BigInt(hits)
      if (hits >= recent) ways += choose * 3n ** BigInt(all - hits)
    }
    return Number((ways * 10n ** 12n) / 4n ** BigInt(all)) / 1e12
  }

  it.each([
    [0, 0],
    [1, 0],
    [4, 0],
    [5, 3],
    [10, 30],
    [20, 21],
    [40, 200],
  ])('by chance %i lately after %i', (recent, before) => {
    expect(chanceOf({ recent, before })).toBeCloseTo(chanceByCounting(recent, before), 9)
  })

  it('is sure also of many', () => {
    expect(chanceOf({ recent: 2_500, before: 7_500 })).toBeCloseTo(0.5, 1)
    expect(chanceOf({ recent: 3_500, before: 7_500 })).toBeLessThan(1e-9)
  })

  it.each([
    // Nothing before: 0.25 to the power of so many, against one in a hundred.
    [3, 0, 3, false],
    [4, 0, 3, true],
    [4, 0, 5, false],
    // As many as before for the time that it was.
    [4, 12, 3, false],
    [11, 12, 3, false],
    [12, 12, 3, true],
    [0, 40, 3, false],
  ])('%i lately after %i, %i at least: %s', (recent, before, minimum, expected) => {
    expect(isRising({ recent, before }, minimum)).toBe(expected)
  })
})

describe('stretches of roads', () => {
  const [ft4, e1] = [RoadCode.parse('FT4'), RoadCode.parse('E1')]
  const on = (road: RoadCode, ...metres: number[]) => metres.map((at) => ({ road, metres: at }))
  const told = (points: ReturnType<typeof on>, length = 2_000, minimum = 3) =>
    stretchesOf(points, length, minimum).map(
      ({ road, from, to, count }) => `${road} ${from}–${to}: ${count}`,
    )

  it.each([
    ['just within', on(ft4, 0, 1_000, 2_000), ['FT4 0–2000: 3']],
    ['just too long', on(ft4, 0, 1_000, 2_001), []],
    ['too few', on(ft4, 500, 500), []],
    ['one place', on(ft4, 700, 700, 700), ['FT4 700–700: 3']],
    ['two roads', [...on(ft4, 0, 0, 0), ...on(e1, 0, 0, 0, 0)], ['E1 0–0: 4', 'FT4 0–0: 3']],
    [
      'the densest first, and the others beside it',
      on(ft4, 0, 900, 1_800, 1_900, 2_000, 2_100, 3_500, 3_600, 3_700),
      ['FT4 1800–3700: 7'],
    ],
    [
      'never around another',
      on(ft4, 0, 100, 1_000, 1_000, 1_000, 1_000, 1_900, 2_000),
      ['FT4 0–2000: 8'],
    ],
    [
      'far from each other',
      on(ft4, 0, 0, 0, 9_000, 9_000, 9_000),
      ['FT4 0–0: 3', 'FT4 9000–9000: 3'],
    ],
  ])('%s', (_, points, expected) => {
    expect(told(points)).toEqual(expected)
  })

  it('hold no complaint twice, and all that lie between their ends', () => {
    const metres = Array.from({ length: 400 }, (_, at) => (at * 7_919) % 60_000)
    const found = stretchesOf(on(ft4, ...metres), 2_000, 3)
    for (const { from, to, count } of found) {
      expect(metres.filter((at) => at >= from && at <= to)).toHaveLength(count)
      expect(to - from).toBeLessThanOrEqual(2_000)
      expect(found.filter((each) => each.from <= to && each.to >= from)).toHaveLength(1)
    }
  })
})

describe('the value that a share does not exceed', () => {
  it.each([
    [[], 0.5, null],
    [[7], 0.5, 7],
    [[1, 2], 0.5, 1],
    [[1, 2, 3], 0.5, 2],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 9],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.5, 5],
  ])('%j at %d', (sorted, share, expected) => {
    expect(quantile(sorted, share)).toBe(expected)
  })
})
