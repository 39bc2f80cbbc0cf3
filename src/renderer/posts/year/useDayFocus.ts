import { ref, type Ref } from 'vue'
import type { PlainDate } from '#contract/values'
import { usePageActions } from '../../shell/actions'
import { focusWhenDrawn } from '../../ui/focusWhenDrawn'
import { useWords } from '../../words/useWords'
import { explained } from '../explained'

/**
 * The day of a map that has the focus, and the keys between its days.
 * @param stepOf where a key leads from a day; null when it does not move
 */
export function useDayFocus(
  root: Ref<HTMLElement | null>,
  first: PlainDate,
  stepOf: (key: string, day: PlainDate) => PlainDate | null,
  open: (day: PlainDate) => void,
) {
  const { t } = useWords()
  const current = ref<PlainDate>(first)

  function onKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === 'Enter') open(current.value)
    else {
      const to = stepOf(event.key, current.value)
      if (to === null) return
      current.value = to
      void focusWhenDrawn(
        () => root.value?.querySelector<HTMLElement>(`[data-day="${to}"]`) ?? null,
        () => current.value === to,
        {},
      )
    }
    event.preventDefault()
    event.stopPropagation()
  }

  usePageActions(() => [explained('Enter', t('posts.plan.year.openDay'))])
  return { current, onKey }
}
