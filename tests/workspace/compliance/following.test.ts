import { expect, it } from 'vitest'
import {
  followed,
  reasonAfter,
  standOf,
} from '../../../src/main/workspace/compliance/rules/following.ts'

const kept = (verdict: 'met' | 'partly' | 'not-met' | 'not-measured', reason = '') => ({
  verdict,
  reason,
})

it.each([
  [null, kept('met'), 'open'],
  ['met', kept('not-measured'), 'open'],
  ['met', kept('not-measured', 'Borang kertas'), 'open'],
  ['met', kept('met'), 'followed'],
  ['partly', kept('met'), 'disagreed'],
  ['not-applicable', kept('met'), 'disagreed'],
  // Whoever said why still disagrees on the day on which the figures come to say the same.
  ['met', kept('met', 'Dua hantaran di luar sistem'), 'disagreed'],
] as const)('%s beside %o is %s', (result, measured, stand) => {
  expect(standOf(result, measured)).toBe(stand)
})

it.each([
  // Nobody answered: what is measured becomes the answer, and no data leaves it open.
  [null, null, 'partly', 'partly'],
  [null, null, 'not-measured', null],
  [null, kept('met'), 'not-met', 'not-met'],
  // What followed goes on following, also back to open.
  ['met', kept('met'), 'not-met', 'not-met'],
  ['met', kept('met'), 'not-measured', null],
  // A person's word stays: before it was measured, otherwise, with a reason, and where nothing was.
  ['met', null, 'not-met', 'met'],
  ['partly', kept('met'), 'not-met', 'partly'],
  ['partly', kept('partly', 'Sebab'), 'met', 'partly'],
  ['met', kept('not-measured'), 'not-met', 'met'],
  ['not-applicable', kept('met', 'Sebab'), 'met', 'not-applicable'],
] as const)('%s after %o, now measured %s: %s', (result, last, verdict, answer) => {
  expect(followed(result, last, verdict)).toBe(answer)
})

it.each([
  // Otherwise than measured needs a reason; a refusal is null.
  ['met', 'partly', kept('met'), '', null],
  ['met', 'partly', kept('met'), 'Sebab', 'Sebab'],
  [null, 'not-applicable', kept('met'), '', null],
  // From one disagreement to another the old reason does not stand by itself.
  ['partly', 'not-met', kept('met', 'Lama'), '', null],
  // Notes leave it as it was; a new reason replaces it.
  ['partly', 'partly', kept('met', 'Lama'), '', 'Lama'],
  ['partly', 'partly', kept('met', 'Lama'), 'Baharu', 'Baharu'],
  ['partly', 'partly', kept('met'), '', ''],
  // As measured, cleared or taken back there is none.
  ['partly', 'met', kept('met', 'Lama'), '', ''],
  ['partly', null, kept('met', 'Lama'), '', ''],
  ['met', 'met', kept('met', 'Lama'), null, ''],
  ['partly', 'partly', kept('met', 'Lama'), null, null],
  // Where nothing was measured nobody has to explain themselves.
  [null, 'met', kept('not-measured'), '', ''],
  ['met', 'partly', kept('not-measured', 'Lama'), '', 'Lama'],
] as const)('from %s to %s beside %o saying %j: %j', (before, result, measured, given, reason) => {
  expect(reasonAfter(before, result, measured, given)).toBe(reason)
})
