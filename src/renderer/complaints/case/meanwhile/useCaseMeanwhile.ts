import { computed, ref, shallowRef, type WritableComputedRef } from 'vue'
import type { Complaint } from '#contract/complaints'
import { useNotices } from '../../../shell/notices'
import { useWords } from '../../../words/useWords'
import { asError, useWorkspace } from '../../../workspace/calls'
import { useCommand } from '../../../workspace/useCommand'
import type { Revealed } from '../useRevealing'
import {
  rebaseCase,
  type CaseTyping,
  type CaseUnit,
  type CaseVersion,
  type Side,
} from './caseRebase'
import { useUnitWords } from './useUnitWords'

/** A complaint and what it says with nothing covered. */
export function versionOf(
  { version, changedAt, complainant }: Complaint,
  { fields, contact }: Revealed,
): CaseVersion {
  return { version, changedAt, complainantId: complainant?.id ?? null, fields, contact }
}

/** What others saved while a complaint was corrected, and what is taken from whom. */
export function useCaseMeanwhile(
  complaint: () => Complaint,
  form: WritableComputedRef<CaseTyping & { readonly from: CaseVersion }>,
) {
  const { t } = useWords()
  const workspace = useWorkspace()
  const notices = useNotices()
  const { unitName } = useUnitWords()
  const revealing = useCommand('complaints', 'reveal')
  const isReading = ref(false)
  /** What mine is held against; null while nothing is to be chosen. */
  const newest = shallowRef<CaseVersion | null>(null)
  const choices = shallowRef<Readonly<Partial<Record<CaseUnit, Side>>>>({})
  const over = computed(() =>
    newest.value === null
      ? null
      : rebaseCase(form.value, form.value.from, newest.value, choices.value),
  )
  const left = computed(
    () => over.value?.both.filter((unit) => choices.value[unit] === undefined).length ?? 0,
  )

  /** It as it is now; what is covered is uncovered, for the record. Null where that failed. */
  async function read(): Promise<CaseVersion | null> {
    const { id } = complaint()
    isReading.value = true
    try {
      const now = await workspace.complaints.get({ id })
      if (!now.covered && now.complainant === null) {
        return versionOf(now, { contact: null, fields: now.fields })
      }
      const revealed = await revealing.run({ id })
      return revealed.ok ? versionOf(now, revealed.value) : null
    } catch (thrown) {
      notices.fail(asError(thrown))
      return null
    } finally {
      isReading.value = false
    }
  }

  /**
   * Puts what is typed over a newer version, where no field is changed by both.
   * @returns false where a person is to choose
   */
  function layOver(now: CaseVersion): boolean {
    const { typing, both, taken } = rebaseCase(form.value, form.value.from, now)
    if (both.length > 0) {
      newest.value = now
      choices.value = {}
      return false
    }
    take(typing, now)
    if (taken.length > 0) {
      const fields = taken.map((unit) => unitName(unit)).join(', ')
      notices.tell(t('complaints.meanwhile.kept', { fields }))
    }
    return true
  }

  /** The same over what is saved now; false also where that could not be read. */
  async function layOverNewest(): Promise<boolean> {
    const now = await read()
    return now !== null && layOver(now)
  }

  function take(typing: CaseTyping, from: CaseVersion): void {
    form.value = { ...typing, from }
    newest.value = null
  }

  /** Goes on with what was chosen; false while something is not. */
  function settle(): boolean {
    if (newest.value === null || over.value === null) return true
    if (left.value > 0) return false
    take(over.value.typing, newest.value)
    return true
  }

  function choose(chosen: Readonly<Partial<Record<CaseUnit, Side>>>): void {
    choices.value = chosen
  }

  function chooseAll(side: Side): void {
    choices.value = Object.fromEntries((over.value?.both ?? []).map((unit) => [unit, side]))
  }

  return {
    ...{ newest, choices, over, left, isReading },
    ...{ layOver, layOverNewest, settle, choose, chooseAll },
  }
}
