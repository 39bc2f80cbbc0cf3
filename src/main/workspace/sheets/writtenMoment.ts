import type { ClockTime, PlainDate } from '#contract/values'
import { writtenDay, writtenTime } from './writtenDay.ts'

/** A day, with the time of day where one is written behind it. */
export interface WrittenMoment {
  readonly day: PlainDate
  readonly time: ClockTime | null
}

/**
 * A day as people write it, perhaps with a time in the same cell: `24/11/2026 2.30 petang`,
 * `2026-11-24T14:30`, `46350.6`. Null where it is no day, or what stands behind it is no time.
 */
export function writtenMoment(text: string): WrittenMoment | null {
  const said = text.trim()
  const day = writtenDay(said)
  if (day === null) return null
  const part = /^\d{5}(\.\d+)$/.exec(said)?.[1]
  const behind =
    /(?<=\d)(?:[t\s,]+)((?:[01]?\d|2[0-3])[:.]\d{2}(?::\d{2})?\b.*|\d{1,2}\s*[a-z].*)$/i
  const rest = part ?? (isMonthBehind(said) ? undefined : behind.exec(said)?.[1])
  if (rest === undefined) return { day, time: null }
  const time = writtenTime(rest)
  return time === null ? null : { day, time }
}

/** `24 Nov 2026`: what stands behind the first number is a month. */
function isMonthBehind(said: string): boolean {
  return /^(?:\p{L}+,\s*)?\d{1,2}[\s-]+\p{L}{3,}\.?[\s,-]+\d{2,4}$/u.test(said)
}
