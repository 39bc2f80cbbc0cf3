import type { SliceHandlers } from '#contract/call'
import type { postSeries } from '#contract/postSeries'
import type { Contexts } from '../../context.ts'
import { editingHandlers } from './series/editing.ts'
import { makingHandlers } from './series/making.ts'
import { readingHandlers } from './series/reading.ts'
import { rulingHandlers } from './series/ruling.ts'
import { undoingHandlers } from './series/undoing.ts'

/** Posts that come again and again. */
export const seriesHandlers: SliceHandlers<typeof postSeries, Contexts> = {
  ...readingHandlers,
  ...makingHandlers,
  ...editingHandlers,
  ...rulingHandlers,
  ...undoingHandlers,
}
