import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { useAnnouncer } from './announcer'

/** Something that went wrong, waiting to be read. */
export interface FailureNotice {
  readonly id: number
  readonly error: Error
}

/** Something that was done and can, for a while, be undone. */
export interface DoneNotice {
  readonly id: number
  readonly text: string
  readonly undo: (() => void) | null
}

/** Short messages at the edge of the window. */
export const useNotices = defineStore('notices', () => {
  const announcer = useAnnouncer()
  const failures = ref<FailureNotice[]>([])
  const done = shallowRef<DoneNotice | null>(null)
  let lastId = 0

  function fail(error: Error): void {
    const same = failures.value.find((notice) => notice.error.message === error.message)
    if (same) dismiss(same.id)
    failures.value = [...failures.value, { id: (lastId += 1), error }].slice(-3)
  }

  /** Says what was done; `undo` is offered for eight seconds. */
  function tell(text: string, undo: (() => void) | null = null): void {
    done.value = { id: (lastId += 1), text, undo }
    announcer.say(text)
  }

  function dismiss(id: number): void {
    failures.value = failures.value.filter((notice) => notice.id !== id)
    if (done.value?.id === id) done.value = null
  }

  /** Messages may name people; none outlives the open workspace. */
  function clear(): void {
    failures.value = []
    done.value = null
  }

  return { failures, done, fail, tell, dismiss, clear }
})
