import type { DueToday } from '#contract/reminders'
import type { StateCode } from '#contract/states'
import { breachesDue } from '../complaints/breaches/breachesDue'
import { complaintsDue } from '../complaints/today/complaintsDue'
import { campaignsDue } from '../compliance/campaigns/campaignsDue'
import { reviewsDue } from '../compliance/assess/reviewsDue'
import { followUpsDue } from '../compliance/follow/followUpsDue'
import { postsDue } from '../posts/today/postsDue'
import type { useWords } from '../words/useWords'
import type { useWorkspace } from '../workspace/calls'
import type { CallName } from '../workspace/may'

/** A slice that has things due: what it asks the workspace, and how it says the counts. */
export interface DueSource {
  /** Who may not call it has nothing due of it. */
  readonly call: CallName
  ask(workspace: ReturnType<typeof useWorkspace>, state: StateCode): Promise<DueToday>
  /** `3 hantaran perlu diterbitkan hari ini`; never a name or a title. */
  say(t: ReturnType<typeof useWords>['t'], kind: string, count: number): string
}

/** Every slice that has things due, in the order in which they are said. */
export const dueSources: readonly DueSource[] = [
  ...[breachesDue, complaintsDue, postsDue],
  ...[followUpsDue, reviewsDue, campaignsDue],
]
