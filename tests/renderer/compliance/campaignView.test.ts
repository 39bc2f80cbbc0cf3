import { describe, expect, it } from 'vitest'
import { PlainDate } from '#contract/values'
import {
  dueAfter,
  keyOfAccount,
  keyOfBureau,
  keyOfOperator,
  keyOfUnit,
  scopesOf,
  subjectsOf,
  usualPeriod,
} from '../../../src/renderer/compliance/campaigns/campaignView'

describe('the days that are proposed', () => {
  it.each([
    ['once', '2026-11-23', '2026-07-01', '2026-12-31'],
    ['month', '2028-02-29', '2028-02-01', '2028-02-29'],
    ['quarter', '2026-11-23', '2026-10-01', '2026-12-31'],
    ['year', '2026-01-01', '2026-01-01', '2026-12-31'],
  ] as const)('%s on %s: from %s to %s', (recurrence, today, from, to) => {
    expect(usualPeriod(recurrence, PlainDate.parse(today))).toEqual({ from, to })
  })
})

it.each([
  ['2026-12-31', '2026-12-31', '2027-02-28', '2027-02-28'],
  ['2026-12-31', '2027-01-15', '2027-03-31', '2027-04-15'],
])('due %s after a period to %s: to %s it is due %s', (to, due, other, expected) => {
  const period = { from: PlainDate.parse('2026-10-01'), to: PlainDate.parse(to) }
  const proposed = { period, due: PlainDate.parse(due) }
  expect(dueAfter(PlainDate.parse(other), proposed)).toBe(expected)
})

describe('what is assessed', () => {
  const id = '00000000-0000-4000-8000-000000000001'
  it('is all accounts, whatever was ticked before', () => {
    expect(subjectsOf('accounts', [keyOfAccount(id)])).toEqual({ kind: 'accounts' })
  })
  it('is what was ticked, units with their whole names', () => {
    const chosen = [
      ...[keyOfAccount(id), keyOfUnit('JKR Negeri Sembilan'), keyOfOperator(id), keyOfBureau],
    ]
    expect(subjectsOf('chosen', chosen)).toEqual({
      kind: 'chosen',
      subjects: [
        { kind: 'account', accountId: id },
        { kind: 'unit', unit: 'JKR Negeri Sembilan' },
        { kind: 'operator', personId: id },
        { kind: 'bureau' },
      ],
    })
  })
  it.each([
    ['accounts', [keyOfOperator(id)], ['account', 'post']],
    ['chosen', [], ['account', 'post']],
    ['chosen', [keyOfOperator(id)], ['operator']],
    ['chosen', [keyOfUnit('JKR'), keyOfOperator(id)], ['account', 'operator', 'post', 'unit']],
    ['chosen', [keyOfBureau], ['account', 'operator', 'post', 'unit']],
  ] as const)('of %s %j it is asked of %j', (kind, chosen, scopes) => {
    expect(scopesOf(kind, chosen).toSorted()).toEqual(scopes)
  })
  it('is nothing while nothing is ticked', () => {
    expect(subjectsOf('chosen', [])).toBeNull()
  })
})
