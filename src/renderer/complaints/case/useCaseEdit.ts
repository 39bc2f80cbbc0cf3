import { computed, ref, watch } from 'vue'
import type { Complaint } from '#contract/complaints'
import { WorkspaceError, type Reason } from '#contract/errors'
import { useSayError } from '../../words/sayError'
import { formOf, readForm, withChange, type ComplaintForm } from '../fields/complaintForm'
import { useFieldLists } from '../fields/useFieldLists'
import { useCaseForm } from '../keptForms'
import { personChange, shownOf } from './caseEditView'
import { typingOf, type CaseVersion } from './meanwhile/caseRebase'
import { useCaseMeanwhile } from './meanwhile/useCaseMeanwhile'
import { useCaseSave } from './useCaseSave'

/**
 * A complaint while it is corrected: typing, what others save meanwhile, and saving.
 * @param start the version that was opened, with nothing covered
 */
export function useCaseEdit(complaint: () => Complaint, start: CaseVersion, saved: () => void) {
  const say = useSayError()
  const saving = useCaseSave()
  const kept = useCaseForm(
    () => complaint().id,
    () => ({ ...typingOf(start), from: start }),
  )
  const form = kept.draft
  const meanwhile = useCaseMeanwhile(complaint, form)
  /** What the typing began from, with nothing covered. */
  const from = computed(() => form.value.from)
  const shown = ref(shownOf(complaint()))
  watch(
    () => from.value.version,
    () => {
      shown.value = shownOf(complaint())
    },
  )
  /** A newer version changed what is typed here, and not only a status or an officer. */
  const isBehind = computed(
    () =>
      kept.isChanged.value &&
      complaint().version > from.value.version &&
      shownOf(complaint()) !== shown.value,
  )
  const fields = computed(() => form.value.complaint)
  const lists = useFieldLists(() => form.value.complaint)
  const reading = computed(() =>
    readForm(form.value.complaint, Date.now(), lists.value, from.value.fields.receivedAt),
  )
  const change = computed(() =>
    personChange(form.value.person, from.value.contact, form.value.isOther),
  )
  const isAboutReference = computed(() => failedBy('complaints.reference-taken'))
  /** That is told field by field, beside them. */
  const isConflict = computed(() => failedBy('complaints.changed-meanwhile'))
  const failureText = computed(() => {
    const failure = saving.failure.value
    return failure && !isConflict.value ? say(failure).sentence : null
  })

  function failedBy(reason: Reason): boolean {
    const failure = saving.failure.value
    return failure instanceof WorkspaceError && failure.reason === reason
  }

  function edit(part: Partial<ComplaintForm>): void {
    form.value = { ...form.value, complaint: withChange(fields.value, part, lists.value) }
  }

  async function save(): Promise<void> {
    if (complaint().version > from.value.version && !(await meanwhile.layOverNewest())) return
    // Saved by somebody else in this very moment: held against that, and tried once more.
    if (!(await send()) && isConflict.value && (await meanwhile.layOverNewest())) await send()
  }

  /** @returns whether it is saved */
  async function send(): Promise<boolean> {
    const { fields: read } = reading.value
    if (read === null || change.value === null) return false
    const isTouched = JSON.stringify(fields.value) !== JSON.stringify(formOf(from.value.fields))
    if (isTouched || change.value.kind !== 'none') {
      const sent = isTouched ? read : null
      if (!(await saving.save(complaint(), sent, change.value, from.value))) return false
    }
    kept.forget()
    saved()
    return true
  }

  return {
    ...{ kept, form, fields, from, lists, edit, reading, change, meanwhile, isBehind, save },
    ...{ isSaving: saving.isSaving, isAboutReference, failureText },
    isSound: computed(() => reading.value.fields !== null && change.value !== null),
  }
}
