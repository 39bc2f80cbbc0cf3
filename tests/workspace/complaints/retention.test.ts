import { addMonths, addYears, format } from 'date-fns'
import { describe, expect, it } from 'vitest'
import { PlainDate } from '#contract/values'
import {
  certificateDue,
  disposalNumber,
  retentionEnds,
} from '../../../src/main/workspace/complaints/rules/retention.ts'

const day = (text: string) => PlainDate.parse(text)

describe('the end of a retention', () => {
  it.each([
    ['2019-11-23', 7, '2026-11-23'],
    ['2020-01-01', 1, '2021-01-01'],
    ['2024-02-29', 4, '2028-02-29'],
    // Kept its whole time where the year has no such day.
    ['2024-02-29', 7, '2031-03-01'],
    ['2000-02-29', 100, '2100-03-01'],
    ['2019-12-31', 3, '2022-12-31'],
  ])('of what was settled on %s and is kept %i years is %s', (settled, years, ends) => {
    expect(retentionEnds(day(settled), years)).toBe(ends)
  })

  it('agrees with the calendar on every other day of eight years', () => {
    for (let place = 0; place < 8 * 365; place++) {
      const settled = new Date(2017, 0, 1 + place)
      const text = format(settled, 'yyyy-MM-dd')
      if (text.endsWith('02-29')) continue
      expect(retentionEnds(day(text), 7)).toBe(format(addYears(settled, 7), 'yyyy-MM-dd'))
    }
  })
})

describe('the certificate (Borang Arkib 12/08)', () => {
  it.each([
    ['2026-11-23', '2026-12-23'],
    ['2026-12-31', '2027-01-31'],
    ['2027-01-31', '2027-02-28'],
    ['2028-01-31', '2028-02-29'],
    ['2026-03-31', '2026-04-30'],
  ])('of a destruction on %s is due on %s', (executed, due) => {
    expect(certificateDue(day(executed))).toBe(due)
    expect(due).toBe(format(addMonths(new Date(`${executed}T00:00:00`), 1), 'yyyy-MM-dd'))
  })
})

it('numbers disposals by year', () => {
  expect([disposalNumber(2026, 1), disposalNumber(2026, 1_234)]).toEqual([
    'PL-2026-001',
    'PL-2026-1234',
  ])
})
