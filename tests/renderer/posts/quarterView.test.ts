import { describe, expect, it } from 'vitest'
import { PhaseId } from '#contract/cycles'
import { quarterDays, quarterStep } from '../../../src/renderer/posts/year/quarterView'
import { day } from '../../support/posts.ts'
import { tileOf } from './tiles'

const phaseOf = (number: number) =>
  PhaseId.parse(`10000000-0000-4000-8000-00000000000${String(number)}`)

describe('a quarter', () => {
  it.each([
    ['ArrowRight', '2026-10-31', '2026-11-01'],
    ['ArrowRight', '2026-12-31', '2026-12-31'],
    ['ArrowLeft', '2026-10-01', '2026-10-01'],
    ['ArrowDown', '2026-11-22', '2026-11-29'],
    ['ArrowDown', '2026-12-28', '2026-12-28'],
    ['ArrowUp', '2026-11-01', '2026-10-25'],
    ['Home', '2026-11-22', '2026-10-01'],
    ['End', '2026-02-01', '2026-03-31'],
    ['a', '2026-11-22', null],
  ])('in a quarter %s from %s leads to %s', (key, from, to) => {
    expect(quarterStep(key, day(from))).toBe(to)
  })

  it('counts a quarter by phase or by category, those without one last', () => {
    const [one, other] = [phaseOf(1), phaseOf(2)]
    const tiles = [
      ...[other, one, null, other].map((phaseId, at) => ({
        ...tileOf(at, { day: day('2026-11-03') }),
        ...{ phaseId, category: at === 0 ? null : 'info-rakyat', missing: [] },
      })),
      { ...tileOf(9, { day: day('2026-11-04') }), expired: true, missing: ['image' as const] },
      tileOf(10, { day: null }),
    ]
    const byPhase = quarterDays(tiles, 'phase')
    expect([...byPhase.keys()]).toEqual(['2026-11-03', '2026-11-04'])
    expect(byPhase.get(day('2026-11-03'))).toEqual({
      ...{ count: 4, incomplete: 0, expired: 0 },
      parts: [
        { key: other, count: 2 },
        { key: one, count: 1 },
        { key: null, count: 1 },
      ],
    })
    expect(byPhase.get(day('2026-11-04'))).toMatchObject({ count: 1, incomplete: 1, expired: 1 })
    expect(quarterDays(tiles, 'category').get(day('2026-11-03'))?.parts).toEqual([
      { key: 'info-rakyat', count: 3 },
      { key: null, count: 1 },
    ])
  })
})
