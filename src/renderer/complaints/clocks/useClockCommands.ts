import type { ClockName } from '#contract/clockLimits'
import type { ComplaintClocks } from '#contract/complaintClocks'
import type { ComplaintId } from '#contract/complaintFields'
import type { Instant, PlainDate } from '#contract/values'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useCommand } from '../../workspace/useCommand'

/** Clocks that a person records; closing is a step of its own. */
export type RecordedClock = Exclude<ClockName, 'close'>
export const recordedClocks = ['acknowledge', 'respond', 'progress'] as const

/** What is done about the clocks of one complaint, each with its way back where there is one. */
export function useClockCommands(id: () => ComplaintId) {
  const { t } = useWords()
  const notices = useNotices()
  const meeting = useCommand('complaints', 'meetClock')
  const unmeeting = useCommand('complaints', 'unmeetClock')
  const pausing = useCommand('complaints', 'pause')
  const resuming = useCommand('complaints', 'resumeClocks')
  const choosing = useCommand('complaints', 'chooseClockSet')

  async function meet(clock: RecordedClock, at: Instant, how: string): Promise<boolean> {
    const of = { id: id(), clock }
    const { ok } = await meeting.run({ ...of, at, how })
    if (ok) notices.tell(t(`complaints.clocks.recorded.${clock}`), () => void unmeeting.run(of))
    return ok
  }

  async function unmeet(clock: RecordedClock, at: Instant): Promise<boolean> {
    const of = { id: id(), clock }
    const { ok } = await unmeeting.run(of)
    if (!ok) return false
    const how = t('complaints.clocks.recordedAgain')
    notices.tell(
      t(`complaints.clocks.takenBack.${clock}`),
      () => void meeting.run({ ...of, at, how }),
    )
    return true
  }

  async function pause(reason: string, expected: PlainDate | null): Promise<boolean> {
    const of = { id: id() }
    const { ok } = await pausing.run({ ...of, reason, expected })
    if (ok) notices.tell(t('complaints.clocks.paused'), () => void resuming.run(of))
    return ok
  }

  /** A time that stood still has gone by: there is no way back, only another pause. */
  async function resume(): Promise<void> {
    const { ok } = await resuming.run({ id: id() })
    if (ok) notices.tell(t('complaints.clocks.resumed'))
  }

  /** @param set null: the one that the rules give */
  async function choose(
    set: string | null,
    reason: string,
    before: Pick<ComplaintClocks, 'set' | 'why' | 'reason'>,
  ): Promise<boolean> {
    const of = { id: id() }
    const { ok } = await choosing.run({ ...of, set, reason })
    if (!ok) return false
    const back =
      before.why === 'hand'
        ? { set: before.set, reason: before.reason }
        : { set: null, reason: t('complaints.undoReason') }
    notices.tell(t('complaints.clocks.chosen'), () => void choosing.run({ ...of, ...back }))
    return true
  }

  return { meet, unmeet, pause, resume, choose, meeting, pausing, resuming, choosing }
}
