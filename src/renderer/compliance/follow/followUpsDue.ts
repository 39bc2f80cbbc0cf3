import { z } from 'zod'
import type { DueSource } from '../../reminders/sources'

const Kind = z.enum(['late', 'today', 'soon', 'verify', 'settle'])

/** What findings wait for from the person at the keyboard. */
export const followUpsDue: DueSource = {
  call: 'compliance.followUpsDue',
  ask: (workspace, state) => workspace.compliance.followUpsDue({ state }),
  say: (t, kind, count) => t(`compliance.follow.due.${Kind.parse(kind)}`, { count }),
}
