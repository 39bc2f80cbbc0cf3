import type { SavedView, SavedViewId } from '#contract/postViews'
import { ViewDefinition } from '#contract/postViews'
import type { PersonId } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { SavedViewRow } from '../tables.ts'

/** Everybody's views by name, then one person's own. */
export async function listViews(db: Reader, personId: PersonId | null): Promise<SavedView[]> {
  const rows = await db
    .selectFrom('saved_view')
    .selectAll()
    .where((e) =>
      personId === null
        ? e('person_id', 'is', null)
        : e.or([e('person_id', 'is', null), e('person_id', '=', personId)]),
    )
    // SQLite and PostgreSQL disagree on where NULL stands; both know this.
    .orderBy((e) => e.case().when('person_id', 'is', null).then(0).else(1).end())
    .orderBy((e) => e.fn<string>('lower', ['name']))
    .orderBy('id')
    .execute()
  return rows.map(toView)
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
    })
    .execute()
}

export async function deleteView(db: Writer, id: SavedViewId): Promise<void> {
  await db.deleteFrom('saved_view').where('id', '=', id).execute()
}
