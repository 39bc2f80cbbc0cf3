import { computed } from 'vue'
import type { Answer, AnswerFields, Assessment } from '#contract/assessments'
import type { AssessmentResult } from '#contract/assessmentSubjects'
import type { Control } from '#contract/frameworks'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useCommand } from '../../workspace/useCommand'
import { fieldsOfAnswer, withResult } from './assessView'

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

  function latest(key: string): Answer | null {
    const read = assessment()?.answers.find((each) => each.key === key) ?? null
    const own = saved.get(key) ?? null
    return own !== null && own.version > (read?.version ?? 0) ? own : read
  }

  /** Changes an answer as it stands when its turn comes. */
  function change(
    { key }: Control,
    to: (before: AnswerFields) => AnswerFields,
  ): Promise<AnswerFields | null> {
    const turn = underWay.then(async () => {
      const current = assessment()
      if (current === null) return null
      const before = latest(key)
      const answer = to(fieldsOfAnswer(before))
      const done = await answering.run({ id: current.id, key, base: before?.version ?? 0, answer })
      if (!done.ok) return null
      saved.set(key, done.value)
      return fieldsOfAnswer(before)
    })
    underWay = turn.catch(() => undefined)
    return turn
  }

  function tell(control: Control, text: string, before: AnswerFields | null): boolean {
    if (before === null) return false
    notices.tell(text, () => void change(control, () => before))
    return true
  }

  /** The result of a control; the progress follows it. */
  async function setResult(control: Control, result: AssessmentResult | null): Promise<boolean> {
    const { clause } = control
    const text =
      result === null
        ? t('compliance.assess.wasCleared', { clause })
        : t('compliance.assess.wasAnswered', {
            ...{ clause, result: t(`compliance.assess.results.${result}`) },
          })
    return tell(control, text, await change(control, (before) => withResult(before, result)))
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
    ...{ setResult, setProgress, setNote },
    isRunning: computed(() => answering.running.value),
  }
}

export type Answering = ReturnType<typeof useAnswering>
