import { computed, ref } from 'vue'
import type { Answer, AnswerFields, Assessment } from '#contract/assessments'
import type { AssessmentResult } from '#contract/assessmentSubjects'
import type { Control } from '#contract/frameworks'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useCommand } from '../../workspace/useCommand'
import { fieldsOfAnswer, needsReason, withResult } from './assessView'

/**
 * Answers controls, one call after the other: a note that is being saved and a result pressed
 * meanwhile are both kept. Each can be undone.
 */
export function useAnswering(assessment: () => Assessment | null) {
  const { t } = useWords()
  const notices = useNotices()
  const answering = useCommand('compliance', 'answerControl')
  /** What this window saved last, which may be newer than what was read. */
  const saved = new Map<string, Answer>()
  let underWay: Promise<unknown> = Promise.resolve()
  /** An answer otherwise than measured, while its reason is asked for. */
  const asking = ref<{ key: string; result: AssessmentResult } | null>(null)

  function latest(key: string): Answer | null {
    const read = assessment()?.answers.find((each) => each.key === key) ?? null
    const own = saved.get(key) ?? null
    return own !== null && own.version > (read?.version ?? 0) ? own : read
  }

  /** Changes an answer as it stands when its turn comes. */
  function change(
    { key }: Control,
    to: (before: AnswerFields) => AnswerFields,
    reason: string | null = '',
  ): Promise<AnswerFields | null> {
    const turn = underWay.then(async () => {
      const current = assessment()
      if (current === null) return null
      const before = latest(key)
      const answer = to(fieldsOfAnswer(before))
      const base = before?.version ?? 0
      const done = await answering.run({ id: current.id, key, base, answer, reason })
      if (!done.ok) return null
      saved.set(key, done.value)
      return fieldsOfAnswer(before)
    })
    underWay = turn.catch(() => undefined)
    return turn
  }

  const measuredOf = (key: string) =>
    assessment()?.measured.find((each) => each.key === key) ?? null

  /** The way back brings the reason of then too. */
  function tell(control: Control, text: string, before: AnswerFields | null, reason = ''): boolean {
    if (before === null) return false
    notices.tell(text, () => void change(control, () => before, reason))
    return true
  }

  /**
   * The result of a control; the progress follows it. One otherwise than measured asks for its reason
   * first (`asking`).
   */
  async function setResult(
    control: Control,
    result: AssessmentResult | null,
    reason = '',
  ): Promise<boolean> {
    const { clause, key } = control
    const measured = measuredOf(key)
    if (result !== null && reason === '') {
      const before = latest(key)?.result ?? null
      asking.value = needsReason(measured, before, result) ? { key, result } : null
      if (asking.value !== null) return false
    }
    const text =
      result === null
        ? t('compliance.assess.wasCleared', { clause })
        : t('compliance.assess.wasAnswered', {
            ...{ clause, result: t(`compliance.assess.results.${result}`) },
          })
    const before = await change(control, (current) => withResult(current, result), reason)
    if (before !== null) asking.value = null
    return tell(control, text, before, measured?.reason)
  }

  /** Answers as measured; a reason that was given is taken back. */
  async function follow(control: Control): Promise<boolean> {
    const measured = measuredOf(control.key)
    const verdict = measured?.measured.verdict ?? 'not-measured'
    if (measured === null || verdict === 'not-measured') return false
    asking.value = null
    const before = await change(control, (current) => withResult(current, verdict), null)
    const text = t('compliance.measuring.wasFollowed', { clause: control.clause })
    // Where nobody had said why, there is nothing that could be brought back with it.
    if (measured.stand === 'disagreed' && measured.reason === '') {
      if (before !== null) notices.tell(text)
      return before !== null
    }
    return tell(control, text, before, measured.reason)
  }

  /** The answer stays as it was. */
  function stopAsking(): void {
    asking.value = null
  }

  /** Why the answer that stands is otherwise than measured. */
  async function setReason(control: Control, reason: string): Promise<boolean> {
    const said = measuredOf(control.key)?.reason ?? ''
    const before = await change(control, (current) => current, reason)
    const text = t('compliance.measuring.reasonSaved', { clause: control.clause })
    if (before !== null && said === '') notices.tell(text)
    return said === '' ? before !== null : tell(control, text, before, said)
  }

  async function setProgress(
    control: Control,
    progress: AnswerFields['progress'],
  ): Promise<boolean> {
    const word = t(`compliance.assess.progresses.${progress}`)
    const text = t('compliance.assess.progressSaved', { clause: control.clause, progress: word })
    return tell(control, text, await change(control, (before) => ({ ...before, progress })))
  }

  async function setNote(control: Control, note: string): Promise<boolean> {
    const text = t('compliance.assess.noteSaved', { clause: control.clause })
    return tell(control, text, await change(control, (before) => ({ ...before, note })))
  }

  return {
    ...{ setResult, setProgress, setNote, follow, setReason, asking, stopAsking },
    isRunning: computed(() => answering.running.value),
  }
}

export type Answering = ReturnType<typeof useAnswering>
