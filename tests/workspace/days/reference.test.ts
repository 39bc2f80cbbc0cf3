import { describe, expect, it } from 'vitest'
import { StateCode } from '#contract/states'
import { shippedReference } from '../../../src/main/workspace/days/reference.ts'
import { shippedHolidays } from '../../../src/main/workspace/days/rules/shipped.ts'
import { deepavali, federalDays, stateDays } from './knownHolidays.ts'

const reference = shippedReference()
const entries = Object.values(reference.holidays).flatMap(({ kind, dates }) =>
  dates.map(([date, states, agreeing, sources]) => ({ kind, date, states, agreeing, sources })),
)
const shipped = shippedHolidays(reference)
const listed = shipped.filter(({ date }) => date >= '2018' && date < '2028')

/** Names of what a state keeps on a day. */
function kept(date: string, state: StateCode): string[] {
  return listed
    .filter((one) => one.date === date && one.states.includes(state))
    .map(({ name }) => name)
}

function count(values: readonly (string | number)[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1
  return counts
}

describe('the shipped list', () => {
  it('has every entry that was gathered, as well supported as it was found', () => {
    expect(entries).toHaveLength(657)
    expect(count(entries.map(({ agreeing }) => agreeing))).toEqual({ 2: 511, 1: 145, 0: 1 })
    expect(count(entries.map(({ kind }) => kind))).toEqual({
      ...{ state: 358, federal: 150, replacement: 97, special: 52 },
    })
    const rows = entries.flatMap(({ states, agreeing }) => states.map(() => agreeing))
    expect(count(rows)).toEqual({ 2: 3082, 1: 481, 0: 11 })
  })

  it('stays within its years, names its sources, and says no day twice of one holiday', () => {
    expect(entries.filter(({ date }) => date < '2018-01-01' || date > '2027-12-31')).toEqual([])
    const named = new Set(entries.flatMap(({ sources }) => sources.split(' ')))
    expect([...named].sort()).toEqual(Object.keys(reference.sources).sort())
    const twice = Object.entries(reference.holidays).flatMap(([key, { dates }]) => {
      const said = dates.flatMap(([date, states]) => states.map((state) => `${date} ${state}`))
      return said.length === new Set(said).size ? [] : [key]
    })
    expect(twice).toEqual([])
  })

  it('gives every holiday a key of its own', () => {
    expect(new Set(shipped.map(({ key }) => key)).size).toBe(shipped.length)
    expect(shipped.map(({ key }) => key)).toEqual(
      expect.arrayContaining([
        ...['hari-raya-puasa/2025', 'perayaan-hari-gawai-dayak/2025/2', 'hari-kebangsaan/2031'],
      ]),
    )
  })

  it('keeps its fixed days on their dates in the listed years as well', () => {
    const strayed = Object.entries(reference.holidays).flatMap(([key, { fixed, dates }]) =>
      fixed.flatMap(({ day, from, to }) =>
        Array.from({ length: 10 }, (_, n) => 2018 + n)
          .filter((year) => from <= year && (to === undefined || year <= to))
          .filter((year) => !dates.some(([date]) => date === `${year}-${day}`))
          .map((year) => `${key} ${year}`),
      ),
    )
    expect(strayed).toEqual([])
  })
})

describe('known days', () => {
  const federal = Object.entries(federalDays).flatMap(([name, dates]) =>
    dates.map((date) => [name, date] as const),
  )

  it.each(federal)('%s on %s, in every state', (name, date) => {
    const without = StateCode.options.filter((state) => !kept(date, state).includes(name))
    expect(without).toEqual([])
    const year = date.slice(0, 4)
    const others = listed.filter((one) => one.name === name && one.date.startsWith(year))
    expect(others.map((one) => one.date)).toEqual([date])
  })

  it.each(deepavali)('Deepavali on %s, everywhere but in Sarawak', (date) => {
    const keeping = StateCode.options.filter((state) =>
      kept(date, state).includes('Hari Deepavali'),
    )
    expect(keeping).toEqual(StateCode.options.filter((state) => state !== 'MY-13'))
  })

  it.each(stateDays)('%s is kept in %j, not in %j', (date, keeping, others) => {
    expect(keeping.filter((state) => kept(date, state).length === 0)).toEqual([])
    expect(others.filter((state) => kept(date, state).length > 0)).toEqual([])
  })

  it('replaces no Friday in Kelantan and Terengganu, and gives no Monday for a Sunday', () => {
    const mondays = listed.filter(
      ({ kind, date, states }) =>
        kind === 'replacement' &&
        new Date(date).getUTCDay() === 1 &&
        states.some((state) => state === 'MY-03' || state === 'MY-11'),
    )
    // A Sunday that was itself a holiday moves the replacement of Saturday to Monday.
    const unexplained = mondays.filter(({ date }) => {
      const sunday = new Date(new Date(date).getTime() - 86_400_000).toISOString().slice(0, 10)
      return kept(sunday, 'MY-03').length === 0 && kept(sunday, 'MY-11').length === 0
    })
    expect(unexplained).toEqual([])
  })
})
