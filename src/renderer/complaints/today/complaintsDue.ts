import { z } from 'zod'
import type { DueSource } from '../../reminders/sources'

const Kind = z.enum([
  ...(['rung-administrator', 'rung-approver', 'rung-head'] as const),
  ...(['late', 'today', 'next-day', 'decisions-late', 'decisions-today'] as const),
  ...(['flag-approvals', 'flag-reviews'] as const),
])

/** What complaints ask today of whoever may see them. */
export const complaintsDue: DueSource = {
  call: 'complaints.dueToday',
  ask: (workspace, state) => workspace.complaints.dueToday({ state }),
  say: (t, kind, count) => t(`complaints.today.due.${Kind.parse(kind)}`, { count }),
}
