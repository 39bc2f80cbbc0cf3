import {
  isRhythm,
  OpenList,
  ReferenceList,
  type ChannelPurpose,
  type Points,
  type ReferenceEntry,
  type ReferenceFields,
  type ReferenceItem,
  type ReferenceLists,
  type SegmentGroup,
} from '#contract/reference'
import {
  caseFieldsOf,
  casePartsOf,
  caseProblemsOf,
  type CasePart,
  type CaseParts,
  type CaseProblem,
} from './caseParts'
import { areLimits, clockSetFieldsOf, clockSetPartsOf, type ClockSetParts } from './clockSetParts'
import {
  complaintFieldsOf,
  complaintPartsOf,
  complaintProblemsOf,
  linesOf,
  type ComplaintPart,
  type ComplaintParts,
  type ComplaintProblem,
  type ComplaintProblems,
} from './complaintParts'

/** What stands in the form of an item; only the parts that its list has are shown and saved. */
export interface ItemDraft extends ComplaintParts, ClockSetParts, CaseParts {
  ms: string
  en: string
  pointsMs: string
  pointsEn: string
  group: SegmentGroup
  purposes: readonly ChannelPurpose[]
  roleMs: string
  roleEn: string
  hasRhythm: boolean
  least: number
  most: number
  hasLimit: boolean
  limit: number
  workingDays: number
  cheerful: boolean
}

/** Parts an item of a list has besides its names. */
export type ItemPart =
  | 'points'
  | 'group'
  | 'channel'
  | 'workingDays'
  | 'cheerful'
  | 'clockSet'
  | ComplaintPart
  | CasePart

const parts: Readonly<Record<ReferenceList, readonly ItemPart[]>> = {
  phases: [],
  stages: ['points'],
  'wave-categories': ['cheerful'],
  approaches: ['points'],
  thrusts: ['points'],
  segments: ['group'],
  channels: ['channel'],
  states: [],
  'production-times': ['workingDays'],
  'complaint-channels': ['way'],
  'complaint-kinds': ['responders'],
  'complaint-sub-kinds': ['subKind'],
  'urgent-kinds': ['hours'],
  'clock-sets': ['clockSet'],
  'standard-answers': ['answer'],
  agencies: ['agency'],
  'closing-checks': ['check'],
}

export function partsOf(list: ReferenceList): readonly ItemPart[] {
  return parts[list]
}

/** The list as one to which the office may add; null where it may not. */
export function openList(list: ReferenceList): OpenList | null {
  return OpenList.options.find((open) => open === list) ?? null
}

export const allLists = ReferenceList.options

/** The entries of one list, what was removed last. */
export function entriesOf(lists: ReferenceLists, list: ReferenceList): readonly ReferenceEntry[] {
  const entries: readonly ReferenceEntry[] = lists[list]
  return [...entries.filter(({ removed }) => !removed), ...entries.filter(({ removed }) => removed)]
}

/** What the form shows of an item, or of none yet. */
export function draftOf(item: ReferenceItem | null): ItemDraft {
  const points: Points = item !== null && 'points' in item ? item.points : { ms: [], en: [] }
  const channel = item !== null && 'perDay' in item ? item : null
  const { perDay = null, textLimit = null } = channel ?? {}
  return {
    ms: item?.ms ?? '',
    en: item?.en ?? '',
    pointsMs: points.ms.join('\n'),
    pointsEn: points.en.join('\n'),
    group: item !== null && 'group' in item ? item.group : 'direct',
    purposes: channel?.purposes ?? [],
    roleMs: channel?.role.ms ?? '',
    roleEn: channel?.role.en ?? '',
    hasRhythm: perDay !== null,
    least: perDay?.min ?? 1,
    most: perDay?.max ?? 3,
    hasLimit: textLimit !== null,
    limit: textLimit ?? 1_000,
    workingDays: item !== null && 'workingDays' in item ? item.workingDays : 1,
    ...complaintPartsOf(item),
    ...clockSetPartsOf(item),
    ...casePartsOf(item),
    cheerful: item !== null && 'cheerful' in item && item.cheerful,
  }
}

/** What a command takes of a draft, for an item of this list. */
export function fieldsOf(list: ReferenceList, draft: ItemDraft): ReferenceFields & NamedFields {
  const has = partsOf(list)
  return {
    ...caseFieldsOf(has, draft),
    ms: draft.ms.trim(),
    en: draft.en.trim(),
    ...(has.includes('points') && {
      points: { ms: linesOf(draft.pointsMs), en: linesOf(draft.pointsEn) },
    }),
    ...(has.includes('group') && { group: draft.group }),
    ...(has.includes('channel') && {
      purposes: [...draft.purposes],
      role: { ms: draft.roleMs.trim(), en: draft.roleEn.trim() },
      perDay: draft.hasRhythm ? { min: draft.least, max: draft.most } : null,
      textLimit: draft.hasLimit ? draft.limit : null,
    }),
    ...(has.includes('workingDays') && { workingDays: draft.workingDays }),
    ...complaintFieldsOf(has, draft),
    ...(has.includes('clockSet') && clockSetFieldsOf(draft)),
    ...(has.includes('cheerful') && { cheerful: draft.cheerful }),
  }
}

interface NamedFields {
  readonly ms: string
  readonly en: string
}

export type ItemProblem =
  'name' | 'long' | 'rhythm' | 'limit' | 'days' | 'amount' | ComplaintProblem | CaseProblem
export type ItemProblems = Partial<
  Record<
    'ms' | 'en' | 'points' | 'rhythm' | 'limit' | 'workingDays' | 'limits' | 'text' | 'followUp',
    ItemProblem
  >
> &
  ComplaintProblems

export function problemsOf(list: ReferenceList, draft: ItemDraft): ItemProblems {
  const fields = fieldsOf(list, draft)
  const { ms, en, points, perDay, textLimit, workingDays, limits } = fields
  const problems: ItemProblems = { ...complaintProblemsOf(fields), ...caseProblemsOf(fields) }
  if (ms === '') problems.ms = 'name'
  if (en === '') problems.en = 'name'
  if (points && ![points.ms, points.en].every(areShort)) problems.points = 'long'
  if (perDay && !isRhythm(perDay)) problems.rhythm = 'rhythm'
  if (typeof textLimit === 'number' && !isWhole(textLimit, 1, 100_000)) problems.limit = 'limit'
  if (workingDays !== undefined && !isWhole(workingDays, 0, 60)) problems.workingDays = 'days'
  if (limits !== undefined && !areLimits(limits)) problems.limits = 'amount'
  return problems
}

function areShort(lines: readonly string[]): boolean {
  return lines.length <= 40 && lines.every((line) => line.length <= 200)
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}

/** Whether two drafts would be saved as the same item. */
export function sameDraft(list: ReferenceList, one: ItemDraft, other: ItemDraft): boolean {
  return JSON.stringify(fieldsOf(list, one)) === JSON.stringify(fieldsOf(list, other))
}

/** The ids of a list after one item went a place up (−1) or down (1); null where it cannot. */
export function movedIds(ids: readonly string[], id: string, by: 1 | -1): string[] | null {
  const from = ids.indexOf(id)
  const to = from + by
  const other = ids[to]
  if (from < 0 || other === undefined) return null
  return ids.map((each, place) => (place === from ? other : place === to ? id : each))
}
