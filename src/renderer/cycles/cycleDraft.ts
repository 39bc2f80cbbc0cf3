import type { Cycle } from '#contract/cycles'
import { PlainDate } from '#contract/values'
import { datesProblem, type DatesProblem } from './phaseDraft'

/** What stands in the form of a cycle; its days only while it is new. */
export interface CycleDraft {
  name: string
  nameEn: string
  note: string
  startsOn: PlainDate | null
  endsOn: PlainDate | null
}

/** A new cycle begins as a calendar year. */
export function newDraft(year: number): CycleDraft {
  return {
    ...{ name: `Kitaran ${year}`, nameEn: `Cycle ${year}`, note: '' },
    startsOn: PlainDate.parse(`${year}-01-01`),
    endsOn: PlainDate.parse(`${year}-12-31`),
  }
}

export function draftOf({ name, nameEn, note }: Cycle): CycleDraft {
  return { name, nameEn, note, startsOn: null, endsOn: null }
}

export type CycleProblems = {
  readonly name?: 'nameMissing'
  readonly nameEn?: 'nameEnMissing'
  readonly dates?: DatesProblem
}

export function problemsOf(draft: CycleDraft, isNew: boolean): CycleProblems {
  const dates = isNew ? datesProblem(draft.startsOn, draft.endsOn) : null
  return {
    ...(draft.name.trim() === '' && { name: 'nameMissing' as const }),
    ...(draft.nameEn.trim() === '' && { nameEn: 'nameEnMissing' as const }),
    ...(dates !== null && { dates }),
  }
}

export function sameDraft(one: CycleDraft, other: CycleDraft): boolean {
  return (['name', 'nameEn', 'note', 'startsOn', 'endsOn'] as const).every(
    (field) => (one[field] ?? '').trim() === (other[field] ?? '').trim(),
  )
}
