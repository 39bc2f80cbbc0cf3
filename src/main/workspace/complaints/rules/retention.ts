import { PlainDate } from '#contract/values'

/**
 * The first day on which a case that was settled on `settledOn` may be proposed for disposal: so
 * many whole years later (Act 629, s.27; the years are the schedule's). From 29 February it is
 * 1 March where the year has no such day, so that it is kept its whole time.
 */
export function retentionEnds(settledOn: PlainDate, years: number): PlainDate {
  const year = Number(settledOn.slice(0, 4)) + years
  const rest = settledOn.slice(4)
  const day = rest === '-02-29' && !isLeap(year) ? '-03-01' : rest
  return PlainDate.parse(`${String(year).padStart(4, '0')}${day}`)
}

/**
 * The last day on which the destruction is confirmed to the National Archives: a month after it
 * (Borang Arkib 12/08). After 31 January that is the last of February.
 */
export function certificateDue(executedOn: PlainDate): PlainDate {
  const [year = 0, month = 0, day = 0] = executedOn.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return PlainDate.parse(
    new Date(Date.UTC(year, month, Math.min(day, last))).toISOString().slice(0, 10),
  )
}

/** `PL-2026-001`: of a year, in their order. */
export function disposalNumber(year: number, serial: number): string {
  return `PL-${year}-${String(serial).padStart(3, '0')}`
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}
