import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import { SavedViewId, type postViews, type SavedView, ViewDefinition } from '#contract/postViews'
import type { PersonId } from '#contract/values'
import type { CommandContext, Contexts } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import {
  insertView,
  isNameTaken,
  listViews,
  removedViews,
  setViewRemoved,
  type ViewPlace,
} from '../queries/views.ts'

const place: ViewPlace<ViewDefinition> = { shownOn: 'calendar', definition: ViewDefinition }

/** Saved views; who may keep one for everybody is in the table of permissions. */
export const viewHandlers: SliceHandlers<typeof postViews, Contexts> = {
  savedViews: ({ db, actor }) => listViews(db, place, actor?.id ?? null),

  saveView: (context, { name, definition }) => keep(context, name, definition, context.actor.id),
  shareView: (context, { name, definition }) => keep(context, name, definition, null),
  removeView: (context, { id }) => remove(context, id, context.actor.id),
  removeSharedView: (context, { id }) => remove(context, id, null),
  removedViews: ({ db, actor }) => removedViews(db, place, actor?.id ?? null),
  restoreView: (context, { id }) => restore(context, id, context.actor.id),
  restoreSharedView: (context, { id }) => restore(context, id, null),
}

/** @throws WorkspaceError `posts.view-name-taken` */
async function keep(
  { db, writer, newId, clock, actor, record }: CommandContext,
  name: string,
  definition: ViewDefinition,
  personId: PersonId | null,
): Promise<SavedView> {
  await refuseTaken(db, name, personId, actor.id)
  const view = {
    id: SavedViewId.parse(newId()),
    name,
    personId,
    definition,
    createdAt: clock.now(),
  }
  await insertView(writer, place, view)
  record('saved_view', view.id, ['name', 'person_id', 'definition'])
  return view
}

/** Two of one name could not be told apart where one is chosen. */
async function refuseTaken(
  db: Reader,
  name: string,
  personId: PersonId | null,
  actor: PersonId,
): Promise<void> {
  if (isNameTaken(await listViews(db, place, actor), name, personId)) {
    throw new WorkspaceError('posts.view-name-taken')
  }
}

/**
 * @throws WorkspaceError `posts.unknown-view` also for a view of somebody else,
 * `posts.view-not-removed`, `posts.view-name-taken`
 */
async function restore(
  { db, writer, actor, record }: CommandContext,
  id: SavedViewId,
  personId: PersonId | null,
): Promise<SavedView> {
  const isIts = (view: SavedView) => view.id === id && view.personId === personId
  const removed = (await removedViews(db, place, actor.id)).find(isIts)
  if (removed === undefined) {
    const isThere = (await listViews(db, place, actor.id)).some(isIts)
    throw new WorkspaceError(isThere ? 'posts.view-not-removed' : 'posts.unknown-view')
  }
  const { removedAt: _, ...view } = removed
  await refuseTaken(db, view.name, personId, actor.id)
  await setViewRemoved(writer, id, null)
  record('saved_view', id, ['removed_at'])
  return view
}

/** @throws WorkspaceError `posts.unknown-view` also for a view of somebody else */
async function remove(
  { db, writer, clock, actor, record }: CommandContext,
  id: SavedViewId,
  personId: PersonId | null,
): Promise<SavedView> {
  const view = (await listViews(db, place, actor.id)).find((each) => each.id === id)
  if (view === undefined || view.personId !== personId)
    throw new WorkspaceError('posts.unknown-view')
  await setViewRemoved(writer, id, clock.now())
  record('saved_view', id, ['removed_at'])
  return view
}
