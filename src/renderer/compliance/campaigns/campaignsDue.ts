import { CampaignWait } from '#contract/campaigns'
import type { DueSource } from '../../reminders/sources'

/** Campaigns of the person at the keyboard that are late, due soon, or can go on. */
export const campaignsDue: DueSource = {
  call: 'compliance.campaignsDue',
  ask: (workspace, state) => workspace.compliance.campaignsDue({ state }),
  say: (t, kind, count) => t(`compliance.campaign.dueToday.${CampaignWait.parse(kind)}`, { count }),
}
