import { describe, expect, it } from 'vitest'
import type { ClockSet } from '#contract/reference'
import { Instant } from '#contract/values'
import { calendarBy } from '../../../src/main/workspace/days/rules/calendar.ts'
import { shippedLists } from '../../../src/main/workspace/reference/shipped.ts'
import { clockOf, setFor } from '../../../src/main/workspace/complaints/rules/clocks.ts'
import { keptLimits, type Timed } from '../../../src/main/workspace/complaints/rules/judged.ts'
import { itemsIn } from '../reference/itemsIn.ts'

const sets: ClockSet[] = itemsIn(shippedLists(), 'clock-sets')
const plain = {
  ...{ kind: 'federal-road', urgent: null, wrongDoor: false, chosen: null },
  severity: null,
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
    // KKR gives a dangerous pothole 24 hours; what is marked as a matter of safety has as many.
    ['a matter of safety', { severity: 'safety' }, 'safety', 'severity'],
    [
      'a matter of safety that is complex',
      { severity: 'safety', difficulty: 'complex' },
      'safety',
      'severity',
    ],
    ['a serious one', { severity: 'serious' }, 'standard', 'default'],
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

  const grave = sets.map((set): ClockSet => {
    if (set.key === 'kkr') return { ...set, severities: ['safety', 'serious'] }
    if (set.key === 'bpa') return { ...set, severities: ['minor'], kinds: ['state-road'] }
    if (set.key !== 'jkr-perak') return set
    return { ...set, severities: ['moderate'], complex: true }
  })

  it.each([
    ['as grave as a set says', { severity: 'safety' }, 'kkr', 'severity'],
    ['of either severity it names', { severity: 'serious' }, 'kkr', 'severity'],
    ['of a severity no set names', { severity: 'moderate' }, 'standard', 'default'],
    ['not weighed at all', { severity: null }, 'standard', 'default'],
    [
      'danger before severity',
      { severity: 'safety', urgent: 'pothole' },
      'dangerous-pothole',
      'urgent',
    ],
    [
      'a wrong door before severity',
      { severity: 'safety', wrongDoor: true },
      'no-wrong-door',
      'wrong-door',
    ],
    [
      'severity before complexity',
      { severity: 'safety', difficulty: 'complex' },
      'kkr',
      'severity',
    ],
    [
      'a set for a severity of one kind: that kind',
      { severity: 'minor', kind: 'state-road' },
      'bpa',
      'severity',
    ],
    [
      'a set for a severity of one kind: another kind',
      { severity: 'minor' },
      'standard',
      'default',
    ],
    ['its kind alone is not enough for it', { kind: 'state-road' }, 'standard', 'default'],
    [
      'a set for complex ones of a severity',
      { severity: 'moderate', difficulty: 'complex' },
      'jkr-perak',
      'severity',
    ],
    [
      'complex of another severity',
      { severity: null, difficulty: 'complex' },
      'bpa-complex',
      'complex',
    ],
    [
      'what a person chose, before severity',
      { severity: 'safety', chosen: 'standard' },
      'standard',
      'hand',
    ],
  ] as const)('where the office names severities: %s', (_, parts, set, why) => {
    const found = setFor(grave, { ...plain, ...parts })
    expect([found.set?.key, found.why]).toEqual([set, why])
  })

  it('is none where the office offers none', () => {
    expect(setFor([], plain)).toEqual({ set: null, why: 'default' })
  })

  it.each([
    ['standard', 'respond', '24 elapsed-hours false'],
    ['standard', 'close', '3 working-days true'],
    ['traffic-control', 'respond', '1 elapsed-hours false'],
    ['dangerous-pothole', 'close', '24 elapsed-hours false'],
    ['safety', 'respond', '24 elapsed-hours false'],
    ['safety', 'close', '24 elapsed-hours false'],
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

describe('the limits by which a clock stays judged that was met under another set', () => {
  const hours = (amount: number) => ({ amount, unit: 'elapsed-hours', pauses: false }) as const
  const none = { acknowledge: null, respond: null, progress: null, close: null }
  const long = { ...none, respond: hours(24), close: hours(72) }
  const short = { ...none, respond: hours(1), close: hours(24) }
  const received = Instant.parse('2026-11-20T00:00:00.000Z')
  const open = { acknowledge: null, respond: null, progress: null, close: null }
  const answered = { ...open, respond: Instant.parse('2026-11-20T02:00:00.000Z') }
  const calendar = calendarBy(() => [])
  const judged = (timed: Partial<Timed>, now: string) => {
    const known: Timed = {
      ...{ limits: long, received, from: received, met: open, pauses: [], state: 'MY-14' },
      ...timed,
    }
    return (['respond', 'close'] as const).map(
      (name) => clockOf(name, known, Instant.parse(now), calendar).clock.standing,
    )
  }

  it.each([
    ['nothing was met', { limits: long, met: open }, short, {}],
    [
      'what was met keeps its limit',
      { limits: long, met: answered },
      short,
      { respond: hours(24) },
    ],
    ['the same limit needs no keeping', { limits: long, met: answered }, long, {}],
    [
      'back to the first set',
      { limits: short, kept: { respond: hours(24) }, met: answered },
      long,
      {},
    ],
    [
      'on to a third',
      { limits: short, kept: { respond: hours(24) }, met: answered },
      none,
      { respond: hours(24) },
    ],
    [
      'taken back, it begins anew',
      { limits: short, kept: { respond: hours(24) }, met: open },
      short,
      {},
    ],
    ['without a limit it stays without', { limits: none, met: answered }, short, { respond: null }],
  ] as const)('%s', (_, before, after, kept) => {
    expect(keptLimits(before, after)).toEqual(kept)
  })

  it('leaves in time what was in time, and counts what is open by the new set', () => {
    const now = '2026-11-20T23:00:00.000Z'
    expect(judged({ met: answered }, now)).toEqual(['met', 'running'])
    expect(judged({ met: answered, limits: short }, now)).toEqual(['met-late', 'used-90'])
    expect(judged({ met: answered, limits: short, kept: { respond: hours(24) } }, now)).toEqual([
      ...['met', 'used-90'],
    ])
  })
})
