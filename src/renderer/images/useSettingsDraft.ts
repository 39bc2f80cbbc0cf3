import { computed, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { useNotices } from '../shell/notices'

export interface SettingsDraft<T> {
  /** What stands in the form. It is replaced, never changed within. */
  readonly draft: Ref<T>
  readonly isChanged: ComputedRef<boolean>
  /** Writes what is changed and sound, and offers the way back. */
  readonly save: () => Promise<void>
  readonly revert: () => void
}

/** What a form edits of a setting; until a person changes something it follows what is kept. */
export function useSettingsDraft<T extends object>(of: {
  readonly kept: () => T
  readonly same: (one: T, other: T) => boolean
  readonly isSound: (draft: T) => boolean
  readonly write: (value: T) => Promise<{ readonly ok: boolean }>
  /** What is said once it is written. */
  readonly saved: () => string
}): SettingsDraft<T> {
  const notices = useNotices()
  const draft: Ref<T> = shallowRef(of.kept())
  const isChanged = computed(() => !of.same(draft.value, of.kept()))

  watch(of.kept, (now, before) => {
    if (of.same(draft.value, before)) draft.value = now
  })

  async function save(): Promise<void> {
    if (!isChanged.value || !of.isSound(draft.value)) return
    const before = of.kept()
    const { ok } = await of.write(draft.value)
    if (!ok) return
    notices.tell(of.saved(), () => {
      draft.value = before
      void of.write(before)
    })
  }

  function revert(): void {
    draft.value = of.kept()
  }

  return { draft, isChanged, save, revert }
}
