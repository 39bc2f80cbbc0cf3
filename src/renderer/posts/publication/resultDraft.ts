import type { AccountId } from '#contract/accounts'
import type { Result, ResultFields } from '#contract/postPublication'
import type { PlainDate } from '#contract/values'
import { counts, readCount, type CountName } from './publicationView'

/** One line of the grid while it is typed. */
export interface ResultRow {
  readonly accountId: AccountId | null
  readonly typed: Readonly<Record<CountName, string>>
}

const nothing = { reach: '', likes: '', shares: '', comments: '' }

/** How a line is told from the others: by its account, or as that of all together. */
export function typedKey(accountId: AccountId | null): string {
  return accountId ?? 'together'
}

/** A line for each account, with what was typed into it, else what is recorded of that day. */
export function rowsFor(
  accounts: readonly (AccountId | null)[],
  day: PlainDate | null,
  results: readonly Result[],
  typed: Readonly<Record<string, ResultRow['typed']>> = {},
): ResultRow[] {
  return accounts.map((accountId) => {
    const own = typed[typedKey(accountId)]
    if (own !== undefined) return { accountId, typed: own }
    const kept = results.find((each) => each.accountId === accountId && each.day === day)
    if (kept === undefined) return { accountId, typed: nothing }
    const written = (name: CountName): string => String(kept[name] ?? '')
    return {
      accountId,
      typed: {
        ...{ reach: written('reach'), likes: written('likes') },
        ...{ shares: written('shares'), comments: written('comments') },
      },
    }
  })
}

/** Fields that hold no whole number: `place.reach`. */
export function wrongCounts(rows: readonly ResultRow[]): ReadonlySet<string> {
  return new Set(
    rows.flatMap(({ typed }, place) =>
      counts.flatMap((name) =>
        readCount(typed[name]) === undefined ? [`${String(place)}.${name}`] : [],
      ),
    ),
  )
}

/** What is to be written: a new row, or an existing one that differs. */
export type ResultWrite =
  | { readonly kind: 'add'; readonly result: ResultFields }
  | { readonly kind: 'change'; readonly before: Result; readonly result: ResultFields }

/** Rows with a number that is not recorded yet; an emptied row is left as it was. */
export function writesOf(
  rows: readonly ResultRow[],
  day: PlainDate,
  results: readonly Result[],
): ResultWrite[] {
  return rows.flatMap(({ accountId, typed }): ResultWrite[] => {
    const result = {
      ...{ accountId, day },
      ...{ reach: readCount(typed.reach) ?? null, likes: readCount(typed.likes) ?? null },
      ...{ shares: readCount(typed.shares) ?? null, comments: readCount(typed.comments) ?? null },
    }
    if (counts.every((name) => result[name] === null)) return []
    const before = results.find((each) => each.accountId === accountId && each.day === day)
    if (before === undefined) return [{ kind: 'add', result }]
    const isSame = counts.every((name) => before[name] === result[name])
    return isSame ? [] : [{ kind: 'change', before, result }]
  })
}
