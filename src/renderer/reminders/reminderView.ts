import type { DueToday, Reminders } from '#contract/reminders'
import type { ClockTime, PlainDate } from '#contract/values'

/** A notice that is to be shown now; by `key` it is known that it was. */
export type DueNotice =
  | { readonly key: 'morning'; readonly kind: 'morning' }
  | {
      readonly key: string
      readonly kind: 'slot'
      readonly time: ClockTime
      readonly count: number
    }

/** What was told to a person on a day. */
export interface Told {
  readonly day: PlainDate
  readonly keys: readonly string[]
}

/** Whoever comes later than so many minutes after the morning's time has seen the board (ours). */
const morningLasts = 240
/** A slot told at its own minute is still told so many minutes after it. */
const slotLasts = 5

/**
 * The notices of this minute, each once a person and day. The morning's list is told on working days
 * only; a slot is told on whatever day it lies. Nothing due: nothing said.
 * @param sources what each slice has due
 */
export function noticesNow(
  now: { readonly day: PlainDate; readonly time: ClockTime },
  { on, morning, minutesBefore }: Reminders,
  sources: readonly DueToday[],
  told: Told | null,
): DueNotice[] {
  const ofToday = sources.filter(({ day }) => day === now.day)
  if (!on) return []
  const known = told?.day === now.day ? told.keys : []
  const minute = minutesOf(now.time)
  const since = minute - minutesOf(morning)
  const isMorning = since >= 0 && since <= morningLasts
  const hasWork = ofToday.some(({ works, counts }) => works && counts.length > 0)
  const notices: DueNotice[] = isMorning && hasWork ? [{ key: 'morning', kind: 'morning' }] : []
  const slots = new Map<ClockTime, number>()
  for (const { time, count } of ofToday.flatMap((each) => each.slots)) {
    slots.set(time, (slots.get(time) ?? 0) + count)
  }
  for (const [time, count] of [...slots].toSorted(([one], [other]) => (one < other ? -1 : 1))) {
    const left = minutesOf(time) - minute
    if (left <= minutesBefore && left >= -slotLasts) {
      notices.push({ key: `slot ${time}`, kind: 'slot', time, count })
    }
  }
  return notices.filter(({ key }) => !known.includes(key))
}

/** What was told, with what is told now; another day begins anew. */
export function withTold(told: Told | null, day: PlainDate, keys: readonly string[]): Told {
  const before = told?.day === day ? told.keys : []
  return { day, keys: [...new Set([...before, ...keys])] }
}

/** `08:30` as minutes since midnight. */
function minutesOf(time: ClockTime): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
