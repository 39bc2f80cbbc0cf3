import { describe, expect, it } from 'vitest'
import type { Control, Framework } from '#contract/frameworks'
import { defaultMeasureSettings, type Measured } from '#contract/measures'
import { PlainDate } from '#contract/values'
import {
  measurableVersions,
  measuredSections,
  periodOf,
  shareOf,
  verdictCounts,
} from '../../../src/renderer/compliance/measures/measuresView'

const day = (text: string) => PlainDate.parse(text)

describe('the days of a period', () => {
  it.each([
    ['month', '2026-11-23', '2026-11-01', '2026-11-30'],
    ['last-month', '2026-11-23', '2026-10-01', '2026-10-31'],
    ['last-month', '2026-01-31', '2025-12-01', '2025-12-31'],
    ['last-month', '2024-03-15', '2024-02-01', '2024-02-29'],
    ['quarter', '2026-11-23', '2026-10-01', '2026-12-31'],
    ['last-quarter', '2026-11-23', '2026-07-01', '2026-09-30'],
    ['last-quarter', '2026-02-01', '2025-10-01', '2025-12-31'],
    ['year', '2026-11-23', '2026-01-01', '2026-12-31'],
    ['last-year', '2026-11-23', '2025-01-01', '2025-12-31'],
  ] as const)('%s on %s', (key, today, from, to) => {
    expect(periodOf(key, day(today))).toEqual({ from, to })
  })
})

function control(key: string, section: string): Control {
  const both = { ms: key, en: key }
  return {
    ...{ key, clause: key, section: { ms: section, en: section }, question: both, evidence: both },
    ...{ weight: 2, scope: 'account', measurement: 'rhythm', note: null, parent: null },
    ...{ standsFor: [], supersedes: [], retired: null },
  }
}

function measured(key: string, verdict: Measured['verdict'], kept = 0, counted = 0): Measured {
  return {
    ...{ key, verdict, kept, counted, measurement: 'rhythm', method: 'rhythm', uncounted: 0 },
    ...{ limit: null, settings: defaultMeasureSettings, guide: false, amounts: null, found: [] },
    why: null,
  }
}

describe('measured controls', () => {
  const controls = [control('a', 'Satu'), control('b', 'Satu'), control('c', 'Dua')]
  const answers = [measured('c', 'met', 1, 1), measured('a', 'not-met', 0, 1)]

  it('stand in their sections, in the order of the checklist', () => {
    const keys = (shown: Parameters<typeof measuredSections>[2]) =>
      measuredSections(controls, answers, shown).map(({ title, controls: own }) => [
        title.ms,
        ...own.map(({ control: { key } }) => key),
      ])
    expect(keys('all')).toEqual([
      ['Satu', 'a'],
      ['Dua', 'c'],
    ])
    expect(keys('met')).toEqual([['Dua', 'c']])
    expect(keys('partly')).toEqual([])
  })

  it('are counted by their verdicts', () => {
    expect(verdictCounts(answers)).toEqual({
      ...{ met: 1, partly: 0, 'not-met': 1, 'not-measured': 0 },
    })
  })

  it.each([
    [0, 0, 0],
    [1, 2, 0.5],
    [200, 200, 1],
    [1999, 2000, 0.99],
  ])('%d of %d is a share of %d', (kept, counted, share) => {
    expect(shareOf({ kept, counted })).toBe(share)
  })
})

it('versions of checklists in use can be measured', () => {
  const version = (id: string) => ({ id }) as Framework['versions'][number]
  const checklist = (shipped: string | null, removed: boolean, ...ids: string[]) =>
    ({ shipped, removed, versions: ids.map(version) }) as Framework
  const all = [
    checklist('jkr', false, '2', '1'),
    checklist(null, true, '3'),
    checklist(null, false, '4'),
  ]
  expect(measurableVersions(all)).toMatchObject([
    { id: '2', shipped: true },
    { id: '1', shipped: true },
    { id: '4', shipped: false },
  ])
})
