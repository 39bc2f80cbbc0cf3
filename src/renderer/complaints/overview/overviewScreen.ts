import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { FigureQuestion } from '#contract/complaintOverview'
import type { StateCode } from '#contract/states'
import type { PlainDate } from '#contract/values'
import { todayInMalaysia } from '../../accounts/today'
import { useHandover } from '../../shell/handover'
import { daysOf, type Days, type PeriodKey } from './periods'

/** What the overview's screen remembers: which days, states and kinds it is of. */
export const useOverviewScreen = defineStore('complaint-overview-screen', () => {
  const period = ref<PeriodKey>('year')
  /** Of days that were chosen by hand; the others follow the calendar. */
  const free = shallowRef<Days>(daysOf('month', todayInMalaysia()))
  const state = ref<StateCode | null>(null)
  const kind = ref<string | null>(null)

  const days = computed<Days>(() =>
    period.value === 'free' ? free.value : daysOf(period.value, todayInMalaysia()),
  )
  const question = computed<FigureQuestion>(() => ({
    ...days.value,
    states: state.value === null ? [] : [state.value],
    kinds: kind.value === null ? [] : [kind.value],
  }))

  /** What is shown stays, to be changed by a day at either end; the other end gives way. */
  function setDay(end: 'from' | 'to', day: PlainDate | null): void {
    if (day === null) return
    const next = { ...days.value, [end]: day }
    free.value = next.from <= next.to ? next : { from: day, to: day }
    period.value = 'free'
  }

  function reset(): void {
    period.value = 'year'
    state.value = null
    kind.value = null
  }

  useHandover().onHandover(reset)

  return { ...{ period, free, state, kind, days, question }, ...{ setDay, reset } }
})
