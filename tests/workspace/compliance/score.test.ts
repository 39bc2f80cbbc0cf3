import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AssessmentResult } from '#contract/assessmentSubjects'
import type { Answer } from '#contract/assessments'
import type { Control } from '#contract/frameworks'
import { Instant } from '#contract/values'
import { answerable, askedOf } from '../../../src/main/workspace/compliance/rules/asked.ts'
import { planCarry } from '../../../src/main/workspace/compliance/rules/carry.ts'
import {
  headingScores,
  scoreOf,
  sectionScores,
} from '../../../src/main/workspace/compliance/rules/score.ts'

function control(key: string, changes: Partial<Control> = {}): Control {
  const pair = (text: string) => ({ ms: `${text} ${key}`, en: `${text} in English ${key}` })
  return {
    ...{ key, parent: null, clause: 'ours', section: { ms: 'Satu', en: 'One' } },
    ...{ question: pair('Soalan'), evidence: pair('Bukti'), weight: 1, scope: 'unit' as const },
    ...{ measurement: null, note: null, standsFor: [], supersedes: [], retired: null, ...changes },
  }
}

type Said = Record<string, AssessmentResult | null>
const results = (said: Said) => new Map(Object.entries(said))
const weighing = (...weights: number[]) =>
  weights.map((weight, at) => control(`c${at + 1}`, { weight }))

describe('scoreOf', () => {
  // Worked out by hand: worth (1, 0.5, 0) times weight, over the weights of what was answered.
  it.each<[string, number[], Said, object]>([
    [
      'nothing answered',
      [1, 2, 3],
      {},
      { score: null, points: 0, possible: 0, asked: 3, answered: 0, notApplicable: 0 },
    ],
    [
      'all met',
      [1, 2, 3],
      { c1: 'met', c2: 'met', c3: 'met' },
      { score: 1, points: 6, possible: 6, answered: 3 },
    ],
    [
      'none met',
      [1, 2, 3],
      { c1: 'not-met', c2: 'not-met', c3: 'not-met' },
      { score: 0, points: 0, possible: 6, answered: 3 },
    ],
    [
      'one of each: (3×1 + 2×0.5 + 1×0) / 6',
      [3, 2, 1],
      { c1: 'met', c2: 'partly', c3: 'not-met' },
      { score: 4 / 6, points: 4, possible: 6 },
    ],
    [
      'weights tell: (3×0 + 1×1) / 4',
      [3, 1],
      { c1: 'not-met', c2: 'met' },
      { score: 0.25, points: 1, possible: 4 },
    ],
    [
      'what does not apply is answered but weighs nothing: (2×0.5) / 2',
      [2, 3],
      { c1: 'partly', c2: 'not-applicable' },
      { score: 0.5, points: 1, possible: 2, asked: 2, answered: 2, notApplicable: 1 },
    ],
    [
      'nothing applies',
      [2, 3],
      { c1: 'not-applicable', c2: 'not-applicable' },
      { score: null, points: 0, possible: 0, answered: 2, notApplicable: 2 },
    ],
    [
      'what is not answered counts in the coverage only: 2×1 / 2',
      [2, 3, 1],
      { c1: 'met', c2: null },
      { score: 1, points: 2, possible: 2, asked: 3, answered: 1 },
    ],
    [
      'half of an odd weight: (3×0.5) / 3',
      [3],
      { c1: 'partly' },
      { score: 0.5, points: 1.5, possible: 3 },
    ],
  ])('%s', (_, weights, said, expected) => {
    expect(scoreOf(weighing(...weights), results(said))).toMatchObject(expected)
  })

  it('leaves out what is retired', () => {
    const all = [control('a', { weight: 2 }), control('b', { weight: 3, retired: 'Lama' })]
    expect(scoreOf(all, results({ a: 'partly', b: 'met' }))).toMatchObject({
      ...{ score: 0.5, asked: 1, answered: 1 },
    })
  })

  it('of nothing is none', () => {
    expect(scoreOf([], results({}))).toMatchObject({ score: null, asked: 0, answered: 0 })
  })
})

