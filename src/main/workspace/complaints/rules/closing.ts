import type { ComplaintFields } from '#contract/complaintFields'
import type { ComplaintStatus } from '#contract/complaintStatus'
import type { CheckMeasure, ClosingCheck } from '#contract/reference'

/** What a case shows of itself before it is closed. */
export interface CaseFacts {
  readonly fields: ComplaintFields
  readonly unreachable: boolean
  /** Its complainant was told how it ended. */
  readonly told: boolean
  readonly afterPhoto: boolean
  readonly forwarded: boolean
  readonly satisfaction: boolean
  /** Keys of the checks that a person confirmed. */
  readonly confirmed: readonly string[]
}

/** The checks that a complaint of this kind is closed by, from where it stands. Ours, by KKS F1. */
export function checksFor(
  checks: readonly ClosingCheck[],
  kind: string,
  status: ComplaintStatus,
): ClosingCheck[] {
  // Before it is settled it shows what closing will ask of one that was resolved.
  const from = ['outside-jurisdiction', 'false'].includes(status) ? status : 'resolved'
  return checks.filter(
    ({ kinds, settled }) =>
      (kinds.length === 0 || kinds.includes(kind)) && settled.some((each) => each === from),
  )
}

/** Whether a check is met, by what the case shows or by a person's word. */
export function isMet({ key, measure }: ClosingCheck, facts: CaseFacts): boolean {
  const { fields } = facts
  const met: Readonly<Record<CheckMeasure, boolean>> = {
    hand: facts.confirmed.includes(key),
    answered: facts.told || facts.unreachable,
    state: fields.state !== null,
    place: fields.road !== null || fields.place.trim() !== '',
    'sub-kind': fields.subKind !== null,
    'after-photo': facts.afterPhoto,
    forwarded: facts.forwarded,
    satisfaction: facts.satisfaction || facts.unreachable,
  }
  return met[measure]
}

/** Whether a check is met only because nobody can be asked or told. */
export function isExempt({ measure }: ClosingCheck, facts: CaseFacts): boolean {
  if (!facts.unreachable) return false
  if (measure === 'answered') return !facts.told
  return measure === 'satisfaction' && !facts.satisfaction
}
