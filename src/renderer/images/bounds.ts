/** The least and the most that a number may be. */
export interface Bounds {
  readonly from: number
  readonly to: number
}

/** False too for a field that is empty, which is not a number. */
export function isWithin({ from, to }: Bounds, value: number): boolean {
  return Number.isFinite(value) && value >= from && value <= to
}
