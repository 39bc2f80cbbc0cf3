import { ClockTime, type PlainDate } from '#contract/values'
import { addDays } from '../calendarDays'

/** The day a key leads to from a day; null when the key does not move. */
export function dayAfter(key: string, from: PlainDate): PlainDate | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(from, -1)
    case 'ArrowRight':
      return addDays(from, 1)
    case 'ArrowUp':
      return addDays(from, -7)
    case 'ArrowDown':
      return addDays(from, 7)
    default:
      return null
  }
}

/** By how many days Alt and an arrow move a post; null for other keys. */
export function shiftOf(event: Pick<KeyboardEvent, 'key' | 'altKey'>): number | null {
  if (!event.altKey) return null
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -7,
    ArrowDown: 7,
  }
  return steps[event.key] ?? null
}

/**
 * The time to which Alt and an arrow move a post of the week, an hour earlier or later; null for other
 * keys, and where that would be another day.
 */
export function hourAfter(
  event: Pick<KeyboardEvent, 'key' | 'altKey'>,
  time: ClockTime,
): ClockTime | null {
  if (!isHourKey(event)) return null
  const hour = Number(time.slice(0, 2)) + (event.key === 'ArrowDown' ? 1 : -1)
  if (hour < 0 || hour > 23) return null
  return ClockTime.parse(`${String(hour).padStart(2, '0')}${time.slice(2)}`)
}

/** Whether a key moves a post of the week by an hour. */
export function isHourKey({ key, altKey }: Pick<KeyboardEvent, 'key' | 'altKey'>): boolean {
  return altKey && (key === 'ArrowUp' || key === 'ArrowDown')
}
