import type { Forwarding, ForwardingOutcome, Reminder } from '#contract/complaintForwarding'
import type { ComplaintRow } from '#contract/complaints'
import type { Language } from '#contract/values'
import { usePreview } from '../../print/preview/previewStore'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { asError } from '../../workspace/calls'
import { useCommand } from '../../workspace/useCommand'
import { useClockWords } from '../clocks/useClockWords'
import { useComplaintWords } from '../useComplaintWords'
import { useAgencies } from './useAgencies'

/** What has to be known of a complaint that goes to another. */
export type Forwardable = Pick<ComplaintRow, 'id' | 'number' | 'kind'>

/** What is done about forwarding, each with its way back where there is one. */
export function useForwardingCommands() {
  const { t } = useWords()
  const notices = useNotices()
  const preview = usePreview()
  const { agencyName } = useAgencies()
  const { dueWords } = useClockWords()
  const { named } = useComplaintWords()
  const forwarding = useCommand('complaints', 'forward')
  const unforwarding = useCommand('complaints', 'unforward')
  const reminding = useCommand('complaints', 'remindAgency')
  const recording = useCommand('complaints', 'recordOutcome')
  const takingBack = useCommand('complaints', 'takeBackOutcome')
  const taking = useCommand('complaints', 'takeForwarding')
  const printing = useCommand('complaints', 'printForwarding')
  const takingReminder = useCommand('complaints', 'takeReminder')
  const printingReminder = useCommand('complaints', 'printReminder')

  /** One complaint or many, each with a letter of its own. */
  async function forward(
    rows: readonly Forwardable[],
    letter: { agency: string; outside: boolean; language: Language; text: string },
  ): Promise<boolean> {
    const sent = await forwarding.run({ ids: rows.map(({ id }) => id), ...letter })
    if (!sent.ok) return false
    const ids = sent.value.map(({ id }) => id)
    notices.tell(
      t('complaints.forwarding.done', { which: named(rows), agency: agencyName(letter.agency) }),
      () => void unforwarding.run({ ids }),
    )
    return true
  }

  /** @param text empty: by word of mouth */
  async function remind(
    { id, agency }: Forwarding,
    language: Language,
    text: string,
  ): Promise<boolean> {
    const done = await reminding.run({ id, language, text })
    if (!done.ok) return false
    const due = dueWords(done.value.dueAt)
    notices.tell(t('complaints.forwarding.reminded', { agency: agencyName(agency), due }))
    return true
  }

  async function record(
    { id }: Forwarding,
    outcome: ForwardingOutcome,
    note: string,
  ): Promise<boolean> {
    const { ok } = await recording.run({ id, outcome, note })
    if (ok) {
      notices.tell(t('complaints.forwarding.recorded'), () => void takingBack.run({ id }))
    }
    return ok
  }

  async function takeBack({ id }: Forwarding): Promise<void> {
    const { ok } = await takingBack.run({ id })
    if (ok) notices.tell(t('complaints.forwarding.takenBack'))
  }

  /** What was taken is in the clipboard; that it was taken is recorded already. */
  async function toClipboard(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text)
      notices.tell(t('complaints.forwarding.copied'))
    } catch (thrown) {
      notices.fail(asError(thrown))
    }
  }

  async function copy({ id }: Forwarding): Promise<void> {
    const taken = await taking.run({ id })
    if (taken.ok) await toClipboard(taken.value.text)
  }

  async function copyReminder({ id }: Reminder): Promise<void> {
    const taken = await takingReminder.run({ id })
    if (taken.ok) await toClipboard(taken.value.text)
  }

  async function print({ id }: Forwarding): Promise<void> {
    const printed = await printing.run({ id })
    if (printed.ok) preview.open({ name: 'complaint-letter', input: printed.value, csv: null })
  }

  async function printReminder({ id }: Reminder): Promise<void> {
    const printed = await printingReminder.run({ id })
    if (printed.ok) preview.open({ name: 'complaint-letter', input: printed.value, csv: null })
  }

  return {
    ...{ forward, remind, record, takeBack, copy, print, copyReminder, printReminder },
    ...{ forwarding, recording, reminding },
  }
}
