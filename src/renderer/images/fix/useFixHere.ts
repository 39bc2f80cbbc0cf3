import { computed, nextTick, type Ref } from 'vue'
import type { CheckedImage } from '#contract/images'
import { usePageActions } from '../../shell/actions'
import { useWords } from '../../words/useWords'
import { useCheckScreen } from '../checkScreen'
import { useFixScreen } from './fixScreen'
import { sourceOfCheck, type Made } from './fixView'
import { useFixButton } from './useFixButton'

/** Making pictures to size from within the list of checked ones, and coming back to it. */
export function useFixHere(
  chosen: Readonly<Ref<readonly CheckedImage[]>>,
  open: Readonly<Ref<CheckedImage | null>>,
  list: Readonly<Ref<{ focusOpen(): void } | null>>,
) {
  const { t } = useWords()
  const checks = useCheckScreen()
  const fix = useFixScreen()
  const fixable = computed(() => chosen.value.flatMap((check) => sourceOfCheck(check) ?? []))
  /** Those that are chosen, or else the one whose details are shown. */
  const inHand = computed(() => {
    const source = open.value && sourceOfCheck(open.value)
    return fixable.value.length > 0 || !source ? fixable.value : [source]
  })
  const button = useFixButton(inHand)

  usePageActions(() => [
    {
      ...{ id: 'fix-images', label: t('images.fix.toSize'), key: 'j' },
      enabled: inHand.value.length > 0 && checks.isList && !fix.isOpen,
      run: button.open,
    },
  ])

  async function leaveFix(made: Made | null): Promise<void> {
    if (made) {
      checks.showBatch(made.batchId)
      if (made.checkId) checks.clearFilter()
      checks.openId = made.checkId ?? checks.openId
    }
    await nextTick()
    list.value?.focusOpen()
  }

  return { fix, fixable, leaveFix }
}
