/**
 * The selection after one item was chosen. With `extend` everything from the last chosen item
 * (`anchor`) to this one joins it; otherwise this one is put in or taken out.
 */
export function select(
  chosen: ReadonlySet<string>,
  order: readonly string[],
  key: string,
  { extend, anchor }: { extend: boolean; anchor: string | null },
): Set<string> {
  const next = new Set(chosen)
  const from = anchor === null ? -1 : order.indexOf(anchor)
  const to = order.indexOf(key)
  if (extend && from >= 0 && to >= 0) {
    for (const between of order.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(between)
  } else if (!next.delete(key)) next.add(key)
  return next
}

/** Only what is still in sight stays selected: nobody acts on rows that a filter hides. */
export function stillInSight(chosen: ReadonlySet<string>, order: readonly string[]): Set<string> {
  return new Set(order.filter((key) => chosen.has(key)))
}

/** How the box above the list stands. */
export function allChosen(
  chosen: ReadonlySet<string>,
  order: readonly string[],
): 'none' | 'some' | 'all' {
  const count = order.filter((key) => chosen.has(key)).length
  if (count === 0) return 'none'
  return count === order.length ? 'all' : 'some'
}
