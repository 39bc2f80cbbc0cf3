import type { SliceHandlers } from '#contract/call'
import { RegisterView, type complaintViews, type SavedRegisterView } from '#contract/complaintViews'
import { WorkspaceError } from '#contract/errors'
import { SavedViewId } from '#contract/postViews'
import type { PersonId } from '#contract/values'
import type { CommandContext, Contexts } from '../../context.ts'
import {
  insertView,
  isNameTaken,
  listViews,
  removedViews,
  setViewRemoved,
  type ViewPlace,
} from '../../posts/queries/views.ts'

const place: ViewPlace<RegisterView> = { shownOn: 'complaints', definition: RegisterView }

/** Saved views of the register, kept as those of the calendar are. */
export const viewHandlers: SliceHandlers<typeof complaintViews, Contexts> = {
  savedViews: ({ db, actor }) => listViews(db, place, actor?.id ?? null),

  saveView: (context, { name, definition }) => keep(context, name, definition, context.actor.id),
  shareView: (context, { name, definition }) => keep(context, name, definition, null),
  removeView: (context, { id }) => remove(context, id, context.actor.id),
  removeSharedView: (context, { id }) => remove(context, id, null),
  removedViews: ({ db, actor }) => removedViews(db, place, actor?.id ?? null),
  restoreView: (context, { id }) => restore(context, id, context.actor.id),
  restoreSharedView: (context, { id }) => restore(context, id, null),
}

async function keep(
  { db, writer, newId, clock, actor, record }: CommandContext,
  name: string,
  definition: RegisterView,
  personId: PersonId | null,
): Promise<SavedRegisterView> {
  if (isNameTaken(await listViews(db, place, actor.id), name, personId)) {
    throw new WorkspaceError('complaints.view-name-taken')
  }
  const id = SavedViewId.parse(newId())
  const view = { id, name, personId, definition, createdAt: clock.now() }
  await insertView(writer, place, view)
  record('saved_view', id, ['name', 'person_id', 'definition'])
  return view
}

/** Nobody takes out a view of somebody else. */
async function remove(
  { db, writer, clock, actor, record }: CommandContext,
  id: SavedViewId,
  personId: PersonId | null,
): Promise<SavedRegisterView> {
  const view = (await listViews(db, place, actor.id)).find((each) => each.id === id)
  if (view === undefined || view.personId !== personId) {
    throw new WorkspaceError('complaints.unknown-view')
  }
  await setViewRemoved(writer, id, clock.now())
  record('saved_view', id, ['removed_at'])
  return view
}

/** A name that was given again meanwhile is not there twice. */
async function restore(
  { db, writer, actor, record }: CommandContext,
  id: SavedViewId,
  personId: PersonId | null,
): Promise<SavedRegisterView> {
  const isIts = (view: SavedRegisterView) => view.id === id && view.personId === personId
  const there = await listViews(db, place, actor.id)
  const removed = (await removedViews(db, place, actor.id)).find(isIts)
  if (removed === undefined) {
    const isThere = there.some(isIts)
    throw new WorkspaceError(isThere ? 'complaints.view-not-removed' : 'complaints.unknown-view')
  }
  const { removedAt: _, ...view } = removed
  if (isNameTaken(there, view.name, personId)) {
    throw new WorkspaceError('complaints.view-name-taken')
  }
  await setViewRemoved(writer, id, null)
  record('saved_view', id, ['removed_at'])
  return view
}
