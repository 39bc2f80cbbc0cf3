/** Of a standard normal, so that 95 % lie within. */
const within = 1.96

/**
 * Wilson's interval of 95 % for a share, which also holds near 100 %.
 * @param {number} count @param {number} all
 * @returns {[number, number]} 0–1
 */
export function wilson(count, all) {
  if (all === 0) return [0, 1]
  const share = count / all
  const spread = within ** 2 / all
  const middle = share + spread / 2
  const reach = within * Math.sqrt((share * (1 - share)) / all + spread / (4 * all))
  return [
    Math.max(0, (middle - reach) / (1 + spread)),
    Math.min(1, (middle + reach) / (1 + spread)),
  ]
}
