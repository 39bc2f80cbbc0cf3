import type { ApprovalStep } from '#contract/postApproval'
import type { PersonId } from '#contract/values'

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

/** Somebody a step may name. */
export interface Listed {
  readonly id: PersonId
  readonly name: string
  readonly active: boolean
}

/**
 * Whether somebody without a seat may sign a step on paper (ours): where it names nobody, where its
 * route lets them, or where they are one of those it names, who has left the list meanwhile. A step
 * that names people asked for these and is not settled by others.
 * @param signer the typed name; null: whether anybody at all may
 */
export function mayOutsiderSign(
  { people: named, outsiders }: ApprovalStep,
  signer: string | null,
  people: readonly Listed[],
): boolean {
  if (named.length === 0 || outsiders) return true
  return people.some(
    ({ id, name, active }) =>
      !active && named.includes(id) && (signer === null || isSameName(name, signer)),
  )
}
