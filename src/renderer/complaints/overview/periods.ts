import { PlainDate } from '#contract/values'

/** Periods that are looked at: those that last, the year before, or any days. */
export const periodKeys = ['month', 'quarter', 'year', 'last-year', 'free'] as const
export type PeriodKey = (typeof periodKeys)[number]

/** From the first to the last day, both within. */
export interface Days {
  readonly from: PlainDate
  readonly to: PlainDate
}

/** The days of a period around a day; the whole of it, also what is still to come. */
export function daysOf(key: Exclude<PeriodKey, 'free'>, today: PlainDate): Days {
  const year = Number(today.slice(0, 4))
  const month = Number(today.slice(5, 7))
  if (key === 'month') return months(year, month, 1)
  if (key === 'quarter') return months(year, month - ((month - 1) % 3), 3)
  return months(key === 'year' ? year : year - 1, 1, 12)
}

/** So many months from the first of one on; `month` from 1. */
function months(year: number, month: number, count: number): Days {
  const day = (at: number) => PlainDate.parse(new Date(at).toISOString().slice(0, 10))
  return {
    from: day(Date.UTC(year, month - 1, 1)),
    to: day(Date.UTC(year, month - 1 + count, 0)),
  }
}
