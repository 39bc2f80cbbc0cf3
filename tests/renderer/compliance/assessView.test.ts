import { describe, expect, it } from 'vitest'
import type { MeasuredAnswer } from '#contract/assessmentMeasures'
import type { Assessment } from '#contract/assessments'
import type { Control } from '#contract/frameworks'
import {
  answeredControls,
  besides,
  countsOf,
  halfYear,
  isShown,
  needsReason,
  withResult,
} from '../../../src/renderer/compliance/assess/assessView'

function control(key: string, changes: Partial<Control> = {}): Control {
  const pair = { ms: key, en: key }
  return {
    ...{ key, parent: null, clause: key, section: pair, question: pair, evidence: pair },
    ...{ weight: 2, scope: 'post', measurement: null, note: null, standsFor: [] },
    ...{ supersedes: [], retired: null, ...changes },
  }
}

const at = { version: 1, changedAt: '2026-11-23T01:00:00.000Z', changedBy: 'Siti' }
const action = { isOverdue: true, progress: 'open' }
const finding = (key: string, closed: object | null, actions: object[]) => ({
  ...{ id: key, key, severity: 'minor', text: 'Lewat', version: 1, closed, actions },
})

const assessment = {
  controls: [
    control('head', { weight: 0 }),
    ...[control('sub', { parent: 'head' }), control('met'), control('not'), control('again')],
    ...[control('bare'), control('gone', { retired: 'Lama' })],
  ],
  answers: [
    { key: 'met', result: 'met', progress: 'done', note: '', ...at },
    { key: 'not', result: 'not-met', progress: 'done', note: '', ...at },
    { key: 'again', result: 'partly', progress: 'in-work', note: '', ...at },
    { key: 'bare', result: null, progress: 'in-work', note: 'Nanti', ...at },
  ],
  measured: [
    { key: 'met', stand: 'followed', measured: { verdict: 'met' } },
    { key: 'not', stand: 'disagreed', measured: { verdict: 'met' } },
    { key: 'bare', stand: 'open', measured: { verdict: 'not-measured' } },
  ],
  headings: [{ key: 'head', score: { score: null } }],
  evidence: [{ key: 'met', useId: 'u1', evidence: {} }],
  findings: [finding('not', null, [action]), finding('met', { how: 'Siap' }, [])],
} as unknown as Assessment

describe('the controls of an assessment', () => {
  const all = answeredControls(assessment)
  const keysOf = (shown: Parameters<typeof isShown>[1]) =>
    all.filter((each) => isShown(each, shown)).map(({ control }) => control.key)

  it('say how they stand', () => {
    expect(all.map(({ standing }) => standing)).toEqual([
      ...['unanswered', 'unanswered', 'met', 'not-met', 'partly', 'unanswered', 'not-asked'],
    ])
    expect(all.map(({ isHeading }) => isHeading)).toEqual([
      ...[true, false, false, false, false, false, false],
    ])
  })

  it.each([
    ['all', ['head', 'sub', 'met', 'not', 'again', 'bare', 'gone']],
    ['unanswered', ['sub', 'bare']],
    ['again', ['again']],
    ['measured', ['met']],
    ['disagreed', ['not']],
    ['not-met', ['not', 'again']],
    ['finding', ['not']],
    ['overdue', ['not']],
  ] as const)('are shown by %s', (shown, keys) => {
    expect(keysOf(shown)).toEqual(keys)
  })

  it('are counted without headings', () => {
    expect(countsOf(all)).toEqual({
      ...{ all: 6, unanswered: 2, again: 1, measured: 1, disagreed: 1 },
      ...{ 'not-met': 2, finding: 1, overdue: 1 },
    })
  })

  it.each([
    [null, 1, 'sub'],
    ['sub', 1, 'met'],
    ['sub', -1, null],
    ['gone', 1, null],
    ['gone', -1, 'bare'],
  ] as const)('from %s by %i comes %s', (key, by, expected) => {
    expect(besides(all, key, by)).toBe(expected)
  })
})

describe('an answer', () => {
  const before = { result: 'partly', progress: 'in-work', note: 'Rekod' } as const
  it('is done with its result, and not begun without', () => {
    expect(withResult(before, 'partly')).toEqual({ ...before, progress: 'done' })
    expect(withResult(before, null)).toEqual({
      ...{ result: null, progress: 'not-started', note: 'Rekod' },
    })
  })
})

describe('a reason', () => {
  const measured = (verdict: string) => ({ measured: { verdict } }) as unknown as MeasuredAnswer
  it.each([
    [null, null, 'met', false],
    [measured('not-measured'), null, 'met', false],
    [measured('met'), null, 'met', false],
    [measured('met'), 'met', null, false],
    [measured('met'), 'partly', 'partly', false],
    [measured('met'), 'met', 'partly', true],
    [measured('met'), null, 'not-applicable', true],
  ] as const)('is asked for at %o, from %s to %s: %s', (at, before, result, asked) => {
    expect(needsReason(at, before, result)).toBe(asked)
  })
})

describe('halfYear', () => {
  it.each([
    ['2026-01-01', '2026-01-01', '2026-06-30'],
    ['2026-06-30', '2026-01-01', '2026-06-30'],
    ['2026-07-01', '2026-07-01', '2026-12-31'],
    ['2026-12-31', '2026-07-01', '2026-12-31'],
  ])('of %s', (day, from, to) => {
    expect(halfYear(day)).toEqual({ from, to })
  })
})
