import { describe, expect, it } from 'vitest'
import { breachClocks, detailsDue, isSignificant } from '#contract/breachClocks'
import { BreachNoticeId, type Breach, type BreachNotice } from '#contract/complaintBreaches'
import { Instant } from '#contract/values'

const at = (text: string) => Instant.parse(`${text}:00.000Z`)

type Weight = Pick<Breach, 'people' | 'fields' | 'harm'>
const plain: Weight = { people: 12, fields: ['name'], harm: false }
const grave: Weight = { ...plain, harm: true }

function notice(
  party: BreachNotice['party'],
  when: string,
  outcome: BreachNotice['outcome'] = 'told',
): BreachNotice {
  const id = BreachNoticeId.parse('00000000-0000-4000-8000-000000000001')
  return { id, party, outcome, at: at(when), how: 'Portal', reference: '', byName: 'Siti' }
}

describe('the clocks of a breach', () => {
  // Known on Friday 20 November at 09:07 in Malaysia: 72 hours end on Monday at the same minute.
  const knownAt = at('2026-11-20T01:07')

  it.each([
    ['2026-11-20T01:07', 'running', 0],
    ['2026-11-23T01:06', 'running', 4_319],
    ['2026-11-23T01:07', 'running', 4_320],
    ['2026-11-23T01:08', 'late', 4_321],
  ] as const)('run until the Commissioner is told: at %s %s', (now, standing, minutes) => {
    const [commissioner, persons] = breachClocks({ ...grave, knownAt, notices: [] }, at(now))
    expect(commissioner).toMatchObject({ standing, minutes, dueAt: at('2026-11-23T01:07') })
    expect(persons).toMatchObject({ standing: 'waits', dueAt: null, minutes: 0 })
  })

  it.each([
    ['2026-11-23T01:07', 'met', '2026-11-30T01:07', '2026-12-23T01:07'],
    ['2026-11-23T01:08', 'met-late', '2026-11-30T01:08', '2026-12-23T01:08'],
  ] as const)('of what was told at %s: %s, persons by %s', (told, standing, due, details) => {
    const notices = [notice('commissioner', told)]
    const clocks = breachClocks({ ...grave, knownAt, notices }, at(due))
    expect(clocks[0]).toMatchObject({ standing })
    expect(clocks[1]).toMatchObject({ standing: 'running', dueAt: at(due), minutes: 10_080 })
    const [, late] = breachClocks({ ...grave, knownAt, notices }, at(due.replace(/\d$/, '9')))
    expect(late.standing).toBe('late')
    expect(detailsDue({ notices })).toBe(at(details))
  })

  it('ask nobody who comes to no harm, and nothing more of who was told', () => {
    const both = [notice('commissioner', '2026-11-21T00:00'), notice('persons', '2026-11-28T00:00')]
    const standings = (breach: Parameters<typeof breachClocks>[0]) =>
      breachClocks(breach, at('2027-01-01T00:00')).map(({ standing }) => standing)
    expect(standings({ ...grave, knownAt, notices: both })).toEqual(['met', 'met'])
    expect(standings({ ...plain, knownAt, notices: both.slice(0, 1) })).toEqual([
      ...['met', 'not-needed'],
    ])
    const spared = [notice('commissioner', '2026-11-21T00:00', 'not-needed')]
    expect(standings({ ...plain, knownAt, notices: spared })).toEqual(['not-needed', 'not-needed'])
    expect(detailsDue({ notices: spared })).toBeNull()
  })

  it.each([
    [{ people: 1_000, fields: [], harm: false }, false],
    [{ people: 1_001, fields: [], harm: false }, true],
    [{ people: null, fields: ['sensitive'], harm: false }, true],
    [{ people: 1, fields: ['identityNumber'], harm: false }, false],
    [{ people: null, fields: [], harm: true }, true],
  ] as const)('hold %j for significant: %s', (breach, expected) => {
    expect(isSignificant({ ...breach, fields: [...breach.fields] })).toBe(expected)
  })
})
