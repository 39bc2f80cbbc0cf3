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
