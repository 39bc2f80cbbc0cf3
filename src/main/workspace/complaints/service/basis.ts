import type { QueryContext } from '../../context.ts'
import { instantsOf, malaysianTime } from '../../days/rules/malaysianTime.ts'
import type { FilterBasis } from '../queries/filter.ts'
import { wrongDoorKinds } from '../queries/wrongDoorKinds.ts'

/** What filters depend on: who answers which kind, and what is late by now. */
export async function basisOf({
  db,
  clock,
}: Pick<QueryContext, 'db' | 'clock'>): Promise<FilterBasis> {
  const now = clock.now()
  const endOfToday = instantsOf(malaysianTime(now).day, null).last
  return { wrongDoors: await wrongDoorKinds(db), now, endOfToday }
}
