import { describe, expect, it } from 'vitest'
import { Holiday } from '#contract/days'
import { StateCode } from '#contract/states'
import { PlainDate } from '#contract/values'
import { shippedReference } from '../../../src/main/workspace/days/reference.ts'
import { replacementDay } from '../../../src/main/workspace/days/rules/replacement.ts'
import { shippedHolidays } from '../../../src/main/workspace/days/rules/shipped.ts'
import { listState, yearState } from '../../../src/main/workspace/days/rules/undated.ts'

const reference = shippedReference()
const shipped = shippedHolidays(reference)
const day = (date: string) => PlainDate.parse(date)

function forecast(year: number, state: StateCode): string[] {
  return shipped
    .filter(({ date, states }) => date.startsWith(`${year}-`) && states.includes(state))
    .map(({ date, name }) => `${date.slice(5)} ${name}`)
    .sort()
}

describe('a replacement day', () => {
  const none = { onAnother: false, isHoliday: () => false }

  it.each([
    // Sunday is replaced on Monday, Saturday not, a working day not.
    ['MY-14', '2028-12-24', '2028-12-25'],
    ['MY-14', '2028-12-23', null],
    ['MY-14', '2028-12-22', null],
    // Kedah: Friday on Sunday, Saturday not.
    ['MY-02', '2029-08-31', '2029-09-02'],
    ['MY-02', '2029-09-01', null],
    ['MY-02', '2029-09-02', null],
    // Kelantan and Terengganu: Saturday on Sunday, Friday not.
    ['MY-03', '2030-08-31', '2030-09-01'],
    ['MY-03', '2029-08-31', null],
    ['MY-11', '2029-09-01', '2029-09-02'],
    // Johor: Sunday up to 2013, Friday 2014 to 2024, Sunday again from 2025.
    ['MY-01', '2013-12-29', '2013-12-30'],
    ['MY-01', '2013-12-27', null],
    ['MY-01', '2014-01-03', '2014-01-05'],
    ['MY-01', '2014-01-05', null],
    ['MY-01', '2024-12-27', '2024-12-29'],
    ['MY-01', '2024-12-28', null],
    ['MY-01', '2025-01-05', '2025-01-06'],
    ['MY-01', '2025-01-03', null],
  ] as const)('in %s for %s is %s', (state, date, expected) => {
    expect(replacementDay(state, day(date), none)).toBe(expected)
  })

  it('is the next day that is not a holiday as well', () => {
    const isHoliday = (date: PlainDate) => date === '2028-12-25' || date === '2028-12-26'
    expect(replacementDay('MY-14', day('2028-12-24'), { onAnother: false, isHoliday })).toBe(
      '2028-12-27',
    )
  })

  it.each([
    ['MY-02', '2028-12-26'],
    ['MY-06', '2028-12-26'],
    ['MY-01', '2028-12-26'],
    ['MY-14', null],
    ['MY-03', null],
  ] as const)('in %s for the second of two holidays on a Monday is %s', (state, expected) => {
    const isHoliday = (date: PlainDate) => date === '2028-12-25'
    expect(replacementDay(state, day('2028-12-25'), { onAnother: true, isHoliday })).toBe(expected)
  })
})

