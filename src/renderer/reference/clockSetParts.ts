import type { ClockLimits } from '#contract/clockLimits'
import type { Severity } from '#contract/complaintWeight'
import type { ReferenceFields, ReferenceItem } from '#contract/reference'

/** What stands in the form of a set of limits of complaints. */
export interface ClockSetParts {
  limits: ClockLimits
  urgentKinds: readonly string[]
  /** Kinds of complaint for which it is. */
  setKinds: readonly string[]
  wrongDoor: boolean
  /** For complaints as grave as these. */
  severities: readonly Severity[]
  /** For complex complaints. */
  complex: boolean
  fallback: boolean
}

/** What the form shows of an item, or of none yet. */
export function clockSetPartsOf(item: ReferenceItem | null): ClockSetParts {
  const set = item !== null && 'limits' in item ? item : null
  return {
    limits: set?.limits ?? { acknowledge: null, respond: null, progress: null, close: null },
    ...{ urgentKinds: set?.urgentKinds ?? [], setKinds: set?.kinds ?? [] },
    ...{ wrongDoor: set?.wrongDoor ?? false, complex: set?.complex ?? false },
    severities: set?.severities ?? [],
    fallback: set?.fallback ?? false,
  }
}

/** What a command takes of them. */
export function clockSetFieldsOf(
  draft: ClockSetParts,
): Pick<
  ReferenceFields,
  'limits' | 'urgentKinds' | 'kinds' | 'wrongDoor' | 'severities' | 'complex' | 'fallback'
> {
  const { limits, urgentKinds, setKinds, wrongDoor, severities, complex, fallback } = draft
  return {
    ...{ limits, urgentKinds: [...urgentKinds], kinds: [...setKinds], wrongDoor },
    ...{ severities: [...severities], complex, fallback },
  }
}

/** Whether every limit is one that can be kept: whole, from 0 to 1 000. */
export function areLimits(limits: ClockLimits): boolean {
  return Object.values(limits).every(
    (limit) =>
      limit === null ||
      (Number.isInteger(limit.amount) && limit.amount >= 0 && limit.amount <= 1_000),
  )
}
