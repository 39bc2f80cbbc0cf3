import type { Tally } from '#contract/complaintOverview'

/**
 * Counts with a row for everything that could have had one: what had none comes last, with 0 (table
 * B 23: the customer's table expects every row).
 * @param keys in the office's order
 */
export function withZeros(tallies: readonly Tally[], keys: readonly string[]): Tally[] {
  const known = new Set(tallies.map(({ key }) => key))
  return [...tallies, ...keys.filter((key) => !known.has(key)).map((key) => ({ key, count: 0 }))]
}
