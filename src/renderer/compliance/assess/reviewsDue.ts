import { z } from 'zod'
import type { DueSource } from '../../reminders/sources'

const Kind = z.enum(['reviewed', 'approved', 'late', 'soon'])

/** Assessments that wait for the word of the person at the keyboard, and the due days of their rounds. */
export const reviewsDue: DueSource = {
  call: 'compliance.reviewsDue',
  ask: (workspace, state) => workspace.compliance.reviewsDue({ state }),
  say: (t, kind, count) => t(`compliance.review.due.${Kind.parse(kind)}`, { count }),
}
