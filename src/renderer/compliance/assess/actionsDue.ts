import { z } from 'zod'
import type { DueSource } from '../../reminders/sources'

const Kind = z.enum(['late', 'today'])

/** Corrective actions of the person at the keyboard that are late or due today. */
export const actionsDue: DueSource = {
  call: 'compliance.actionsDue',
  ask: (workspace, state) => workspace.compliance.actionsDue({ state }),
  say: (t, kind, count) => t(`compliance.assess.due.${Kind.parse(kind)}`, { count }),
}
