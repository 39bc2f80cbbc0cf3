import { computed, nextTick, type Ref } from 'vue'
import type { PossibleRepeat } from '#contract/complaintRepeats'
import { questionFrom, type Tie } from '../repeats/repeatView'
import type { useIntake } from './useIntake'

/** What the new complaint is the same as, and what it is not; either way somebody goes on typing. */
export function useIntakeTies(
  intake: Pick<ReturnType<typeof useIntake>, 'form' | 'editTies'>,
  root: Readonly<Ref<HTMLElement | null>>,
) {
  const asked = computed(() => {
    const { complaint, person, files } = intake.form.value
    return questionFrom(complaint, person, files)
  })

  function focusWhat(): void {
    root.value?.querySelector<HTMLElement>('.what textarea')?.focus()
  }

  async function tie(chosen: Tie | null): Promise<void> {
    intake.editTies({ tie: chosen })
    await nextTick()
    focusWhat()
  }

  async function tellApart({ row }: PossibleRepeat): Promise<void> {
    intake.editTies({ apart: [...intake.form.value.apart, row.id] })
    await nextTick()
    focusWhat()
  }

  return { asked, tie, tellApart, focusWhat }
}
