import type { z } from 'zod'
import { referenceItems, type ReferenceItem, type ReferenceList } from '#contract/reference'
import type { ShippedList } from '../../../src/main/workspace/reference/shipped.ts'

const shapes: { readonly [L in ReferenceList]: z.ZodType<ReferenceItem<L>> } = referenceItems

/** The items of one shipped list, with their own type. */
export function itemsIn<L extends ReferenceList>(
  lists: Readonly<Record<ReferenceList, ShippedList>>,
  list: L,
): ReferenceItem<L>[] {
  return lists[list].items.map((item) => shapes[list].parse(item))
}
