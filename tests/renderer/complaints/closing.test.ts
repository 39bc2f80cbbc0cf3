import { expect, it } from 'vitest'
import type { CaseCheck } from '#contract/complaintClosing'
import { suits } from '../../../src/renderer/complaints/answers/answerView'
import { missingOf } from '../../../src/renderer/complaints/closing/closingView'
import { scoreKey } from '../../../src/renderer/complaints/closing/scores'

function check(measure: CaseCheck['measure'], met: boolean): CaseCheck {
  const names = { key: measure, ms: 'a', en: 'a', clause: 'ours' }
  return { ...names, measure, met, exempt: false, byName: null, at: null }
}

it('asks before closing only for what is missing, where it is given', () => {
  const checks = [
    ...[check('state', false), check('place', true), check('hand', false)],
    ...[check('answered', false), check('after-photo', true)],
  ]
  const missing = missingOf({ checks, questions: [], ready: false })
  expect([missing.none, missing.state, missing.place]).toEqual([false, true, false])
  expect(missing.hand.map(({ key }) => key)).toEqual(['hand'])
  expect(missing.elsewhere.map(({ key }) => key)).toEqual(['answered'])
  expect(missingOf({ checks: [check('place', true)], questions: [], ready: true }).none).toBe(true)
})

it.each([
  [1, 's1'],
  [5, 's5'],
  [0, 's3'],
  [6, 's3'],
])('the score %i is %s', (score, key) => {
  expect(scoreKey(score)).toBe(key)
})

it.each([
  [[], [], false],
  [['policy'], [], true],
  [['policy'], ['resolved'], false],
  [[], ['new'], true],
  [['federal-road'], ['new'], false],
  [['federal-road', 'policy'], ['new', 'resolved'], true],
] as const)(
  'an answer for kinds %j and statuses %j suits a new one of policy: %s',
  (kinds, statuses, is) => {
    const answer = { kinds: [...kinds], statuses: [...statuses] }
    expect(suits(answer, { kind: 'policy', status: 'new' })).toBe(is)
  },
)
