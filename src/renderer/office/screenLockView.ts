/** Minutes that are offered; 0 = never. */
const offered = [1, 2, 5, 10, 15, 30, 60, 0] as const

/** Seconds to choose from, the shortest first and never last; what is set is always among them. */
export function idleChoices(set: number): readonly number[] {
  const seconds = new Set([...offered.map((minutes) => minutes * 60), set])
  return [...seconds].sort((a, b) => (a === 0 ? Infinity : a) - (b === 0 ? Infinity : b))
}
