import type { OpenList, ReferenceFields, ReferenceItem, ReferenceList } from '#contract/reference'

/** An item's fields by name, before its list has said what they must be. */
export type Fields = Readonly<Record<string, unknown>>

/** What holds: the office's own fields before the shipped ones. */
export function inForce(shipped: Fields | null, own: Fields | null): Fields {
  return { ...shipped, ...own }
}

/**
 * What the office has made its own: the fields that differ from the shipped ones, so that an update
 * still reaches the others. Null when nothing differs.
 */
export function ownFields(shipped: Fields | null, wanted: Fields): Fields | null {
  if (shipped === null) return wanted
  const own = Object.entries(wanted).filter(([field, value]) => !same(shipped[field], value))
  return own.length === 0 ? null : Object.fromEntries(own)
}

export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other))
}

/** A structure typed in another order is the same structure. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, member]) => [key, sorted(member)]),
  )
}

/** What may be changed in each list; keys, numbers, years and clauses are the sources' own. */
export const editable: Readonly<Record<ReferenceList, readonly (keyof ReferenceFields)[]>> = {
  phases: ['ms', 'en'],
  stages: ['ms', 'en', 'points'],
  'wave-categories': ['ms', 'en', 'cheerful'],
  approaches: ['ms', 'en', 'points'],
  thrusts: ['ms', 'en', 'points'],
  segments: ['ms', 'en', 'group'],
  channels: ['ms', 'en', 'purposes', 'perDay', 'textLimit', 'role'],
  // Holidays and weekends go by them: the country's, not the office's.
  states: [],
  'production-times': ['ms', 'en', 'workingDays'],
  'complaint-channels': ['ms', 'en', 'network', 'reference'],
  'complaint-kinds': ['ms', 'en', 'responders', 'ours'],
  'complaint-sub-kinds': ['ms', 'en', 'kinds', 'questions'],
  'urgent-kinds': ['ms', 'en', 'hours'],
  'clock-sets': [
    ...(['ms', 'en', 'limits', 'urgentKinds', 'wrongDoor', 'severities', 'complex'] as const),
    ...(['kinds', 'fallback'] as const),
  ],
  'standard-answers': ['ms', 'en', 'to', 'text', 'reviewed', 'meets', 'kinds', 'statuses'],
  agencies: ['ms', 'en', 'short', 'address', 'ours', 'followUp'],
  'closing-checks': ['ms', 'en', 'measure', 'kinds', 'settled'],
}

/**
 * Whether code depends on an item: the five phases and three stages, the states, the kinds of work
 * that take time, and the shipped channels, whose characters are counted each in its way.
 */
export function isFixed(list: ReferenceList, isShipped: boolean): boolean {
  return isClosed(list) || (list === 'channels' && isShipped)
}

/** Nothing is added to these. */
function isClosed(list: ReferenceList): boolean {
  const closed: readonly ReferenceList[] = [
    ...(['phases', 'stages', 'states', 'production-times', 'complaint-kinds'] as const),
    'urgent-kinds',
  ]
  return closed.includes(list)
}

/** What an added item is before anybody says more of it; `number` is its place in the list. */
export function blankItem(list: OpenList, key: string, number: number, clause: string): Fields {
  const blanks: {
    readonly [L in OpenList]: Omit<ReferenceItem<L>, 'key' | 'ms' | 'en' | 'clause'>
  } = {
    'wave-categories': { channel: null, cheerful: false },
    approaches: { level: number, points: { ms: [], en: [] } },
    thrusts: { number, points: { ms: [], en: [] } },
    segments: { group: 'direct' },
    channels: {
      ...{ purposes: [], perDay: null, textLimit: null, textLimitSource: null },
      role: { ms: '', en: '' },
    },
    'complaint-channels': { network: null, reference: null },
    'complaint-sub-kinds': { kinds: [], questions: [] },
    'clock-sets': {
      limits: { acknowledge: null, respond: null, progress: null, close: null },
      ...{
        urgentKinds: [],
        wrongDoor: false,
        complex: false,
        severities: [],
        kinds: [],
        fallback: false,
      },
    },
    'standard-answers': {
      ...{ to: 'complainant', text: { ms: '', en: '' }, reviewed: false, meets: [] },
      ...{ kinds: [], statuses: [] },
    },
    agencies: {
      ...{ short: '', address: '', ours: false },
      followUp: { amount: 14, unit: 'calendar-days', pauses: false },
    },
    'closing-checks': { measure: 'hand', kinds: [], settled: ['resolved'] },
  }
  return { key, clause, ...blanks[list] }
}
