import type { Reader } from '../../database/schema.ts'
import { itemsOf } from '../../reference/queries.ts'

/** What the kinds of complaints are called, those no longer offered too: paper asks nothing more. */
export async function kindNames(
  db: Reader,
): Promise<Record<string, { readonly ms: string; readonly en: string }>> {
  const kinds = await itemsOf(db, 'complaint-kinds', true)
  return Object.fromEntries(kinds.map(({ key, ms, en }) => [key, { ms, en }]))
}
