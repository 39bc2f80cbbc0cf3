import type { HandoverCase } from '#contract/complaintPapers'
import { useWords } from '../../../words/useWords'
import { useStandardAnswers } from '../../answers/useStandardAnswers'
import { useClockWords } from '../../clocks/useClockWords'
import { useAgencies } from '../../forwarding/useAgencies'

/** What an open case waits for, a line each: a pause, answers that have not left, other agencies. */
export function useWaitLines(): (waiting: HandoverCase) => string[] {
  const { t, format } = useWords()
  const { agencyName } = useAgencies()
  const { nameOfKind } = useStandardAnswers()
  const { dueWords } = useClockWords()

  return ({ pause, answers, forwardings }: HandoverCase) => {
    return [
      ...(pause === null
        ? []
        : [
            t('complaints.papers.pausedSince', {
              ...{ day: format.value.day(pause.from), reason: pause.reason },
              expected: pause.expected === null ? '–' : format.value.day(pause.expected),
            }),
          ]),
      ...answers.map(({ kind, status, writtenByName }) =>
        t('complaints.papers.answerWaits', {
          ...{ kind: nameOfKind(kind), name: writtenByName },
          status: t(`complaints.answers.status.${status}`).toLocaleLowerCase(),
        }),
      ),
      ...forwardings.map(({ agency, at, dueAt }) =>
        t('complaints.papers.agencyWaits', {
          ...{ agency: agencyName(agency), day: format.value.day(at), due: dueWords(dueAt) },
        }),
      ),
    ]
  }
}
