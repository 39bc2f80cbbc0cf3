import type { ComplainantChoice, ComplaintFields, Contact } from '#contract/complaintFields'
import type { Complaint } from '#contract/complaints'
import { computed } from 'vue'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useCommand } from '../../workspace/useCommand'
import type { CaseVersion } from './meanwhile/caseRebase'

/** What is done about who complained: nothing, their details corrected, or it was somebody else. */
export type PersonChange =
  | { readonly kind: 'none' }
  | { readonly kind: 'contact'; readonly contact: Contact }
  | { readonly kind: 'other'; readonly choice: ComplainantChoice }

/** Saves the correction of a complaint and of who made it, with one way back for both. */
export function useCaseSave() {
  const { t } = useWords()
  const notices = useNotices()
  const changing = useCommand('complaints', 'change', { failures: 'here' })
  const naming = useCommand('complaints', 'changeComplainant', { failures: 'here' })
  const correcting = useCommand('complaints', 'changeContact', { failures: 'here' })
  const undoing = useCommand('complaints', 'change')
  const unnaming = useCommand('complaints', 'changeComplainant')
  const uncorrecting = useCommand('complaints', 'changeContact')

  /** @param before what the person saw, and goes back to */
  async function save(
    { id, number }: Complaint,
    fields: ComplaintFields | null,
    person: PersonChange,
    before: CaseVersion,
  ): Promise<boolean> {
    let base = before.version
    if (fields !== null) {
      const changed = await changing.run({ id, base, fields })
      if (!changed.ok) return false
      base = changed.value.version
    }
    if (person.kind === 'other') {
      const named = await naming.run({ id, base, complainant: person.choice })
      if (!named.ok) return false
      base = named.value.version
    } else if (person.kind === 'contact') {
      const corrected = await correcting.run({ id, contact: person.contact, was: before.contact })
      if (!corrected.ok) return false
      base = corrected.value.version
    }
    notices.tell(t('complaints.case.saved', { number }), () => void back(base))
    return true

    async function back(last: number): Promise<void> {
      let now = last
      if (person.kind === 'other') {
        const unnamed = await unnaming.run({ id, base: now, complainant: choiceOf(before) })
        if (!unnamed.ok) return
        now = unnamed.value.version
      } else if (person.kind === 'contact' && before.contact !== null) {
        const uncorrected = await uncorrecting.run({
          ...{ id, contact: before.contact, was: person.contact },
        })
        if (!uncorrected.ok) return
        now = uncorrected.value.version
      }
      if (fields !== null) await undoing.run({ id, base: now, fields: before.fields })
    }
  }

  return {
    save,
    failure: computed(
      () => changing.failure.value ?? naming.failure.value ?? correcting.failure.value,
    ),
    isSaving: computed(
      () => changing.running.value || naming.running.value || correcting.running.value,
    ),
  }
}

function choiceOf({ complainantId: id }: CaseVersion): ComplainantChoice {
  return id === null ? { kind: 'anonymous' } : { kind: 'known', id }
}
