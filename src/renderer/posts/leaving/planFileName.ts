import type { Period } from '#contract/posts'

/** What to call a file of the plan: what it is and its days, so that files stand in their order. */
export function planFileName(calendar: string, period: Period | null): string {
  if (period === null) return calendar
  const { from, to } = period
  return from === to ? `${calendar} ${from}` : `${calendar} ${from} ${to}`
}
