import { folded } from './fold.ts'

/** Things by the names people call them; a name that two share finds neither. */
export interface Named<T> {
  readonly find: (name: string) => T | null
}

/** @param all each thing with all its names; empty ones name nothing */
export function namedBy<T>(
  all: readonly { readonly value: T; readonly names: readonly string[] }[],
): Named<T> {
  const found = new Map<string, T | null>()
  for (const { value, names } of all) {
    for (const name of new Set(names.map(folded))) {
      if (name !== '') found.set(name, found.has(name) && found.get(name) !== value ? null : value)
    }
  }
  return { find: (name) => found.get(folded(name)) ?? null }
}
