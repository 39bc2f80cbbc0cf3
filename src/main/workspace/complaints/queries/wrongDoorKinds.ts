import type { Reader } from '../../database/schema.ts'
import { itemsOf } from '../../reference/queries.ts'

/** Keys of the kinds whose first answer is another's (KKS H, M), those no longer offered too. */
export async function wrongDoorKinds(db: Reader): Promise<string[]> {
  const kinds = await itemsOf(db, 'complaint-kinds', true)
  return kinds.filter(({ ours }) => !ours).map(({ key }) => key)
}
