import type { Ladder, RungMark } from '#contract/complaintLadder'
import { useWords } from '../../words/useWords'
import type { Flag } from '../register/filterView'
import { isSoundNumber, ladderNumbers, type LadderNumber } from './ladderView'

/** What a ladder says, on the screen and on paper. */
export function useLadderWords() {
  const { t, format } = useWords()

  /** `75%` */
  function shareWords(share: number): string {
    return format.value.percent(share / 100)
  }

  /** `pelulus`, in the middle of a sentence. */
  function roleWords({ rungs }: Ladder, rung: RungMark): string {
    return t(`people.roles.${rungs[rung].role}`).toLocaleLowerCase()
  }

  /** A choice of the register, with what the ladder makes of it. */
  function flagWords(ladder: Ladder, flag: Flag): string {
    const { 'used-75': second, 'used-90': third } = ladder.shares
    return t(`complaints.filter.${flag}`, {
      share: shareWords(flag === 'used75' ? second : third),
      role: roleWords(ladder, flag === 'toApprover' ? 'approver' : 'head'),
    })
  }

  /** What is wrong with a number as it is typed, or nothing. */
  function numberFault(kind: LadderNumber, value: number): string | null {
    return isSoundNumber(kind, value) ? null : t('complaints.ladder.between', ladderNumbers[kind])
  }

  return { shareWords, roleWords, flagWords, numberFault }
}
