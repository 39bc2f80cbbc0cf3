/** One statement binds a limited number of values. */
const atOnce = 1_000

/**
 * Rows by the ids of others that were read already: looked up in a few statements, instead of finding
 * those others again in each of them.
 */
export async function byChunks<I, R>(
  ids: readonly I[],
  read: (some: readonly I[]) => Promise<R[]>,
): Promise<R[]> {
  const rows: R[] = []
  for (let start = 0; start < ids.length; start += atOnce) {
    for (const row of await read(ids.slice(start, start + atOnce))) rows.push(row)
  }
  return rows
}
