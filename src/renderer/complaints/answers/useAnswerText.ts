import { computed, ref, watch, type Ref } from 'vue'
import type { Answer } from '#contract/complaintAnswers'
import { WorkspaceError } from '#contract/errors'
import { useRested } from '../../ui/useRested'
import { useCommand } from '../../workspace/useCommand'
import { useQuery } from '../../workspace/useQuery'

/**
 * The text of an answer while it is written: kept by itself when the typing rests, upon the version
 * that was seen. Where somebody else wrote meanwhile nothing is lost: both stand side by side.
 */
export function useAnswerText(answer: () => Answer) {
  const saved = useQuery('complaints', 'answerText', () => ({ id: answer().id }))
  const writing = useCommand('complaints', 'writeAnswer', { failures: 'here' })
  const text = ref('')
  /** The version on which the text rests. */
  const base = ref(0)
  const theirs: Ref<string | null> = ref(null)
  const rested = useRested(text)
  const isOpen = computed(() => base.value > 0)

  // What is saved is taken in once, and again only where nothing of its own is typed.
  let known = ''
  watch(
    [() => saved.data.value?.text, () => answer().version],
    ([stored, version]) => {
      if (stored === undefined || writing.running.value) return
      if (base.value === 0 || (text.value === known && theirs.value === null))
        adopt(stored, version)
    },
    { immediate: true },
  )

  function adopt(stored: string, version: number): void {
    text.value = stored
    known = stored
    base.value = version
    theirs.value = null
  }

  async function keep(): Promise<void> {
    if (!isOpen.value || theirs.value !== null || text.value === known) return
    const wanted = text.value
    const written = await writing.run({ id: answer().id, base: base.value, text: wanted })
    if (written.ok) {
      known = wanted
      base.value = written.value.version
      // What was typed while it was written follows it.
      if (text.value !== wanted) await keep()
    } else if (
      written.error instanceof WorkspaceError &&
      written.error.reason === 'complaints.changed-meanwhile'
    ) {
      const now = await saved.refetch()
      theirs.value = now.data?.text ?? ''
    }
  }

  watch(rested, () => void keep())

  /** The own text goes upon theirs, which stays in nobody's hands but the audit's count. */
  async function keepMine(): Promise<void> {
    base.value = answer().version
    theirs.value = null
    known = ''
    await keep()
  }

  function takeTheirs(): void {
    if (theirs.value !== null) adopt(theirs.value, answer().version)
  }

  return {
    ...{ text, rested, theirs, isOpen, keep, keepMine, takeTheirs },
    isSaving: writing.running,
    failure: computed(() => (theirs.value === null ? writing.failure.value : null)),
  }
}
