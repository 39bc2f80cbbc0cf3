/** The days of the quarter that it is now, and of the one before. */
export function quarters(): { now: [string, string]; before: [string, string] } {
  const today = new Date(Date.now() + 8 * 3_600_000)
  const [year, first] = [today.getUTCFullYear(), Math.floor(today.getUTCMonth() / 3) * 3]
  const day = (month: number, date: number) =>
    new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10)
  return {
    now: [day(first, 1), day(first + 3, 0)],
    before: [day(first - 3, 1), day(first, 0)],
  }
}
