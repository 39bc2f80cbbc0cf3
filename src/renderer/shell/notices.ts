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
  /** Where more is said of it, where there is such a place. */
  readonly way: NoticeWay | null
}

/** A way from a notice to what it tells of. */
export interface NoticeWay {
  readonly label: string
  readonly go: () => void
}

/** Steps that Ctrl+Z goes back. */
const mostUndoable = 10

/** Short messages at the edge of the window. */
export const useNotices = defineStore('notices', () => {
  const announcer = useAnnouncer()
  const failures = ref<FailureNotice[]>([])
  const done = shallowRef<DoneNotice | null>(null)
  /** What can still be taken back, the newest last; also after its notice has gone. */
  const undoable = shallowRef<readonly DoneNotice[]>([])
  let lastId = 0

  function fail(error: Error): void {
    const same = failures.value.find((notice) => notice.error.message === error.message)
    if (same) dismiss(same.id)
    failures.value = [...failures.value, { id: (lastId += 1), error }].slice(-3)
  }

  /** Says what was done; `undo` is offered for eight seconds, and to Ctrl+Z for longer. */
  function tell(text: string, undo: (() => void) | null = null): void {
    done.value = { id: (lastId += 1), text, undo, way: null }
    if (undo !== null) undoable.value = [...undoable.value, done.value].slice(-mostUndoable)
    announcer.say(text)
  }

  /** Adds what became known since a notice was told; nothing where another took its place. */
  function append(id: number, more: string, way: NoticeWay | null = null): void {
    if (done.value?.id !== id) return
    const text = [done.value.text.replace(/[.!]$/u, ''), more].join('. ')
    done.value = { ...done.value, text, way }
    announcer.say(more)
  }

  /** Takes back what a notice told of, once; the newest of them where none is named. */
  function takeBack(id = undoable.value.at(-1)?.id): DoneNotice | null {
    const notice = undoable.value.find((each) => each.id === id)
    if (notice === undefined) return null
    undoable.value = undoable.value.filter((each) => each.id !== id)
    dismiss(notice.id)
    notice.undo?.()
    return notice
  }

  /** Whoever sits down does not take back what another did. */
  function forgetUndoable(): void {
    undoable.value = []
    if (done.value?.undo) done.value = null
  }

  function dismiss(id: number): void {
    failures.value = failures.value.filter((notice) => notice.id !== id)
    if (done.value?.id === id) done.value = null
  }

  /** Messages may name people; none outlives the open workspace. */
  function clear(): void {
    failures.value = []
    undoable.value = []
    done.value = null
  }

  return {
    ...{ failures, done, undoable, fail, tell, append, takeBack, forgetUndoable, dismiss, clear },
  }
})
