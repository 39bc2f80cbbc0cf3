const dayLength = 86_400_000

/**
 * Working days after one day up to and with another, counted one by one; only for weeks without a
 * holiday. A second count beside the calendar's, which it knows nothing of.
 */
export function plainWorkingDays(from: string, to: string, state: string | null = null): number {
  // Sunday is 0; in Kelantan Friday and Saturday are off.
  const off = state === 'MY-03' ? [5, 6] : [0, 6]
  let count = 0
  for (let at = Date.parse(from) + dayLength; at <= Date.parse(to); at += dayLength) {
    if (!off.includes(new Date(at).getUTCDay())) count += 1
  }
  return count
}

/** The day in Malaysia. */
export function plainDay(at: string): string {
  return new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)
}
