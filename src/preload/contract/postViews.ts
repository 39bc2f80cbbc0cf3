import { z } from 'zod'
import { command, query } from './call.ts'
import { CycleId } from './cycles.ts'
import { PostFilter, PostOrder } from './posts.ts'
import { StateCode } from './states.ts'
import { Instant, Line, PersonId } from './values.ts'

export const SavedViewId = z.uuid().brand<'SavedViewId'>()
export type SavedViewId = z.infer<typeof SavedViewId>

/** What a saved view brings back: which view of the calendar (the window's name for it), filtered how. */
export const ViewDefinition = z.object({
  view: z.string().regex(/^[a-z-]{1,20}$/),
  filter: PostFilter,
  /** What the list shows and in which order; left as it is where nothing was kept. */
  list: z
    .object({ scope: z.enum(['month', 'all', 'trash']), order: PostOrder, descending: z.boolean() })
    .optional(),
  /** The cycle of board and road map; null: the running one. */
  cycleId: CycleId.nullable().optional(),
  /** Whose weekends and holidays the year marks. */
  state: StateCode.optional(),
  /** Whether the year shows a quarter, and by what that tells its posts apart. */
  year: z
    .object({ span: z.enum(['year', 'quarter']), partsBy: z.enum(['phase', 'category']) })
    .optional(),
})
export type ViewDefinition = z.infer<typeof ViewDefinition>

/** A filter and a view under a name. */
export const SavedView = z.object({
  id: SavedViewId,
  name: Line,
  /** Null: it is there for everybody. */
  personId: PersonId.nullable(),
  definition: ViewDefinition,
  createdAt: Instant,
})
export type SavedView = z.infer<typeof SavedView>

const NewView = z.object({ name: Line, definition: ViewDefinition })
const OneView = z.object({ id: SavedViewId })

export const postViews = {
  /** Everybody's first, then those of the person at the keyboard; each by name. */
  savedViews: query(z.object({}), z.array(SavedView)),
  /** For the person at the keyboard alone. */
  saveView: command(NewView, SavedView),
  shareView: command(NewView, SavedView),
  removeView: command(OneView, SavedView),
  removeSharedView: command(OneView, SavedView),
  /** Everybody's and those of the person at the keyboard that were taken out, the latest first. */
  removedViews: query(z.object({}), z.array(SavedView.extend({ removedAt: Instant }))),
  restoreView: command(OneView, SavedView),
  restoreSharedView: command(OneView, SavedView),
}
