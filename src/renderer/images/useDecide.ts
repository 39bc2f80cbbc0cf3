import { computed, type MaybeRefOrGetter, toValue } from 'vue'
import type { CheckedImage } from '#contract/images'
import { useNotices } from '../shell/notices'
import { useWords } from '../words/useWords'
import { useCommand } from '../workspace/useCommand'
import { useCheckScreen } from './checkScreen'
import {
  groupPairs,
  isPending,
  namesOf,
  nextPending,
  pairBeside,
  pairsToDecide,
  servedBy,
  type Pair,
} from './decideView'

export type Outcome = 'repeat' | 'different'

/** The pairs of a batch, the shown one, and a person's word on it and its group. */
export function useDecide(checks: MaybeRefOrGetter<readonly CheckedImage[]>) {
  const { t } = useWords()
  const screen = useCheckScreen()
  const notices = useNotices()
  const decision = useCommand('images', 'decideRepeat')
  const undo = useCommand('images', 'undecideRepeat')

  const pairs = computed(() => pairsToDecide(toValue(checks), screen.pair))
  const pair = computed(
    () => pairs.value.find((one) => one.key === screen.pair) ?? pairs.value[0] ?? null,
  )
  const group = computed(
    () => groupPairs(pairs.value).find((one) => one.some((p) => p.key === pair.value?.key)) ?? [],
  )
  const served = computed(() =>
    pair.value ? servedBy(group.value, pair.value, screen.wholeGroup) : [],
  )
  const place = computed(() => pairs.value.findIndex((one) => one.key === pair.value?.key) + 1)
  const pendingCount = computed(() => pairs.value.filter(isPending).length)

  function show(next: Pair | null): void {
    if (next) screen.pair = next.key
  }

  function step(by: 1 | -1): void {
    if (pair.value) show(pairBeside(pairs.value, pair.value.key, by))
  }

  /** Says the word, leads to the next undecided pair, and offers to take the word back. */
  async function decide(outcome: Outcome, reason: string): Promise<void> {
    const shown = pair.value
    if (!shown || decision.running.value) return
    const about = served.value
    const names = namesOf(about)
    const next = nextPending(pairs.value, shown.key, new Set(about.map((one) => one.key)))
    const done = await decision.run({ pairs: names, outcome, reason })
    if (!done.ok) return
    const count = names.length
    const told =
      outcome === 'repeat'
        ? t('images.decide.doneRepeat', { count })
        : t('images.decide.doneDifferent', { count })
    notices.tell(told, () => {
      screen.pair = shown.key
      void undo.run({ pairs: names })
    })
    show(next)
  }

  async function takeBack(): Promise<void> {
    const shown = pair.value
    if (!shown?.repeat.decision) return
    const done = await undo.run({ pairs: namesOf([shown]) })
    if (done.ok) notices.tell(t('images.decide.takenBack'))
  }

  return {
    ...{ pairs, pair, group, served, place, pendingCount },
    ...{ show, step, decide, takeBack },
    deciding: decision.running,
  }
}
