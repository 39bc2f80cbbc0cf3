import type { CampaignId, RoundId } from '#contract/assessmentIds'
import type { CampaignFields, CampaignSummary, NewCampaign, NewRound } from '#contract/campaigns'
import { WorkspaceError } from '#contract/errors'
import type { PlainDate } from '#contract/values'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useJobs } from '../../workspace/jobs'
import { useCommand } from '../../workspace/useCommand'
import { useCampaignScreen } from './campaignScreen'

/** What is done to campaigns; the long work stands in the status bar and can be stopped there. */
export function useCampaignCommands() {
  const { t } = useWords()
  const jobs = useJobs()
  const notices = useNotices()
  const screen = useCampaignScreen()
  const changing = useCommand('compliance', 'changeCampaign', { failures: 'here' })
  const changingDue = useCommand('compliance', 'changeDue', { failures: 'here' })
  const removing = useCommand('compliance', 'removeCampaign')
  const returning = useCommand('compliance', 'bringBackCampaign')

  /** A dialog that waits for a refusal goes once the work is under way; then a notice tells of it. */
  function leaving(begun: () => void) {
    let isGone = false
    return {
      leave: () => {
        if (!isGone) begun()
        isGone = true
      },
      refused: (error: Error, name: string): Error | null => {
        if (error instanceof WorkspaceError && error.reason === 'call.cancelled') {
          notices.tell(t('compliance.campaign.stopped', { name }))
          return null
        }
        if (isGone) notices.fail(error)
        return isGone ? null : error
      },
    }
  }

  /**
   * Starts a campaign. What was filled in stays kept until it is there.
   * @param begun called once the work is under way: whoever waited for a refusal may go
   * @returns why it was refused; null where it was not
   */
  async function start(wanted: NewCampaign, begun: () => void): Promise<Error | null> {
    const { name } = wanted
    const title = () => t('compliance.campaign.job', { name })
    const waiting = leaving(begun)
    const options = { title, onProgress: waiting.leave, failures: 'here' as const }
    const done = await jobs.start('compliance', 'startCampaign', wanted, options)
    if (!done.ok) return waiting.refused(done.error, name)
    screen.draft = null
    const { id, assessments: count } = done.value
    const undo = () => void removing.run({ id })
    notices.tell(t('compliance.campaign.started', { name, count }), undo)
    if (screen.open === null) screen.show(id)
    return null
  }

  /** Starts a further round of a campaign. */
  async function startRound(
    { name, round: { number } }: CampaignSummary,
    wanted: NewRound,
    begun: () => void,
  ): Promise<Error | null> {
    const title = () => t('compliance.campaign.roundJob', { name })
    const waiting = leaving(begun)
    const options = { title, onProgress: waiting.leave, failures: 'here' as const }
    const done = await jobs.start('compliance', 'startRound', wanted, options)
    if (!done.ok) return waiting.refused(done.error, name)
    screen.round = null
    notices.tell(t('compliance.campaign.roundStarted', { name, number: number + 1 }))
    return null
  }

  /** Its name, recurrence, who is responsible, and the day on which a round is due. */
  async function change(
    before: CampaignSummary,
    fields: CampaignFields,
    due: { readonly id: RoundId; readonly before: PlainDate; readonly day: PlainDate },
  ): Promise<boolean> {
    const { id, name, recurrence, responsibleId } = before
    if (!(await save(id, fields, due.id, due.day))) return false
    const undo = () => void save(id, { name, recurrence, responsibleId }, due.id, due.before)
    notices.tell(t('compliance.campaign.changed', { name: fields.name }), undo)
    return true
  }

  async function save(
    id: CampaignId,
    fields: CampaignFields,
    roundId: RoundId,
    due: PlainDate,
  ): Promise<boolean> {
    // The day first: it may be refused.
    const { ok } = await changingDue.run({ id: roundId, due })
    return ok && (await changing.run({ id, fields })).ok
  }

  async function remove({ id, name }: CampaignSummary): Promise<boolean> {
    const { ok } = await removing.run({ id })
    const undo = () => void returning.run({ id })
    if (ok) notices.tell(t('compliance.campaign.removed', { name }), undo)
    return ok
  }

  async function bringBack({ id, name }: CampaignSummary): Promise<boolean> {
    const { ok } = await returning.run({ id })
    const undo = () => void removing.run({ id })
    if (ok) notices.tell(t('compliance.campaign.broughtBack', { name }), undo)
    return ok
  }

  return {
    ...{ start, startRound, change, remove, bringBack },
    ...{ changing, changingDue },
  }
}
