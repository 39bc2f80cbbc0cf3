/**
 * The value that so large a share of all do not exceed (nearest rank: always one that was measured);
 * null of none. The median of an even number is the lower of the two in the middle.
 * @param sorted from the smallest
 * @param share above 0, up to 1
 */
export function quantile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.ceil(share * sorted.length) - 1] ?? null
}
