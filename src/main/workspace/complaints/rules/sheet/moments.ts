import type { RegisterField } from '#contract/complaintImports'
import type { Instant } from '#contract/values'
import { instantsOf, malaysianTime } from '../../../days/rules/malaysianTime.ts'
import { writtenTime } from '../../../sheets/writtenDay.ts'
import { writtenMoment } from '../../../sheets/writtenMoment.ts'
import type { RegisterRow } from './row.ts'

/**
 * When the complaint was received: a day with a time in the same cell, in one beside it, or none;
 * then the day's beginning stands for it. Null where that is not told; it is then rejected.
 */
export function readReceived(row: RegisterRow, now: Instant): Instant | null {
  if (row.at('received') === '') return row.reject('received', 'received-missing')
  const written = row.read('received', 'not-a-moment', writtenMoment)
  const time = row.read('receivedTime', 'not-a-time', writtenTime)
  if (written === null) return null
  const { first } = instantsOf(written.day, time ?? written.time ?? midnight)
  return first > now ? row.reject('received', 'in-future') : first
}

const midnight = malaysianTime('2026-01-01T16:00:00.000Z').time

/**
 * When something happened after that. Where only the day is told, it is taken to have happened at
 * the time of day at which the complaint was received: what is measured then is whole days, which
 * is all that the sheet knows (ours).
 */
export function readLater(
  row: RegisterRow,
  field: Extract<RegisterField, 'forwarded' | 'acknowledged' | 'answered' | 'closed'>,
  received: Instant | null,
  now: Instant,
): Instant | null {
  const written = row.read(field, 'not-a-moment', writtenMoment)
  if (written === null || received === null) return null
  const began = malaysianTime(received)
  const { first } = instantsOf(written.day, written.time ?? began.time)
  if (written.day < began.day || (written.time !== null && first < received)) {
    return row.reject(field, 'before-received')
  }
  if (first <= now) return first < received ? received : first
  // Of today only the day is told.
  const isToday = written.time === null && written.day === malaysianTime(now).day
  return isToday ? now : row.reject(field, 'in-future')
}
