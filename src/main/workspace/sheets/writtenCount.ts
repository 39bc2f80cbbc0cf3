/** More is not a count of anything on a network; as the contract has it. */
const mostOfOne = 1_000_000_000

/**
 * A whole number as it is written in Malay and English: `1234`, `1,234`, `1 234`, and `1,234.00` or
 * `1234.0` as spreadsheets write them. `rounded` for `1.2k`, `3.4 juta`, `5 ribu`: the network
 * rounded it, and what it was cannot be known. Null for everything else, `1.234` among it: a
 * fraction here, a thousand elsewhere.
 */
export function writtenCount(text: string): number | 'rounded' | null {
  const said = text.trim().toLowerCase()
  if (/^\d+(?:[.,]\d+)? ?(?:k|m|b|rb|jt|ribu|juta|thousand|million)$/.test(said)) return 'rounded'
  if (!/^(?:\d+|\d{1,3}(?:[, \u00a0]\d{3})+)(?:\.0{1,2})?$/.test(said)) return null
  const count = Number(said.replace(/\.0+$/, '').replaceAll(/\D/g, ''))
  return count <= mostOfOne ? count : null
}
