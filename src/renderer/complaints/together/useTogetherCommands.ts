import type { AnswerId } from '#contract/complaintAnswers'
import type { ComplaintId } from '#contract/complaintFields'
import type { TogetherId } from '#contract/complaintGroupAnswers'
import type { Instant, Language } from '#contract/values'
import { usePreview } from '../../print/preview/previewStore'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useCommand } from '../../workspace/useCommand'
import { basedOn, idsOf, type GroupedAnswer } from './togetherView'

interface Beginning {
  readonly id: ComplaintId
  readonly ids: readonly ComplaintId[]
  readonly kind: string | null
  readonly language: Language
  readonly text: string
}

/** What is done about answers to a group, each with its way back. */
export function useTogetherCommands() {
  const { t } = useWords()
  const notices = useNotices()
  const preview = usePreview()
  const beginning = useCommand('complaints', 'beginReplies')
  const writing = useCommand('complaints', 'writeReplies')
  const removing = useCommand('complaints', 'removeReplies')
  const returning = useCommand('complaints', 'bringBackReplies')
  const reviewing = useCommand('complaints', 'reviewReplies')
  const unreviewing = useCommand('complaints', 'unreviewReplies')
  const printing = useCommand('complaints', 'printReplies')
  const sending = useCommand('complaints', 'sendReplies')
  const unsending = useCommand('complaints', 'unsendReplies')
  const say = (key: 'begun' | 'removed' | 'reviewed' | 'sent', count: number): string =>
    t(`complaints.together.${key}`, { count })

  async function begin({ ids, ...rest }: Beginning): Promise<TogetherId | null> {
    const begun = await beginning.run({ ...rest, ids: [...ids] })
    if (!begun.ok) return null
    const { ids: made } = begun.value
    notices.tell(say('begun', made.length), () => void removing.run({ ids: made }))
    return begun.value.id
  }

  async function rewrite(id: TogetherId, text: string): Promise<boolean> {
    const done = await writing.run({ id, text })
    if (!done.ok) return false
    const { written: count, kept } = done.value
    notices.tell(
      kept === 0
        ? t('complaints.together.rewritten', { count })
        : t('complaints.together.rewrittenPartly', { count, kept }),
    )
    return true
  }

  async function remove(answers: readonly GroupedAnswer[]): Promise<void> {
    const ids = idsOf(answers)
    const { ok } = await removing.run({ ids })
    if (ok) notices.tell(say('removed', ids.length), () => void returning.run({ ids }))
  }

  async function review(answers: readonly GroupedAnswer[]): Promise<void> {
    const ids = idsOf(answers)
    const { ok } = await reviewing.run({ answers: basedOn(answers) })
    if (ok) notices.tell(say('reviewed', ids.length), () => void unreviewing.run({ ids }))
  }

  async function print(answers: readonly GroupedAnswer[]): Promise<void> {
    const printed = await printing.run({ ids: idsOf(answers) })
    if (printed.ok) preview.open({ name: 'complaint-letters', input: printed.value, csv: null })
  }

  async function send(
    answers: readonly GroupedAnswer[],
    how: { at: Instant; way: string | null },
  ): Promise<boolean> {
    const ids = idsOf(answers)
    const { ok } = await sending.run({ answers: basedOn(answers), ...how })
    if (ok) notices.tell(say('sent', ids.length), () => void unsending.run({ ids }))
    return ok
  }

  async function unsend(ids: AnswerId[]): Promise<void> {
    const { ok } = await unsending.run({ ids })
    if (ok) notices.tell(t('complaints.together.unsent'))
  }

  return {
    ...{ begin, rewrite, remove, review, print, send, unsend },
    ...{ beginning, writing, printing, sending },
  }
}
