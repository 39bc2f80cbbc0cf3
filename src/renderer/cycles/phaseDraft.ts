import {
  isPieceKey,
  PhaseFields,
  type Phase,
  type PhaseTarget,
  type TargetKind,
} from '#contract/cycles'
import { CountedDate } from '#contract/days'
import type { ReferenceLists } from '#contract/reference'
import type { PersonId, PlainDate } from '#contract/values'

/** What stands in the form of a phase. */
export interface PhaseDraft {
  name: string
  nameEn: string
  startsOn: PlainDate | null
  endsOn: PlainDate | null
  objective: string
  colour: Phase['colour']
  ownerId: PersonId | null
  /** By `kind key`; not a number while the field is empty. */
  wanted: Readonly<Record<string, number>>
  /** The borders of the neighbours move along with these dates. */
  moveAlong: boolean
}

export function targetName({ kind, key }: Pick<PhaseTarget, 'kind' | 'key'>): string {
  return `${kind} ${key}`
}

export function draftOf(phase: Phase): PhaseDraft {
  const { name, nameEn, startsOn, endsOn, objective, colour, ownerId, targets } = phase
  return {
    ...{ name, nameEn, startsOn, endsOn, objective, colour, ownerId, moveAlong: false },
    wanted: Object.fromEntries(targets.map((target) => [targetName(target), target.wanted])),
  }
}

/** What may be wanted: by its name, with the words of the reference data. */
export interface TargetChoice {
  readonly kind: TargetKind
  readonly key: string
  readonly ms: string
  readonly en: string
}

/** What is offered, and what the phase wanted before though it no longer is. */
export function targetChoices(
  lists: ReferenceLists | undefined,
  { targets }: Pick<Phase, 'targets'>,
): TargetChoice[] {
  if (lists === undefined) return []
  const had = new Set(targets.map(targetName))
  const of = (kind: TargetKind, entries: ReferenceLists['wave-categories' | 'production-times']) =>
    entries
      .filter(({ removed, item }) => !removed || had.has(targetName({ kind, key: item.key })))
      .map(({ item: { key, ms, en } }) => ({ kind, key, ms, en }))
  return [
    ...of('category', lists['wave-categories']),
    ...of('piece', lists['production-times']).filter(({ key }) => isPieceKey(key)),
  ]
}

/** The sum of what is typed; fields that hold no count are left out. */
export function totalOf(draft: PhaseDraft, choices: readonly TargetChoice[]): number {
  return choices
    .map((choice) => draft.wanted[targetName(choice)] ?? 0)
    .filter(isCount)
    .reduce((sum, wanted) => sum + wanted, 0)
}

function isCount(wanted: number): boolean {
  return Number.isInteger(wanted) && wanted >= 0 && wanted <= 1_000
}

/** Names of the targets whose field holds no count and is not empty. */
export function wrongTargets(draft: PhaseDraft): string[] {
  return Object.entries(draft.wanted)
    .filter(([, wanted]) => !Number.isNaN(wanted) && !isCount(wanted))
    .map(([name]) => name)
}

export type DatesProblem = 'datesMissing' | 'datesOutside' | 'datesReversed'

/** What is wrong with two days that are typed as a period; null where nothing is. */
export function datesProblem(
  startsOn: PlainDate | null,
  endsOn: PlainDate | null,
): DatesProblem | null {
  if (startsOn === null || endsOn === null) return 'datesMissing'
  if ([startsOn, endsOn].some((day) => !CountedDate.safeParse(day).success)) return 'datesOutside'
  return endsOn < startsOn ? 'datesReversed' : null
}

/** The phase as a command takes it; null where something is missing or wrong. */
export function fieldsOf(draft: PhaseDraft): PhaseFields | null {
  const { name, nameEn, startsOn, endsOn, objective, colour, ownerId } = draft
  if (startsOn === null || endsOn === null || datesProblem(startsOn, endsOn) !== null) return null
  if (wrongTargets(draft).length > 0) return null
  const targets = Object.entries(draft.wanted)
    .filter(([, wanted]) => wanted > 0)
    .map(([written, wanted]) => {
      const [kind = '', key = ''] = written.split(' ')
      return { kind, key, wanted }
    })
  const parsed = PhaseFields.safeParse({
    ...{ name, nameEn, startsOn, endsOn, objective, colour, ownerId, targets },
  })
  return parsed.success ? parsed.data : null
}

/** Whether saving one would do the same as saving the other. */
export function sameDraft(one: PhaseDraft, other: PhaseDraft): boolean {
  return JSON.stringify(comparable(one)) === JSON.stringify(comparable(other))
}

function comparable(draft: PhaseDraft) {
  const { name, nameEn, startsOn, endsOn, objective, colour, ownerId, wanted } = draft
  const targets = Object.entries(wanted)
    .filter(([, count]) => count !== 0 && !Number.isNaN(count))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    ...[name.trim(), nameEn.trim(), startsOn, endsOn, objective.trim(), colour, ownerId],
    ...targets,
  ]
}
