import {
  CalendarClock,
  ClipboardCheck,
  ClockAlert,
  Hourglass,
  ListPlus,
  SearchCheck,
} from '@lucide/vue'
import type { FollowWait } from '#contract/assessmentFollowUps'
import type { Look } from '../assess/looks'

/** What a finding waits for, by sign and colour; the word stands beside it. */
export const waitLooks: Readonly<Record<FollowWait, Look>> = {
  late: { icon: ClockAlert, tone: 'danger' },
  soon: { icon: CalendarClock, tone: 'warning' },
  verify: { icon: SearchCheck, tone: 'info' },
  settle: { icon: ClipboardCheck, tone: 'success' },
  unplanned: { icon: ListPlus, tone: 'warning' },
  going: { icon: Hourglass, tone: 'neutral' },
}
