import type { ComplaintClocks } from '#contract/complaintClocks'
import { Instant } from '#contract/values'

/** Friday, half past ten in the morning in Malaysia. */
export const friday = Instant.parse('2026-11-20T02:30:00.000Z')
/** A moment by the clocks of Malaysia: `2026-11-20 10:30`. */
export function at(there: string): Instant {
  return Instant.parse(new Date(`${there.replace(' ', 'T')}:00.000+08:00`).toISOString())
}

/** When each clock is due by the clocks of Malaysia, and how it stands. */
export function told({ clocks }: ComplaintClocks): string[] {
  return clocks.map(({ name, dueAt, standing }) => {
    const there =
      dueAt === null
        ? '–'
        : new Date(Date.parse(dueAt) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
    return `${name} ${there} ${standing}`
  })
}
