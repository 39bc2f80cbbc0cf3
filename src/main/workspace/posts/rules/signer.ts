/** Titles before a name, and what stands between a name and the father's: written or left out. */
const leftOut = new Set([
  ...['encik', 'en', 'puan', 'pn', 'cik', 'tuan', 'hj', 'haji', 'hjh', 'hajah', 'dr', 'prof'],
  ...['ir', 'ts', 'sr', 'ar', 'gs', 'datuk', 'dato', 'datin', 'sri', 'seri', 'tan', 'puan', 'tun'],
  ...['yb', 'yab', 'ybhg', 'yangberhormat', 'bin', 'binti', 'bt', 'bte', 'b', 'mr', 'ms'],
])

/** A name as it is compared: without titles, signs and how it is written. */
function bareName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[’'`.]/g, '')
    .replace(/\ba\/[lp]\b/g, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !leftOut.has(word))
    .join(' ')
}

/** Whether two names are of one person as far as names can tell (ours): Puan Siti bt Ali is Siti binti Ali. */
export function isSameName(one: string, other: string): boolean {
  const bare = bareName(one)
  return bare !== '' && bare === bareName(other)
}
