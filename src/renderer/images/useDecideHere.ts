import { nextTick, type Ref } from 'vue'
import type { CheckedImage } from '#contract/images'
import { useCheckScreen } from './checkScreen'
import { pairKey } from './decideView'
import { awaitsDecision, isUndecided } from './imagesView'

/** Going from the list of checked files to the pairs that a person decides, and coming back. */
export function useDecideHere(
  all: Readonly<Ref<readonly CheckedImage[]>>,
  open: Readonly<Ref<CheckedImage | null>>,
  list: Readonly<Ref<{ focusOpen(): void } | null>>,
) {
  const screen = useCheckScreen()

  function decide(): void {
    const undecided =
      open.value && isUndecided(open.value) ? open.value : all.value.find(isUndecided)
    const repeat = undecided?.repeats.find(awaitsDecision)
    if (undecided && repeat) screen.pair = pairKey(undecided, repeat)
  }

  async function leaveDecide(openId: string | null): Promise<void> {
    screen.pair = null
    if (openId !== null) screen.openId = openId
    await nextTick()
    list.value?.focusOpen()
  }

  return { decide, leaveDecide }
}
