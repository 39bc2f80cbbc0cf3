import { z } from 'zod'
import type { DueSource } from '../../reminders/sources'

const Kind = z.enum(['late', 'today', 'next-day', 'flag-approvals', 'flag-reviews'])

/** What complaints ask today of whoever may see them. */
export const complaintsDue: DueSource = {
  call: 'complaints.dueToday',
  ask: (workspace, state) => workspace.complaints.dueToday({ state }),
  say: (t, kind, count) => t(`complaints.today.due.${Kind.parse(kind)}`, { count }),
}
