import { ArrowDown, ArrowUp, CircleMinus, CirclePlus, Equal, Hourglass, Shuffle } from '@lucide/vue'
import type { HistoryChange } from '#contract/assessmentHistory'
import type { Look } from '../looks'

/** What became of a control, by sign and colour; the word stands beside it. */
export const changeLooks: Readonly<Record<HistoryChange, Look>> = {
  better: { icon: ArrowUp, tone: 'success' },
  worse: { icon: ArrowDown, tone: 'danger' },
  same: { icon: Equal, tone: 'neutral' },
  applies: { icon: Shuffle, tone: 'info' },
  answered: { icon: CirclePlus, tone: 'info' },
  unanswered: { icon: Hourglass, tone: 'neutral' },
  new: { icon: CirclePlus, tone: 'info' },
  gone: { icon: CircleMinus, tone: 'neutral' },
}
