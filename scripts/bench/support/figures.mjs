/**
 * @param {number[]} values
 * @returns {number} rounded
 */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? NaN
  const lower = sorted.length % 2 === 0 ? (sorted[middle - 1] ?? NaN) : upper
  return Math.round((lower + upper) / 2)
}

/**
 * @param {number[]} values ours first, theirs second
 * @returns {string}
 */
export function ratio([ours = NaN, theirs = NaN]) {
  return (ours / theirs).toFixed(2)
}
