import type { RiseRule, Subject } from '#contract/complaintOverview'
import type { StateCode } from '#contract/states'
import type { ComplaintRowOfTable } from '../tables.ts'
import { isRising, type Rate } from './rising.ts'
import { stretchesOf, type RoadPoint } from './stretches.ts'

/** Of a complaint, where it is and what it is about. */
export type PlacedRow = Pick<
  ComplaintRowOfTable,
  'received_day' | 'road' | 'from_metres' | 'state' | 'district' | 'kind' | 'sub_kind'
>

/** Something that recurs, with how often lately and before. */
export interface Recurring extends Rate {
  readonly subject: Subject
  readonly rising: boolean
  /** The state most of the recent ones are in. */
  readonly state: StateCode | null
}

/** So many are told of places, and so many of kinds: who reads more plans nothing. */
const mostTold = 20

/**
 * Stretches of roads that recur, and districts that rise; those that rise first, then the most.
 * A complaint within a stretch is also one of its district.
 */
export function recurringPlaces(
  recent: readonly PlacedRow[],
  before: readonly PlacedRow[],
  { minimum, stretch }: RiseRule,
): Recurring[] {
  const stretches = stretchesOf(recent.flatMap(pointOf), stretch, minimum).map(
    ({ road, from, to }) => {
      const isThere = (row: PlacedRow) => {
        const [point] = pointOf(row)
        return point?.road === road && point.metres >= from && point.metres <= to
      }
      return counted({ about: 'stretch', road, from, to }, recent, before, isThere, minimum)
    },
  )
  const districts = groupsOf(recent, ({ state, district }) =>
    district === '' ? null : JSON.stringify([state, district]),
  ).map(([{ state, district }]) =>
    counted(
      { about: 'district', state, district },
      recent,
      before,
      (row) => row.state === state && row.district === district,
      minimum,
    ),
  )
  return told([...stretches, ...districts.filter(({ rising }) => rising)])
}

/** Kinds and sub-kinds that rise, the most first. */
export function risingKinds(
  recent: readonly PlacedRow[],
  before: readonly PlacedRow[],
  { minimum }: RiseRule,
): Recurring[] {
  const kinds = groupsOf(recent, ({ kind }) => kind).map(([{ kind }]) =>
    counted({ about: 'kind', kind }, recent, before, (row) => row.kind === kind, minimum),
  )
  const subKinds = groupsOf(recent, (row) =>
    row.sub_kind === null ? null : JSON.stringify([row.kind, row.sub_kind]),
  ).map(([{ kind, sub_kind: subKind }]) =>
    counted(
      { about: 'sub-kind', kind, subKind: subKind ?? '' },
      recent,
      before,
      (row) => row.kind === kind && row.sub_kind === subKind,
      minimum,
    ),
  )
  return told([...kinds, ...subKinds].filter(({ rising }) => rising))
}

function pointOf({ road, from_metres: metres }: PlacedRow): RoadPoint[] {
  return road === null || metres === null ? [] : [{ road, metres }]
}

/** Rows with the same key together; those with none left out. */
function groupsOf(
  rows: readonly PlacedRow[],
  keyOf: (row: PlacedRow) => string | null,
): (readonly [PlacedRow, ...PlacedRow[]])[] {
  const groups = new Map<string, [PlacedRow, ...PlacedRow[]]>()
  for (const row of rows) {
    const key = keyOf(row)
    if (key === null) continue
    const known = groups.get(key)
    if (known === undefined) groups.set(key, [row])
    else known.push(row)
  }
  return [...groups.values()]
}

function counted(
  subject: Subject,
  recent: readonly PlacedRow[],
  before: readonly PlacedRow[],
  isOne: (row: PlacedRow) => boolean,
  minimum: number,
): Recurring {
  const those = recent.filter(isOne)
  const rate = { recent: those.length, before: before.filter(isOne).length }
  return { subject, ...rate, rising: isRising(rate, minimum), state: commonState(those) }
}

function commonState(rows: readonly PlacedRow[]): StateCode | null {
  const byState = groupsOf(rows, ({ state }) => state).toSorted((a, b) => b.length - a.length)
  return byState[0]?.[0].state ?? null
}

function told(all: readonly Recurring[]): Recurring[] {
  return all
    .toSorted(
      (a, b) =>
        Number(b.rising) - Number(a.rising) ||
        b.recent - a.recent ||
        (JSON.stringify(a.subject) < JSON.stringify(b.subject) ? -1 : 1),
    )
    .slice(0, mostTold)
}