describe('years without a list', () => {
  it('have the days of a fixed date in Kuala Lumpur, with Monday for Sunday', () => {
    // 31 December 2028 is a Sunday, so are 24 December and 1 October; no fixed day is.
    expect(forecast(2028, 'MY-14')).toEqual([
      ...['01-01 Tahun Baharu', '02-01 Hari Wilayah Persekutuan', '05-01 Hari Pekerja'],
      ...['08-31 Hari Kebangsaan', '09-16 Hari Malaysia', '12-25 Hari Krismas'],
    ])
    // 16 September 2029 is a Sunday.
    expect(forecast(2029, 'MY-14')).toEqual([
      ...['01-01 Tahun Baharu', '02-01 Hari Wilayah Persekutuan', '05-01 Hari Pekerja'],
      ...['08-31 Hari Kebangsaan', '09-16 Hari Malaysia', '09-17 Cuti Hari Malaysia'],
      '12-25 Hari Krismas',
    ])
  })

  it('go by the law of each state: 31 August 2029 is a Friday, 2030 a Saturday', () => {
    expect(forecast(2029, 'MY-02')).toContain('09-02 Cuti Hari Kebangsaan')
    expect(forecast(2029, 'MY-03').filter((one) => one.includes('Cuti Hari Keb'))).toEqual([])
    expect(forecast(2030, 'MY-03')).toContain('09-01 Cuti Hari Kebangsaan')
    expect(forecast(2030, 'MY-02').filter((one) => one.includes('Cuti Hari Keb'))).toEqual([])
  })

  it('before the list leave out rulers, who were others', () => {
    expect(forecast(2014, 'MY-06')).toEqual([
      ...['01-01 Tahun Baharu', '05-01 Hari Pekerja', '08-31 Hari Kebangsaan'],
      ...['09-01 Cuti Hari Kebangsaan', '09-16 Hari Malaysia', '12-25 Hari Krismas'],
    ])
  })

  it('are forecasts in every state, and the listed years hold none of them', () => {
    const outside = shipped.filter(({ date }) => date < '2018' || date >= '2028')
    expect(outside.length).toBeGreaterThan(300)
    expect(
      outside.filter(({ states, doubts }) => states.some((state) => doubts[state] !== 'forecast')),
    ).toEqual([])
    expect(
      shipped.filter(
        ({ date, sources }) => sources.length === 0 && date >= '2018' && date < '2028',
      ),
    ).toEqual([])
  })

  it.each([
    [2012, 'none'],
    [2013, 'forecast'],
    [2017, 'forecast'],
    [2018, 'listed'],
    [2027, 'listed'],
    [2028, 'forecast'],
    [2040, 'forecast'],
    [2041, 'none'],
  ])('%i is %s', (year, expected) => {
    expect(listState(reference, year)).toBe(expected)
  })
})

describe('what a year will have without a date yet', () => {
  const entered = (names: readonly string[], states: readonly StateCode[]) =>
    names.map((name) =>
      Holiday.parse({
        ...{ id: '00000000-0000-4000-8000-000000000000', date: '2028-02-27', name, nameEn: null },
        ...{ kind: 'federal', states, reference: null, origin: 'own', doubts: {} },
        ...{ sources: [], removed: false },
      }),
    )

  it('names the moving feasts, and for 2014 Deepavali as well', () => {
    for (const year of [2014, 2028]) {
      const names = yearState(reference, year, [], 'MY-14').undated.map(({ name }) => name)
      expect(names).toEqual(
        expect.arrayContaining([
          ...['Hari Raya Puasa', 'Hari Raya Puasa (Hari Kedua)', 'Hari Raya Qurban'],
          ...['Hari Deepavali', 'Tahun Baharu Cina', 'Hari Wesak', 'Hari Thaipusam'],
          'Hari Keputeraan Seri Paduka Baginda Yang di-Pertuan Agong',
        ]),
      )
      expect(names).not.toContain('Good Friday')
    }
  })

  it('asks no more for what the office has entered, state by state', () => {
    const wesak = (known: readonly Holiday[]) =>
      yearState(reference, 2028, known, null).undated.find(({ name }) => name === 'Hari Wesak')
    expect(wesak([])?.states).toEqual(StateCode.options)
    expect(wesak(entered(['Hari Wesak'], ['MY-01']))?.states).toEqual(StateCode.options.slice(1))
    expect(wesak(entered(['Hari Wesak'], StateCode.options))).toBeUndefined()
  })

  it('is nothing in a listed year', () => {
    expect(yearState(reference, 2026, [], null)).toEqual({
      ...{ year: 2026, list: 'listed', undated: [] },
    })
  })
})
