import { z } from 'zod'

/** How time is counted: hours that pass, days of the calendar, or working days of a state. */
export const ClockUnit = z.enum(['elapsed-hours', 'calendar-days', 'working-days'])
export type ClockUnit = z.infer<typeof ClockUnit>

/** Within how long something is done. */
export const ClockLimit = z.object({
  amount: z.number().int().min(0).max(1_000),
  unit: ClockUnit,
  /** Whether the clock stands still while the office waits for somebody else. */
  pauses: z.boolean(),
})
export type ClockLimit = z.infer<typeof ClockLimit>

/** The four clocks of a complaint, in the order in which they run out. */
export const ClockName = z.enum(['acknowledge', 'respond', 'progress', 'close'])
export type ClockName = z.infer<typeof ClockName>

/** Null: there is no limit, it is only measured. */
const Limit = ClockLimit.nullable()

/** The limits of a set, one for each clock. */
export const ClockLimits = z.object({
  acknowledge: Limit,
  respond: Limit,
  /** From the last time the complainant heard how things are. */
  progress: Limit,
  close: Limit,
})
export type ClockLimits = z.infer<typeof ClockLimits>
