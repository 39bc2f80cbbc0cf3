import { computed, onBeforeUnmount, toValue, type MaybeRefOrGetter } from 'vue'
import type { PhotoEvent } from '#contract/imageEvents'
import type { CheckedImage } from '#contract/images'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useCommand } from '../../workspace/useCommand'
import { useEventScreen } from './eventScreen'
import { canSave, choiceOf, groupsOf, pickedOf, saveState, type EventGroup } from './eventsView'

/** The events of a batch, what is picked of each, and saving it. */
export function useEvents(
  events: MaybeRefOrGetter<readonly PhotoEvent[]>,
  checks: MaybeRefOrGetter<readonly CheckedImage[]>,
) {
  const { t } = useWords()
  const notices = useNotices()
  const screen = useEventScreen()
  const pickBest = useCommand('images', 'pickBest')
  const unpick = useCommand('images', 'unpick')

  const groups = computed(() => groupsOf(toValue(events), toValue(checks)))
  const photos = computed(() => groups.value.flatMap((group) => group.photos))
  const picked = computed(
    () => new Map(groups.value.map((group) => [group.key, pickedOf(group, screen.picks)])),
  )
  const place = computed(() =>
    Math.max(
      0,
      photos.value.findIndex(({ id }) => id === screen.at),
    ),
  )
  const photo = computed(() => photos.value[place.value] ?? null)
  /** The group of the photo that has the focus. */
  const group = computed(
    () => groups.value.find((one) => one.photos.some(({ id }) => id === photo.value?.id)) ?? null,
  )

  function pickedIn({ key }: EventGroup): ReadonlySet<CheckedImage['id']> {
    return picked.value.get(key) ?? new Set()
  }

  function toggle({ id }: CheckedImage): void {
    const isPicked = [...picked.value.values()].some((ids) => ids.has(id))
    screen.picks.set(id, !isPicked)
  }

  /** Notes which are picked, and offers to put the checklists back as they were. */
  async function save(of: EventGroup): Promise<void> {
    const chosen = pickedIn(of)
    if (pickBest.running.value || !canSave(of, chosen)) return
    const choice = choiceOf(of, chosen)
    const outcome = await pickBest.run(choice)
    if (!outcome.ok) return
    const ids = of.photos.map(({ id }) => id)
    const counts = { count: choice.best.length, left: choice.others.length }
    notices.tell(t('images.events.saved', counts), () => void unpick.run({ ids }))
  }

  /** Puts the checklists back as they were before the latest choice of this event. */
  async function takeBack(of: EventGroup): Promise<void> {
    if (unpick.running.value) return
    await unpick.run({ ids: of.photos.map(({ id }) => id) })
  }

  // A choice that is not saved yet is there again when the person comes back.
  onBeforeUnmount(() => {
    const done = groups.value.filter((one) => saveState(one, pickedIn(one)) !== 'ready')
    for (const { id } of done.flatMap((one) => one.photos)) screen.picks.delete(id)
  })

  return {
    ...{ groups, photos, place, photo, group, pickedIn, toggle, save, takeBack },
    isSaving: pickBest.running,
  }
}
