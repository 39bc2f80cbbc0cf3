import { mostChosen, type RegisterChoice } from '#contract/complaintLeaving'
import type { ComplaintId } from '#contract/complaintFields'
import type { ComplaintFilter } from '#contract/complaints'
import type { PlainDate } from '#contract/values'

/** As what the register leaves. */
export type LeavingAs = 'register' | 'xlsx' | 'csv'

/** Which complaints: those of the filter, those a search found, or those that are selected. */
export type LeavingScope = 'filter' | 'found' | 'chosen'

/** What somebody settled about the complaints that leave. */
export interface LeavingDraft {
  readonly scope: LeavingScope
  readonly from: PlainDate | null
  readonly to: PlainDate | null
}

/** Which complaints a draft means; the period is one of the filter. */
export function choiceOf(
  { scope, from, to }: LeavingDraft,
  filter: ComplaintFilter,
  ids: { readonly found: readonly ComplaintId[]; readonly chosen: readonly ComplaintId[] },
): RegisterChoice {
  if (scope === 'filter') return { filter: { ...filter, from, to }, ids: null }
  return { filter, ids: ids[scope].slice(0, mostChosen) }
}
