/**
 * @param {readonly number[]} values
 * @param {number} part 0.5 for the median, 0.95 for the 95th percentile
 */
export function share(values, part) {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN
}

/**
 * A row that says whether it meets its goal.
 * @param {string} name
 * @param {number} measured
 * @param {number} goal
 * @param {'ms' | 'at most' | 'at least'} how `ms`: milliseconds, no more than the goal
 */
export function goalLine(name, measured, goal, how) {
  const passes = how === 'at least' ? measured >= goal : measured <= goal
  const said = how === 'ms' ? `${measured.toFixed(1)} ms` : measured.toFixed(2)
  const wanted = how === 'ms' ? `≤ ${goal} ms` : `${how === 'at least' ? '≥' : '≤'} ${goal}`
  return `${passes ? 'pass' : 'FAIL'}  ${name}: ${said}, goal ${wanted}`
}
