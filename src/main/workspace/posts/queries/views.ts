import type { SavedView, SavedViewId } from '#contract/postViews'
import { ViewDefinition } from '#contract/postViews'
import type { Instant, PersonId } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { SavedViewRow } from '../tables.ts'

/** Everybody's views by name, then one person's own. */
export async function listViews(db: Reader, personId: PersonId | null): Promise<SavedView[]> {
  const rows = await viewsOf(db, personId)
    .where('removed_at', 'is', null)
    // SQLite and PostgreSQL disagree on where NULL stands; both know this.
    .orderBy((e) => e.case().when('person_id', 'is', null).then(0).else(1).end())
    .orderBy((e) => e.fn<string>('lower', ['name']))
    .orderBy('id')
    .execute()
  return rows.map(toView)
}

/** The same that were taken out, the latest first. */
export async function removedViews(
  db: Reader,
  personId: PersonId | null,
): Promise<(SavedView & { removedAt: Instant })[]> {
  const rows = await viewsOf(db, personId)
    .where('removed_at', 'is not', null)
    .orderBy('removed_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.flatMap((row) =>
    row.removed_at === null ? [] : [{ ...toView(row), removedAt: row.removed_at }],
  )
}

function viewsOf(db: Reader, personId: PersonId | null) {
  return db
    .selectFrom('saved_view')
    .selectAll()
    .where((e) =>
      personId === null
        ? e('person_id', 'is', null)
        : e.or([e('person_id', 'is', null), e('person_id', '=', personId)]),
    )
}

function toView(row: SavedViewRow): SavedView {
  const definition: unknown = JSON.parse(row.definition)
  return {
    id: row.id,
    name: row.name,
    personId: row.person_id,
    definition: ViewDefinition.parse(definition),
    createdAt: row.created_at,
  }
}

export async function insertView(db: Writer, view: SavedView): Promise<void> {
  await db
    .insertInto('saved_view')
    .values({
      ...{ id: view.id, name: view.name, person_id: view.personId },
      ...{ definition: JSON.stringify(view.definition), created_at: view.createdAt },
      removed_at: null,
    })
    .execute()
}

export async function setViewRemoved(
  db: Writer,
  id: SavedViewId,
  at: Instant | null,
): Promise<void> {
  await db.updateTable('saved_view').set({ removed_at: at }).where('id', '=', id).execute()
}
