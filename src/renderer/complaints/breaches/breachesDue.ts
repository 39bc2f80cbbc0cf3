import { z } from 'zod'
import type { DueSource } from '../../reminders/sources'

const Kind = z.enum(['late', 'today'])

/** Breaches of which somebody is to be told, for whoever may record them. */
export const breachesDue: DueSource = {
  call: 'complaints.breachesDue',
  ask: (workspace, state) => workspace.complaints.breachesDue({ state }),
  say: (t, kind, count) => t(`complaints.breaches.due.${Kind.parse(kind)}`, { count }),
}
