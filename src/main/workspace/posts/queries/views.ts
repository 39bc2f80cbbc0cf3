import type { z } from 'zod'
import type { SavedViewId } from '#contract/postViews'
import type { Instant, PersonId } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { SavedViewRow } from '../tables.ts'

/** A view under a name, of whatever place defines it. */
export interface NamedView<D> {
  readonly id: SavedViewId
  readonly name: string
  /** Null: everybody's. */
  readonly personId: PersonId | null
  readonly definition: D
  readonly createdAt: Instant
}

/** Where views are shown, and what one is there. */
export interface ViewPlace<D> {
  readonly shownOn: SavedViewRow['shown_on']
  readonly definition: z.ZodType<D>
}

/** Everybody's views of a place by name, then one person's own. */
export async function listViews<D>(
  db: Reader,
  place: ViewPlace<D>,
  personId: PersonId | null,
): Promise<NamedView<D>[]> {
  const rows = await viewsOf(db, place, personId)
    .where('removed_at', 'is', null)
    // SQLite and PostgreSQL disagree on where NULL stands; both know this.
    .orderBy((e) => e.case().when('person_id', 'is', null).then(0).else(1).end())
    .orderBy((e) => e.fn<string>('lower', ['name']))
    .orderBy('id')
    .execute()
  return rows.map((row) => toView(place, row))
}

/** The same that were taken out, the latest first. */
export async function removedViews<D>(
  db: Reader,
  place: ViewPlace<D>,
  personId: PersonId | null,
): Promise<(NamedView<D> & { removedAt: Instant })[]> {
  const rows = await viewsOf(db, place, personId)
    .where('removed_at', 'is not', null)
    .orderBy('removed_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.flatMap((row) =>
    row.removed_at === null ? [] : [{ ...toView(place, row), removedAt: row.removed_at }],
  )
}

function viewsOf<D>(db: Reader, { shownOn }: ViewPlace<D>, personId: PersonId | null) {
  return db
    .selectFrom('saved_view')
    .selectAll()
    .where('shown_on', '=', shownOn)
    .where((e) =>
      personId === null
        ? e('person_id', 'is', null)
        : e.or([e('person_id', 'is', null), e('person_id', '=', personId)]),
    )
}

function toView<D>(place: ViewPlace<D>, row: SavedViewRow): NamedView<D> {
  return {
    id: row.id,
    name: row.name,
    personId: row.person_id,
    definition: place.definition.parse(JSON.parse(row.definition)),
    createdAt: row.created_at,
  }
}

/** Whether somebody, or everybody, has another view of this name already. */
export function isNameTaken(
  views: readonly Pick<NamedView<unknown>, 'name' | 'personId'>[],
  name: string,
  personId: PersonId | null,
): boolean {
  return views.some(
    (view) => view.personId === personId && view.name.toLowerCase() === name.toLowerCase(),
  )
}

export async function insertView<D>(
  db: Writer,
  { shownOn }: ViewPlace<D>,
  view: NamedView<D>,
): Promise<void> {
  await db
    .insertInto('saved_view')
    .values({
      ...{ id: view.id, name: view.name, person_id: view.personId, shown_on: shownOn },
      ...{ definition: JSON.stringify(view.definition), created_at: view.createdAt },
      removed_at: null,
    })
    .execute()
}

/** Takes a view out, or brings it back. */
export async function setViewRemoved(
  db: Writer,
  id: SavedViewId,
  at: Instant | null,
): Promise<void> {
  await db.updateTable('saved_view').set({ removed_at: at }).where('id', '=', id).execute()
}
