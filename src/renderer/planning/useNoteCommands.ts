import { computed, type Ref } from 'vue'
import { useRouter } from 'vue-router'
import type { CalendarNote, NoteFields } from '#contract/planning'
import { todayIn } from '../days/daysView'
import { useNotices } from '../shell/notices'
import { useSayError } from '../words/sayError'
import { useWords } from '../words/useWords'
import { useWorkspace } from '../workspace/calls'
import { useCommand } from '../workspace/useCommand'
import { afterBlackoutAddress, freedUntil } from './planningView'

export interface NoteCommands {
  /** Adds a note or changes the given one; null when it failed, and `failureText` says why. */
  readonly save: (before: CalendarNote | null, fields: NoteFields) => Promise<CalendarNote | null>
  readonly remove: (note: CalendarNote) => Promise<void>
  readonly saving: Readonly<Ref<boolean>>
  readonly failureText: Readonly<Ref<string>>
}

/** What is done to notes, each with the way back. */
export function useNoteCommands(): NoteCommands {
  const { t } = useWords()
  const say = useSayError()
  const notices = useNotices()
  const router = useRouter()
  const workspace = useWorkspace()
  const adding = useCommand('planning', 'addNote', { failures: 'here' })
  const changing = useCommand('planning', 'changeNote', { failures: 'here' })
  const removing = useCommand('planning', 'removeNote')
  const restoring = useCommand('planning', 'restoreNote')
  const undoing = useCommand('planning', 'changeNote')
  const failure = computed(() => adding.failure.value ?? changing.failure.value)

  /** What a blackout held is looked through before it comes out, as after a hold. */
  async function review(before: CalendarNote, after: NoteFields | null): Promise<void> {
    const until = freedUntil(before, after, todayIn(new Date()))
    if (until === null) return
    const noteId = before.id
    const waiting = await workspace.posts.afterBlackout({ noteId, until }).catch(() => null)
    if (waiting?.length !== 0) await router.push(afterBlackoutAddress(noteId, until))
  }

  async function save(
    before: CalendarNote | null,
    fields: NoteFields,
  ): Promise<CalendarNote | null> {
    const saved = await (before ? changing.run({ id: before.id, fields }) : adding.run(fields))
    if (!saved.ok) return null
    const { id, title: name } = saved.value
    if (before) {
      const { id: _, ...kept } = before
      const undo = () => void undoing.run({ id, fields: kept })
      notices.tell(t('planning.notes.changed', { name }), undo)
      void review(before, fields)
    } else {
      notices.tell(t('planning.notes.added', { name }), () => void removing.run({ id }))
    }
    return saved.value
  }

  async function remove(note: CalendarNote): Promise<void> {
    const { id, title: name } = note
    const { ok } = await removing.run({ id })
    if (!ok) return
    notices.tell(t('planning.notes.removed', { name }), () => void restoring.run({ id }))
    await review(note, null)
  }

  return {
    save,
    remove,
    saving: computed(() => adding.running.value || changing.running.value),
    failureText: computed(() => (failure.value ? say(failure.value).sentence : '')),
  }
}
