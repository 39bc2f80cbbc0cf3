import { describe, expect, it } from 'vitest'
import { ControlKey } from '#contract/frameworks'
import {
  qualityOf,
  type CheckedControl,
  type CheckedEvidence,
  type CheckedFinding,
} from '../../../src/main/workspace/compliance/rules/quality.ts'

const file: CheckedEvidence = { kind: 'file', isGone: false, files: ['2026-11-01T00:00:00.000Z'] }
const link: CheckedEvidence = { kind: 'link', isGone: false, files: [] }
const gone: CheckedEvidence = { kind: 'post', isGone: true, files: [] }
const act = { isOverdue: false }

/** Duty, met on a file, answered after it: nothing to say. */
const whole: CheckedControl = {
  ...{ key: ControlKey.parse('k1'), clause: 'Melaka 13.5', weight: 2, result: 'met' },
  ...{ progress: 'done', note: '', answeredAt: '2026-11-02T00:00:00.000Z' },
  ...{ evidence: [file], findings: [], measured: 'none' },
}

function found(changes: Partial<CheckedFinding>): CheckedFinding {
  return { severity: 'major', isOpen: true, actions: [act], ...changes }
}

function say(changes: Partial<CheckedControl>): string[] {
  const intact = { isIntact: true, hasNewer: false }
  return qualityOf(intact, [{ ...whole, ...changes }]).map(({ kind, level }) => `${level} ${kind}`)
}

describe('the quality check', () => {
  it.each<[string, Partial<CheckedControl>, string[]]>([
    ['met on a file', {}, []],
    ['met on a link', { evidence: [link] }, []],
    ['nobody answered', { result: null, progress: 'not-started' }, ['error unanswered']],
    ['begun only', { result: null, progress: 'in-work' }, ['error unanswered']],
    ['answered, still at it', { progress: 'in-work' }, ['error in-work']],
    ['met by duty, nothing to show', { evidence: [] }, ['warning no-evidence']],
    ['good practice, nothing to show', { evidence: [], weight: 1 }, ['warning no-evidence']],
    ['met by law, nothing to show', { evidence: [], weight: 3 }, ['error met-unproved']],
    [
      'partly by law, nothing to show or found',
      { result: 'partly', evidence: [], weight: 3 },
      ['warning no-evidence', 'warning partly-no-finding'],
    ],
    [
      'partly, with an observation',
      { result: 'partly', findings: [found({ severity: 'observation', actions: [] })] },
      [],
    ],
    ['not met, nothing found', { result: 'not-met', evidence: [] }, ['error not-met-no-finding']],
    ['not met, found and acted on', { result: 'not-met', findings: [found({})] }, []],
    [
      'major, no action',
      { result: 'not-met', findings: [found({ actions: [] })] },
      ['error major-no-action'],
    ],
    [
      'minor, no action',
      { result: 'not-met', findings: [found({ severity: 'minor', actions: [] })] },
      ['warning minor-no-action'],
    ],
    [
      'settled without an action',
      { result: 'not-met', findings: [found({ isOpen: false, actions: [] })] },
      [],
    ],
    [
      'an action that is late',
      { result: 'not-met', findings: [found({ actions: [{ isOverdue: true }] })] },
      ['warning action-overdue'],
    ],
    ['met, found wanting', { findings: [found({})] }, ['warning finding-at-met']],
    [
      'met, with good practice',
      { findings: [found({ severity: 'good-practice', actions: [] })] },
      [],
    ],
    [
      'does not apply, no word why',
      { result: 'not-applicable', note: '  ', evidence: [] },
      ['error no-reason'],
    ],
    ['does not apply, said why', { result: 'not-applicable', note: 'Tiada', evidence: [] }, []],
    ['a file that is none', { evidence: [{ ...file, files: [] }] }, ['error evidence-empty']],
    ['all of it gone', { evidence: [gone] }, ['warning evidence-gone']],
    ['some of it gone', { evidence: [gone, file] }, []],
    ['a file of the same moment', { answeredAt: '2026-11-01T00:00:00.000Z' }, []],
    [
      'measured as answered, without evidence',
      { weight: 3, evidence: [], measured: { stand: 'followed', reason: '' } },
      [],
    ],
    [
      'measured otherwise, with a reason',
      { measured: { stand: 'disagreed', reason: 'Dua akaun' } },
      ['warning disagreed'],
    ],
    [
      'measured otherwise, with none',
      { measured: { stand: 'disagreed', reason: ' ' } },
      ['error disagreed-no-reason'],
    ],
    ['of what can be measured and was not', { measured: null }, ['warning not-measured-yet']],
    [
      'a file that came after the answer',
      { answeredAt: '2026-10-31T23:59:59.999Z' },
      ['warning evidence-newer'],
    ],
  ])('of what is %s', (_, changes, expected) => {
    expect(say(changes)).toEqual(expected)
  })

  it('names the control, and tells of the checklist first', () => {
    expect(qualityOf({ isIntact: false, hasNewer: true }, [{ ...whole, result: null }])).toEqual([
      { kind: 'hash-differs', level: 'error', key: null, clause: null },
      { kind: 'newer-version', level: 'warning', key: null, clause: null },
      { kind: 'unanswered', level: 'error', key: 'k1', clause: 'Melaka 13.5' },
    ])
  })
})
