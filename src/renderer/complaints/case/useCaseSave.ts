import type { ComplainantChoice, ComplaintFields, Contact } from '#contract/complaintFields'
import type { Complaint } from '#contract/complaints'
import { computed } from 'vue'
import { useNotices } from '../../shell/notices'
import { useWords } from '../../words/useWords'
import { useCommand } from '../../workspace/useCommand'

/** What is done about who complained: nothing, their details corrected, or it was somebody else. */
export type PersonChange =
  | { readonly kind: 'none' }
  | { readonly kind: 'contact'; readonly contact: Contact }
  | { readonly kind: 'other'; readonly choice: ComplainantChoice }

/** What a complaint was before, to go back to. */
export interface Before {
  readonly fields: ComplaintFields
  readonly contact: Contact | null
  readonly choice: ComplainantChoice
}

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

  /** @param from the version the person saw */
  async function save(
    { id, number }: Complaint,
    from: number,
    fields: ComplaintFields | null,
    person: PersonChange,
    before: Before,
  ): Promise<boolean> {
    let base = from
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
      const corrected = await correcting.run({ id, contact: person.contact })
      if (!corrected.ok) return false
      base = corrected.value.version
    }
    notices.tell(t('complaints.case.saved', { number }), () => void back(base))
    return true

    async function back(last: number): Promise<void> {
      let now = last
      if (person.kind === 'other') {
        const unnamed = await unnaming.run({ id, base: now, complainant: before.choice })
        if (!unnamed.ok) return
        now = unnamed.value.version
      } else if (person.kind === 'contact' && before.contact !== null) {
        const uncorrected = await uncorrecting.run({ id, contact: before.contact })
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
