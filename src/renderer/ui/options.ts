/** One thing to tick, with how many rows it would leave. */
export interface Option<V extends string = string> {
  readonly value: V
  readonly label: string
  /** Null while it is not known. */
  readonly count: number | null
}

/**
 * What a filter offers: everything that has rows or is ticked, in the order given; where the counts
 * are not known yet, everything.
 */
export function optionsOf<V extends string>(
  all: readonly { readonly value: V; readonly label: string }[],
  chosen: readonly string[],
  counts: Readonly<Record<string, number>> | undefined,
): Option<V>[] {
  return all
    .map(({ value, label }) => ({ value, label, count: counts ? (counts[value] ?? 0) : null }))
    .filter(({ value, count }) => count !== 0 || chosen.includes(value))
}

/** The list with the value in it, or without where it was. */
export function toggled<V>(values: readonly V[], value: V): V[] {
  return values.includes(value) ? values.filter((each) => each !== value) : [...values, value]
}
