import { computed, reactive, ref, toValue, watch, type MaybeRefOrGetter, type Ref } from 'vue'
import type { Holiday } from '#contract/days'
import { useSayError } from '../words/sayError'
import { useCommand } from '../workspace/useCommand'
import { draftOf, inputOf, isHolidayDate, type HolidayDraft } from './daysView'

export interface HolidayForm {
  readonly draft: HolidayDraft
  /** Something was tried to be saved while this was missing. */
  readonly isMissing: (field: 'date' | 'name' | 'states') => boolean
  readonly saving: Readonly<Ref<boolean>>
  readonly failureText: Readonly<Ref<string>>
  /** The saved holiday, or null when something stands in the way; what was typed stays. */
  save(): Promise<Holiday | null>
}

/**
 * Adds a holiday, or changes the given one.
 * @param start what the fields hold at first
 */
export function useHolidayForm(
  of: MaybeRefOrGetter<Holiday | null>,
  start: HolidayDraft,
): HolidayForm {
  const say = useSayError()
  const draft = reactive<HolidayDraft>({ ...start })
  const tried = ref(false)
  const adding = useCommand('days', 'addHoliday', { failures: 'here' })
  const changing = useCommand('days', 'changeHoliday', { failures: 'here' })
  const failure = computed(() => adding.failure.value ?? changing.failure.value)

  const missing = {
    date: () => !isHolidayDate(draft.date),
    name: () => draft.name.trim() === '',
    states: () => draft.states.length === 0,
  }

  // Changed elsewhere, or taken back: the fields follow. What is read again unchanged leaves them.
  watch(
    () => JSON.stringify(toValue(of)),
    () => {
      const now = toValue(of)
      if (now) Object.assign(draft, draftOf(now))
    },
  )

  async function save(): Promise<Holiday | null> {
    tried.value = true
    const wanted = inputOf(draft)
    if (wanted === null) return null
    const before = toValue(of)
    const saved = await (before ? changing.run({ ...wanted, id: before.id }) : adding.run(wanted))
    return saved.ok ? saved.value : null
  }

  return {
    draft,
    isMissing: (field) => tried.value && missing[field](),
    saving: computed(() => adding.running.value || changing.running.value),
    failureText: computed(() => (failure.value ? say(failure.value).sentence : '')),
    save,
  }
}
