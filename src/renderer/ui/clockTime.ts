import { ClockTime } from '#contract/values'

/**
 * A time of day as people type it: `09:30`, `9.30`, `0930`, `930`, `14`. Null where it is none.
 */
export function readClockTime(typed: string): ClockTime | null {
  const parts = /^(\d{1,2})[:. ]?(\d{2})$/.exec(typed.trim()) ?? /^(\d{1,2})$/.exec(typed.trim())
  if (parts === null) return null
  const [, hours = '', minutes = '00'] = parts
  return ClockTime.safeParse(`${hours.padStart(2, '0')}:${minutes}`).data ?? null
}
