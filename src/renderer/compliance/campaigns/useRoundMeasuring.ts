import type { RoundId } from '#contract/assessmentIds'
import type { CampaignSummary } from '#contract/campaigns'
import type { RoundMeasured } from '#contract/campaignMeasuring'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useJobs } from '../../workspace/jobs'
import { useCommand } from '../../workspace/useCommand'

/** Measures a round anew as a job of the status bar: shown first, then kept, and taken back. */
export function useRoundMeasuring() {
  const { t } = useWords()
  const jobs = useJobs()
  const notices = useNotices()
  const undoing = useCommand('compliance', 'undoMeasureRound')

  /** @returns null where it failed or was stopped; of a failure the person was told */
  async function measure(
    { name }: CampaignSummary,
    id: RoundId,
    isKept: boolean,
  ): Promise<RoundMeasured | null> {
    const title = () => t('compliance.campaign.measureJob', { name })
    const done = await jobs.start('compliance', 'measureRound', { id, keep: isKept }, { title })
    return done.ok ? done.value : null
  }

  function preview(campaign: CampaignSummary, id: RoundId): Promise<RoundMeasured | null> {
    return measure(campaign, id, false)
  }

  /** @returns whether it was kept */
  async function keep(campaign: CampaignSummary, id: RoundId): Promise<boolean> {
    const done = await measure(campaign, id, true)
    if (done === null) return false
    const { assessments: count, changed, answers, undo: measuring } = done
    const undo = measuring === null || changed === 0 ? null : () => void takeBack(id, measuring)
    notices.tell(t('compliance.campaign.measured', { count, changed, answers }), undo)
    return true
  }

  async function takeBack(
    id: RoundId,
    measuring: NonNullable<RoundMeasured['undo']>,
  ): Promise<void> {
    const done = await undoing.run({ id, measuring })
    if (!done.ok) return
    const { assessments: count, left } = done.value
    const said = t('compliance.campaign.measureBack', { count })
    notices.tell(
      left === 0 ? said : `${said} ${t('compliance.campaign.measureLeft', { count: left })}`,
    )
  }

  return { preview, keep }
}
