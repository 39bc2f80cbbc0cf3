import { computed, nextTick, type Ref } from 'vue'
import type { Batch } from '#contract/images'
import { usePageActions } from '../../shell/actions'
import { useWords } from '../../words/useWords'
import { useQuery } from '../../workspace/useQuery'
import { useCheckScreen } from '../checkScreen'
import { useFixScreen } from '../fix/fixScreen'
import { useEventScreen } from './eventScreen'

/** Picking among the photos of one event from within the list of checked ones, and coming back. */
export function useEventsHere(
  batch: Readonly<Ref<Batch | null>>,
  list: Readonly<Ref<{ focusOpen(): void } | null>>,
) {
  const { t } = useWords()
  const screen = useCheckScreen()
  const fix = useFixScreen()
  const view = useEventScreen()
  // While files are still being checked, what belongs together changes with each of them.
  const events = useQuery('images', 'events', () =>
    batch.value && !batch.value.running ? { batchId: batch.value.id } : null,
  )
  const photosOfEvents = computed(() =>
    (events.data.value ?? []).reduce((sum, { checkIds }) => sum + checkIds.length, 0),
  )

  function openEvents(): void {
    view.isLarge = false
    screen.picking = true
  }

  async function leaveEvents(): Promise<void> {
    screen.picking = false
    await nextTick()
    list.value?.focusOpen()
  }

  usePageActions(() => [
    {
      ...{ id: 'pick-of-events', label: t('images.events.openKey'), key: 'm' },
      enabled: photosOfEvents.value > 0 && screen.isList && !fix.isOpen,
      run: openEvents,
    },
  ])

  return { photosOfEvents, openEvents, leaveEvents }
}
