import { z } from 'zod'
import { StateCode } from './states.ts'
import { ClockTime, PlainDate } from './values.ts'

/** When the computer tells people of their day; ours. */
export const Reminders = z.object({
  on: z.boolean(),
  /** When the day's list is told, on working days of `state`. */
  morning: ClockTime,
  /** So many minutes before a slot it is told again, on whatever day. */
  minutesBefore: z.number().int().min(0).max(240),
  /** The office's own, for its working days. */
  state: StateCode,
})
export type Reminders = z.infer<typeof Reminders>

/**
 * What is due today for the person at the keyboard, in numbers only: a notice is read by whoever
 * passes by. A slice answers it for its own things; `kind` has its words in the window.
 */
export const DueToday = z.object({
  day: PlainDate,
  /** A working day in the state that was asked about. */
  works: z.boolean(),
  counts: z.array(z.object({ kind: z.string(), count: z.number().int().positive() })),
  /** Times of today by which something has to be done, in their order. */
  slots: z.array(z.object({ time: ClockTime, count: z.number().int().positive() })),
})
export type DueToday = z.infer<typeof DueToday>
