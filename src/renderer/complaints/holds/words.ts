import { inBothLanguages } from '../../words/tree'

/** Texts of legal holds. */
export const holdWords = inBothLanguages(
  {
    holds: {
      title: 'Pegangan undang-undang',
      mark: 'Dipegang',
      markTitle: 'Kes ini tidak boleh dilupuskan selagi pegangan undang-undang berkuat kuasa',
      stands: 'Kes ini disimpan walaupun tempoh simpanannya tamat',
      set: 'Kenakan pegangan',
      keep: 'Kekalkan selepas semakan',
      end: 'Tamatkan pegangan',
      reason: 'Sebab',
      reasonHint: 'Contoh: nombor saman, siasatan atau audit. Sebab ini direkodkan.',
      setBy: 'Dikenakan oleh {name}, {at}',
      reviewBy: 'Semakan: {day}',
      wasSet: 'Pegangan undang-undang dikenakan',
      ended: 'Pegangan undang-undang ditamatkan',
      endedBy: '{reason} – ditamatkan oleh {name}, {at}: {why}',
      none: 'Tiada kes di bawah pegangan undang-undang. Pegangan dikenakan dari dalam kes.',
    },
  },
  {
    holds: {
      title: 'Legal hold',
      mark: 'Held',
      markTitle: 'This case cannot be disposed of while its legal hold stands',
      stands: 'This case is kept even when its retention has ended',
      set: 'Set a hold',
      keep: 'Keep after the review',
      end: 'Lift the hold',
      reason: 'Reason',
      reasonHint: 'For example the number of a suit, an inquiry or an audit. It is recorded.',
      setBy: 'Set by {name}, {at}',
      reviewBy: 'Review: {day}',
      wasSet: 'The legal hold is set',
      ended: 'The legal hold is lifted',
      endedBy: '{reason} – lifted by {name}, {at}: {why}',
      none: 'No case is under a legal hold. Holds are set within a case.',
    },
  },
)
