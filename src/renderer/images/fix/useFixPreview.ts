import { onBeforeUnmount, ref, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import type { Crop, FixChoices, FixOf, FixPreview } from '#contract/imageFix'
import { asError, useWorkspace } from '../../workspace/calls'

export interface Wanted {
  readonly of: FixOf
  readonly crop: Crop | null
  readonly choices: FixChoices
}

/** Pause in moving and typing after which the result is made again. */
const pauseMilliseconds = 150

/**
 * The result of the choices as they are, made again when they change. One is made at a time; of those
 * asked for meanwhile only the last is made. The one before stays in sight until then.
 */
export function useFixPreview(wanted: MaybeRefOrGetter<Wanted | null>) {
  const workspace = useWorkspace()
  const preview = shallowRef<FixPreview | null>(null)
  const address = ref<string | null>(null)
  const failure = shallowRef<Error | null>(null)
  /** What is shown does not belong to the choices yet. */
  const isStale = ref(true)
  let next: Wanted | null = null
  let working = false
  let gone = false
  let timer: ReturnType<typeof setTimeout> | undefined

  watch(
    () => JSON.stringify(toValue(wanted)),
    () => {
      isStale.value = true
      next = toValue(wanted)
      clearTimeout(timer)
      timer = setTimeout(() => void work(), preview.value ? pauseMilliseconds : 0)
    },
    { immediate: true },
  )

  async function work(): Promise<void> {
    if (working) return
    working = true
    while (next !== null && !gone) {
      const asked: Wanted = next
      next = null
      try {
        const made = await workspace.images.fixPreview(asked)
        if (isLast()) show(made, null)
      } catch (thrown) {
        if (isLast()) show(null, asError(thrown))
      }
    }
    working = false
  }

  /** Nothing else was asked for while it was made. */
  function isLast(): boolean {
    return !gone && next === null
  }

  function show(made: FixPreview | null, error: Error | null): void {
    const before = address.value
    preview.value = made
    failure.value = error
    address.value =
      made &&
      URL.createObjectURL(new Blob([new Uint8Array(made.bytes)], { type: `image/${made.format}` }))
    if (before !== null) URL.revokeObjectURL(before)
    isStale.value = false
  }

  onBeforeUnmount(() => {
    gone = true
    clearTimeout(timer)
    if (address.value !== null) URL.revokeObjectURL(address.value)
  })

  return { preview, address, failure, isStale }
}
