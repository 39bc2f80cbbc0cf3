import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import { SavedViewId, type postViews, type SavedView, ViewDefinition } from '#contract/postViews'
import type { PersonId } from '#contract/values'
import type { CommandContext, Contexts } from '../../context.ts'
import { deleteView, insertView, isNameTaken, listViews, type ViewPlace } from '../queries/views.ts'

const place: ViewPlace<ViewDefinition> = { shownOn: 'calendar', definition: ViewDefinition }

/** Saved views; who may keep one for everybody is in the table of permissions. */
export const viewHandlers: SliceHandlers<typeof postViews, Contexts> = {
  savedViews: ({ db, actor }) => listViews(db, place, actor?.id ?? null),

  saveView: (context, { name, definition }) => keep(context, name, definition, context.actor.id),
  shareView: (context, { name, definition }) => keep(context, name, definition, null),
  removeView: (context, { id }) => remove(context, id, context.actor.id),
  removeSharedView: (context, { id }) => remove(context, id, null),
}

/** @throws WorkspaceError `posts.view-name-taken` */
async function keep(
  { db, writer, newId, clock, actor, record }: CommandContext,
  name: string,
  definition: ViewDefinition,
  personId: PersonId | null,
): Promise<SavedView> {
  if (isNameTaken(await listViews(db, place, actor.id), name, personId)) {
    throw new WorkspaceError('posts.view-name-taken')
  }
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

/** @throws WorkspaceError `posts.unknown-view` also for a view of somebody else */
async function remove(
  { db, writer, actor, record }: CommandContext,
  id: SavedViewId,
  personId: PersonId | null,
): Promise<SavedView> {
  const view = (await listViews(db, place, actor.id)).find((each) => each.id === id)
  if (view === undefined || view.personId !== personId)
    throw new WorkspaceError('posts.unknown-view')
  await deleteView(writer, id)
  record('saved_view', id, ['name'])
  return view
}
