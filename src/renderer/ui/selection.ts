/** The selection with this row in it or out; `extend` takes all rows from the last one on. */
export function selectionWith<K, T extends { readonly id: K }>(
  selected: ReadonlyMap<K, T>,
  rows: readonly T[],
  row: T,
  extend: boolean,
): Map<K, T> {
  const next = new Map(selected)
  const last = [...selected.keys()].at(-1)
  const [from, to] = [rows.findIndex(({ id }) => id === last), rows.indexOf(row)]
  if (extend && from >= 0 && to >= 0) {
    for (const each of rows.slice(Math.min(from, to), Math.max(from, to) + 1)) {
      next.set(each.id, each)
    }
  } else if (!next.delete(row.id)) next.set(row.id, row)
  return next
}
