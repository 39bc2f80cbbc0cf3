import { PostDueKind } from '#contract/postToday'
import type { DueSource } from '../../reminders/sources'

/** What posts ask of the person at the keyboard today. */
export const postsDue: DueSource = {
  call: 'posts.dueToday',
  ask: (workspace, state) => workspace.posts.dueToday({ state }),
  say: (t, kind, count) => t(`posts.due.${PostDueKind.parse(kind)}`, { count }),
}