describe('whatever is answered', () => {
  const anything = fc.array(
    fc.record({
      weight: fc.integer({ min: 1, max: 5 }),
      result: fc.constantFrom('met', 'partly', 'not-met', 'not-applicable', null),
    }),
    { maxLength: 40 },
  )
  type Drawn = { weight: number; result: AssessmentResult | null }[]
  const scored = (drawn: Drawn) =>
    scoreOf(
      weighing(...drawn.map(({ weight }) => weight)),
      results(Object.fromEntries(drawn.map(({ result }, at) => [`c${at + 1}`, result]))),
    )
  const order = ['not-met', 'partly', 'met']

  it('the score is a share of what applies, and none only where nothing does', () => {
    fc.assert(
      fc.property(anything, (drawn) => {
        const { score, points, possible, asked, answered, notApplicable } = scored(drawn)
        expect(asked).toBe(drawn.length)
        expect(points).toBeLessThanOrEqual(possible)
        expect(notApplicable).toBeLessThanOrEqual(answered)
        expect(score === null).toBe(answered === notApplicable)
        if (score !== null) expect(score).toBeCloseTo(points / possible, 12)
      }),
    )
  })

  it('neither the order nor what does not apply or is open moves it', () => {
    fc.assert(
      fc.property(anything, (drawn) => {
        const { score } = scored(drawn)
        const applies = drawn.filter(({ result }) => result !== null && result !== 'not-applicable')
        expect(scored(drawn.toReversed()).score).toBe(score)
        expect(scored(applies).score).toBe(score)
      }),
    )
  })

  it('a better answer never lowers it, and weights all doubled change nothing', () => {
    fc.assert(
      fc.property(anything, fc.nat(), (drawn, at) => {
        const before = scored(drawn).score
        const better = drawn.map((each, place) => {
          const now = order[order.indexOf(each.result ?? '') + 1] as AssessmentResult | undefined
          const isOne = place === at % drawn.length && order.includes(each.result ?? '')
          return isOne ? { ...each, result: now ?? 'met' } : each
        })
        expect(scored(better).score ?? 0).toBeGreaterThanOrEqual(before ?? 0)
        const doubled = drawn.map((each) => ({ ...each, weight: each.weight * 2 }))
        expect(scored(doubled).score).toBe(before)
      }),
    )
  })
})

describe('sections and headings', () => {
  const two = { section: { ms: 'Dua', en: 'Two' } }
  const all = [
    control('head', { weight: 0 }),
    control('sub1', { parent: 'head', weight: 3 }),
    control('sub2', { parent: 'head', weight: 1 }),
    control('b', { weight: 2 }),
    control('c', { ...two, weight: 2 }),
  ]
  // The heading itself is never answered, whatever a row says.
  const said = results({ head: 'met', sub1: 'met', sub2: 'not-met', b: 'partly', c: 'partly' })

  it('score by what stands in them: (3 + 0 + 1) / 6 and 1 / 2', () => {
    expect(sectionScores(all, said)).toMatchObject([
      { title: { ms: 'Satu' }, score: { points: 4, possible: 6, asked: 3, answered: 3 } },
      { title: { ms: 'Dua' }, score: { score: 0.5, asked: 1 } },
    ])
  })

  it('score by what stands below them: 3 / 4', () => {
    expect(headingScores(all, said)).toMatchObject([
      { key: 'head', score: { score: 0.75, asked: 2, answered: 2 } },
    ])
    expect(scoreOf(all, said)).toMatchObject({ points: 5, possible: 8, asked: 4 })
  })
})

describe('askedOf', () => {
  const all = [
    control('head', { weight: 0, scope: 'post' }),
    control('sub1', { parent: 'head', scope: 'account' }),
    control('sub2', { parent: 'head', scope: 'operator' }),
    control('gone', { scope: 'account', retired: 'Lama' }),
    control('unit', { scope: 'unit' }),
    control('empty', { weight: 0, scope: 'unit' }),
    control('sub3', { parent: 'empty', scope: 'operator' }),
  ]
  const keys = (controls: readonly Control[]) => controls.map(({ key }) => key)

  it('keeps the scopes wanted, and headings of what remains', () => {
    expect(keys(askedOf(all, ['account']))).toEqual(['head', 'sub1'])
    expect(keys(askedOf(all, ['account', 'unit']))).toEqual(['head', 'sub1', 'unit'])
    expect(keys(askedOf(all, ['post']))).toEqual([])
    expect([...answerable(askedOf(all, ['account']))]).toEqual(['sub1'])
  })

  it('keeps what a finding hangs on, though nobody answers it any more', () => {
    const shown = askedOf(all, ['account'], new Set(['gone', 'sub3']))
    expect(keys(shown)).toEqual(['head', 'sub1', 'gone', 'empty', 'sub3'])
    expect([...answerable(shown)]).not.toContain('gone')
  })
})

describe('planCarry', () => {
  const answer = (key: string): Answer => ({
    ...{ key, result: 'met', progress: 'done', note: '', version: 1 },
    ...{ changedAt: Instant.parse('2026-11-23T01:00:00.000Z'), changedBy: 'Siti' },
  })
  const before = [
    ...[control('same'), control('other'), control('gone'), control('bare')],
    ...[control('head', { weight: 0 }), control('sub', { parent: 'head' })],
  ]
  const after = [
    ...[control('same'), control('other', { weight: 3 }), control('new'), control('bare')],
    ...[control('head', { weight: 0 }), control('sub', { parent: 'head' })],
  ]

  it('proposes what is unchanged, looks again at what is changed, and brings nothing else', () => {
    const plan = planCarry(before, after, ['same', 'other', 'gone', 'sub'].map(answer))
    expect(plan.map(({ key, change, proposal }) => [key, change, proposal])).toEqual([
      ['same', 'same', 'keep'],
      ['other', 'changed', 'again'],
      ['new', 'new', 'none'],
      ['bare', 'same', 'none'],
      ['sub', 'same', 'keep'],
      ['gone', 'retired', 'none'],
    ])
  })
})
