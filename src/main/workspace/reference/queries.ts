import { z } from 'zod'
import {
  referenceItems,
  ReferenceList,
  type ReferenceItem,
  type ReferenceLists,
} from '#contract/reference'
import type { Reader, Writer } from '../database/schema.ts'
import { inForce, isFixed, same, type Fields } from './rules.ts'
import type { ReferenceItemRow } from './tables.ts'

/** So that the compiler knows which shape belongs to which list. */
const shapes: { readonly [L in ReferenceList]: z.ZodType<ReferenceItem<L>> } = referenceItems

const Parts = z.record(z.string(), z.unknown())

/** A row as values: what was shipped and what the office made of it. */
export interface KeptItem {
  readonly id: string
  readonly list: ReferenceList
  readonly key: string
  readonly shipped: Fields | null
  readonly own: Fields | null
  readonly removed: boolean
  readonly place: number
}

function toKept(row: ReferenceItemRow): KeptItem {
  return {
    id: row.id,
    list: ReferenceList.parse(row.list),
    key: row.key,
    shipped: row.shipped === null ? null : Parts.parse(JSON.parse(row.shipped)),
    own: row.own === null ? null : Parts.parse(JSON.parse(row.own)),
    removed: row.removed === 1,
    place: row.place,
  }
}

/** Every item of every list, or of one, in the office's order. */
export async function listKept(db: Reader, list?: ReferenceList): Promise<KeptItem[]> {
  const rows = await db
    .selectFrom('reference_item')
    .selectAll()
    .$if(list !== undefined, (q) => q.where('list', '=', list ?? ''))
    .orderBy('list')
    .orderBy('place')
    .orderBy('id')
    .execute()
  return rows.map(toKept)
}

export async function findKept(db: Reader, id: string): Promise<KeptItem | null> {
  const row = await db
    .selectFrom('reference_item')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : toKept(row)
}

/** All lists as the window shows them. */
export async function readLists(db: Reader): Promise<ReferenceLists> {
  const kept = await listKept(db)
  const of = <L extends ReferenceList>(list: L) =>
    kept.filter((row) => row.list === list).map((row) => entryOf(list, row))
  return {
    phases: of('phases'),
    stages: of('stages'),
    'wave-categories': of('wave-categories'),
    approaches: of('approaches'),
    thrusts: of('thrusts'),
    segments: of('segments'),
    channels: of('channels'),
    states: of('states'),
    'production-times': of('production-times'),
    'complaint-channels': of('complaint-channels'),
    'complaint-kinds': of('complaint-kinds'),
    'complaint-sub-kinds': of('complaint-sub-kinds'),
    'urgent-kinds': of('urgent-kinds'),
    'clock-sets': of('clock-sets'),
    'standard-answers': of('standard-answers'),
    agencies: of('agencies'),
    'closing-checks': of('closing-checks'),
  }
}

/**
 * The items of one list as they hold: for the rules and services of other slices.
 * @param withRemoved those too that are no longer offered but may still be referred to
 */
export async function itemsOf<L extends ReferenceList>(
  db: Reader,
  list: L,
  withRemoved = false,
): Promise<ReferenceItem<L>[]> {
  const kept = await listKept(db, list)
  return kept
    .filter((row) => withRemoved || !row.removed)
    .map((row) => itemOf(list, inForce(row.shipped, row.own)))
}

/** The version of each list as last loaded; lists never loaded are missing. */
export async function loadedVersions(db: Reader): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('reference_item')
    .select((e) => ['list', e.fn.max<number | null>('shipped_version').as('version')])
    .groupBy('list')
    .orderBy('list')
    .execute()
  return new Map(rows.map((row) => [row.list, row.version ?? 0]))
}

export async function insertItems(db: Writer, rows: readonly ReferenceItemRow[]): Promise<void> {
  await db
    .insertInto('reference_item')
    .values([...rows])
    .execute()
}

export async function updateItem(
  db: Writer,
  id: string,
  changes: Partial<Omit<ReferenceItemRow, 'id' | 'list' | 'key'>>,
): Promise<void> {
  await db.updateTable('reference_item').set(changes).where('id', '=', id).execute()
}

function entryOf<L extends ReferenceList>(list: L, row: KeptItem) {
  const now = inForce(row.shipped, row.own)
  return {
    id: row.id,
    item: itemOf(list, now),
    shipped: row.shipped === null ? null : itemOf(list, row.shipped),
    changed: row.shipped !== null && !same(row.shipped, now),
    removed: row.removed,
    fixed: isFixed(list, row.shipped !== null),
  }
}

function itemOf<L extends ReferenceList>(list: L, fields: Fields): ReferenceItem<L> {
  return shapes[list].parse(fields)
}
