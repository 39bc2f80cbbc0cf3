import type { Answer, Sending } from '#contract/complaintAnswers'
import type { ComplaintId } from '#contract/complaintFields'
import type { Language } from '#contract/values'
import { usePreview } from '../../print/preview/previewStore'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { asError } from '../../workspace/calls'
import { useCommand } from '../../workspace/useCommand'
import { useClockWords } from '../clocks/useClockWords'

/** What is done about the answers of a complaint, each with its way back. */
export function useAnswerCommands() {
  const { t } = useWords()
  const notices = useNotices()
  const preview = usePreview()
  const { clockName } = useClockWords()
  const beginning = useCommand('complaints', 'beginAnswer')
  const removing = useCommand('complaints', 'removeAnswer')
  const returning = useCommand('complaints', 'bringBackAnswer')
  const reviewing = useCommand('complaints', 'reviewAnswer')
  const unreviewing = useCommand('complaints', 'unreviewAnswer')
  const taking = useCommand('complaints', 'takeAnswer')
  const printing = useCommand('complaints', 'printAnswer')
  const sending = useCommand('complaints', 'sendAnswer')
  const unsending = useCommand('complaints', 'unsendAnswer')

  async function begin(id: ComplaintId, kind: string | null, language: Language) {
    const begun = await beginning.run({ id, kind, language })
    return begun.ok ? begun.value.id : null
  }

  async function remove({ id }: Answer): Promise<void> {
    const { ok } = await removing.run({ id })
    if (ok) notices.tell(t('complaints.answers.removed'), () => void returning.run({ id }))
  }

  async function review({ id, version }: Answer): Promise<void> {
    const { ok } = await reviewing.run({ id, base: version })
    if (ok) notices.tell(t('complaints.answers.reviewed'), () => void unreviewing.run({ id }))
  }

  async function copy({ id }: Answer): Promise<void> {
    const taken = await taking.run({ id })
    if (!taken.ok) return
    try {
      await navigator.clipboard.writeText(taken.value.text)
      notices.tell(t('complaints.answers.copied'))
    } catch (thrown) {
      notices.fail(asError(thrown))
    }
  }

  async function print({ id }: Answer): Promise<void> {
    const printed = await printing.run({ id })
    if (!printed.ok) return
    preview.open({ name: 'complaint-letter', input: printed.value, csv: null })
  }

  async function send({ id, version }: Answer, how: Sending): Promise<boolean> {
    const sent = await sending.run({ id, base: version, ...how })
    if (!sent.ok) return false
    const clocks = sent.value.met.map((name) => clockName(name).toLocaleLowerCase()).join(', ')
    const text =
      clocks === '' ? t('complaints.answers.sent') : t('complaints.answers.sentMet', { clocks })
    notices.tell(text, () => void unsending.run({ id }))
    return true
  }

  async function unsend({ id }: Answer): Promise<void> {
    const { ok } = await unsending.run({ id })
    if (ok) notices.tell(t('complaints.answers.unsent'))
  }

  return {
    ...{ begin, remove, review, copy, print, send, unsend },
    ...{ beginning, reviewing, taking, printing, sending },
  }
}
