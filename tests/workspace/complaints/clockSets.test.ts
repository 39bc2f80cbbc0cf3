import { describe, expect, it } from 'vitest'
import type { ClockSet } from '#contract/reference'
import { shippedLists } from '../../../src/main/workspace/reference/shipped.ts'
import { setFor } from '../../../src/main/workspace/complaints/rules/clocks.ts'
import { itemsIn } from '../reference/itemsIn.ts'

const sets: ClockSet[] = itemsIn(shippedLists(), 'clock-sets')
const plain = {
  ...{ kind: 'federal-road', urgent: null, wrongDoor: false, chosen: null },
  difficulty: null,
}

describe('the set of limits that applies', () => {
  it.each([
    ['whatever no other fits', {}, 'standard', 'default'],
    ['a dangerous pothole', { urgent: 'pothole' }, 'dangerous-pothole', 'urgent'],
    [
      'danger before a wrong door',
      { urgent: 'traffic-control', wrongDoor: true },
      'traffic-control',
      'urgent',
    ],
    ['a danger without a set of its own', { urgent: 'landslide' }, 'standard', 'default'],
    ['a wrong door', { kind: 'policy', wrongDoor: true }, 'no-wrong-door', 'wrong-door'],
    ['a complex one', { difficulty: 'complex' }, 'bpa-complex', 'complex'],
    ['an ordinary one', { difficulty: 'ordinary' }, 'standard', 'default'],
    [
      'danger before complexity',
      { urgent: 'pothole', difficulty: 'complex' },
      'dangerous-pothole',
      'urgent',
    ],
    ['what a person chose, before all', { urgent: 'pothole', chosen: 'bpa' }, 'bpa', 'hand'],
    ['a choice that is no longer offered', { chosen: 'gone' }, 'standard', 'default'],
  ] as const)('%s', (_, parts, set, why) => {
    const found = setFor(sets, { ...plain, ...parts })
    expect([found.set?.key, found.why]).toEqual([set, why])
  })

  it('goes by a kind where a set names it, in the office’s order', () => {
    const own = sets.map((set) =>
      ['jkr-perak', 'kkr'].includes(set.key) ? { ...set, kinds: ['state-road'] } : set,
    )
    const found = setFor(own, { ...plain, kind: 'state-road' })
    expect([found.set?.key, found.why]).toEqual(['jkr-perak', 'kind'])
  })

  it('is none where the office offers none', () => {
    expect(setFor([], plain)).toEqual({ set: null, why: 'default' })
  })

  it.each([
    ['standard', 'respond', '24 elapsed-hours false'],
    ['standard', 'close', '3 working-days true'],
    ['traffic-control', 'respond', '1 elapsed-hours false'],
    ['dangerous-pothole', 'close', '24 elapsed-hours false'],
    ['no-wrong-door', 'acknowledge', '1 calendar-days true'],
    ['no-wrong-door', 'close', '14 calendar-days true'],
    ['jkr-perak', 'acknowledge', '1 working-days true'],
    ['jkr-perak', 'respond', '7 calendar-days true'],
    ['jkr-perak', 'close', '30 calendar-days true'],
    ['kkr', 'respond', '3 working-days true'],
    ['kkr', 'close', '15 working-days true'],
    ['bpa', 'close', '15 working-days true'],
    ['bpa-complex', 'respond', '24 elapsed-hours false'],
    ['bpa-complex', 'progress', '15 working-days true'],
  ] as const)('as the sources say: %s, %s within %s', (key, clock, expected) => {
    const limit = sets.find((set) => set.key === key)?.limits[clock]
    expect(`${limit?.amount} ${limit?.unit} ${String(limit?.pauses)}`).toBe(expected)
  })
})
