import { z } from 'zod'
import { command, query } from './call.ts'
import { ComplaintFilter, ComplaintOrder } from './complaints.ts'
import { SavedViewId } from './postViews.ts'
import { Instant, Line, PersonId } from './values.ts'

/** What a saved view of the register brings back. */
export const RegisterView = z.object({
  filter: ComplaintFilter,
  order: ComplaintOrder,
  descending: z.boolean(),
  /** What was searched; empty for nothing. */
  text: z.string().max(200),
})
export type RegisterView = z.infer<typeof RegisterView>

/** Filter, order and search of the register under a name. */
export const SavedRegisterView = z.object({
  id: SavedViewId,
  name: Line,
  /** Null: it is there for everybody. */
  personId: PersonId.nullable(),
  definition: RegisterView,
  createdAt: Instant,
})
export type SavedRegisterView = z.infer<typeof SavedRegisterView>

const NewView = z.object({ name: Line, definition: RegisterView })
const OneView = z.object({ id: SavedViewId })

export const complaintViews = {
  /** Everybody's first, then those of the person at the keyboard; each by name. */
  savedViews: query(z.object({}), z.array(SavedRegisterView)),
  /**
   * For the person at the keyboard alone.
   * @throws `complaints.view-name-taken`
   */
  saveView: command(NewView, SavedRegisterView),
  shareView: command(NewView, SavedRegisterView),
  /** @throws `complaints.unknown-view` */
  removeView: command(OneView, SavedRegisterView),
  removeSharedView: command(OneView, SavedRegisterView),
  /** Everybody's and those of the person at the keyboard that were taken out, the latest first. */
  removedViews: query(z.object({}), z.array(SavedRegisterView.extend({ removedAt: Instant }))),
  /** @throws `complaints.unknown-view`, `complaints.view-not-removed`, `complaints.view-name-taken` */
  restoreView: command(OneView, SavedRegisterView),
  restoreSharedView: command(OneView, SavedRegisterView),
}
