import { lettersOf } from './roadView'

/** Patterns there are in `categoryLooks.css`; a list longer than that begins anew. */
const patterns = 7

/** What a legend says of a category. */
export interface CategoryLook {
  readonly look: string
  readonly letter: string
  readonly name: string
}

/** How categories look, by their keys. */
export interface CategoryLooks {
  /** Keys in the order of the office's list. */
  readonly order: readonly string[]
  readonly legend: readonly CategoryLook[]
  readonly lookOf: (key: string | null) => string
  readonly letterOf: (key: string | null) => string
  readonly nameOf: (key: string | null) => string
}

/**
 * A pattern by its place in the list, and a letter, for each wave category; what has none comes
 * last.
 */
export function categoryLooks(
  categories: readonly { readonly key: string; readonly name: string }[],
  noCategory: string,
): CategoryLooks {
  const letters = lettersOf(categories.map(({ name }) => name))
  const known = categories.map(({ key, name }, place) => ({
    ...{ key, name, look: `look-${place % patterns}`, letter: letters[place] ?? '' },
  }))
  const byKey = new Map<string | null, CategoryLook>(known.map((each) => [each.key, each]))
  const none: CategoryLook = { look: 'look-none', letter: '–', name: noCategory }
  const of = (key: string | null): CategoryLook => byKey.get(key) ?? none
  return {
    order: categories.map(({ key }) => key),
    legend: [...known, none],
    lookOf: (key: string | null): string => of(key).look,
    letterOf: (key: string | null): string => of(key).letter,
    nameOf: (key: string | null): string => of(key).name,
  }
}
