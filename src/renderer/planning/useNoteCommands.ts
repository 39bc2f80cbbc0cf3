import { computed, type Ref } from 'vue'
import type { CalendarNote, NoteFields } from '#contract/planning'
import { useNotices } from '../shell/notices'
import { useSayError } from '../words/sayError'
import { useWords } from '../words/useWords'
import { useCommand } from '../workspace/useCommand'

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
  const adding = useCommand('planning', 'addNote', { failures: 'here' })
  const changing = useCommand('planning', 'changeNote', { failures: 'here' })
  const removing = useCommand('planning', 'removeNote')
  const restoring = useCommand('planning', 'restoreNote')
  const undoing = useCommand('planning', 'changeNote')
  const failure = computed(() => adding.failure.value ?? changing.failure.value)

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
    } else {
      notices.tell(t('planning.notes.added', { name }), () => void removing.run({ id }))
    }
    return saved.value
  }

  async function remove({ id, title: name }: CalendarNote): Promise<void> {
    const { ok } = await removing.run({ id })
    if (ok) {
      notices.tell(t('planning.notes.removed', { name }), () => void restoring.run({ id }))
    }
  }

  return {
    save,
    remove,
    saving: computed(() => adding.running.value || changing.running.value),
    failureText: computed(() => (failure.value ? say(failure.value).sentence : '')),
  }
}
