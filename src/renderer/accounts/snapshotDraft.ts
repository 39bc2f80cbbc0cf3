import type { SnapshotFields } from '#contract/accounts'
import type { PlainDate } from '#contract/values'

/** What was typed as numbers of a day, or what is wrong with it: a key of `accounts.numbers`. */
export type ReadNumbers =
  { readonly numbers: SnapshotFields } | { readonly problem: 'missing' | 'wrong' }

/** @param followers not a number while its field is empty; `likes` too */
export function numbersOf(day: PlainDate | null, followers: number, likes: number): ReadNumbers {
  const typed = [followers, likes].filter((value) => !Number.isNaN(value))
  if (day === null || typed.length === 0) return { problem: 'missing' }
  if (typed.some((value) => !Number.isInteger(value) || value < 0 || value > 1_000_000_000)) {
    return { problem: 'wrong' }
  }
  const orNull = (value: number) => (Number.isNaN(value) ? null : value)
  return { numbers: { day, followers: orNull(followers), likes: orNull(likes) } }
}
