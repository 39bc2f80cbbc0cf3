import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { AccountId } from '#contract/accounts'
import type { AssessmentPeriod, AssessmentSubject } from '#contract/assessmentSubjects'
import type { FrameworkVersionId } from '#contract/frameworks'
import type { MeasureVerdict } from '#contract/measures'
import type { PersonId, PlainDate } from '#contract/values'
import { todayInMalaysia } from '../../accounts/today'
import { useHandover } from '../../shell/handover'
import { periodOf, type PeriodKey, type SubjectKind } from './measuresView'

/** What the screen of measurements remembers: which checklist, of whom, of which days. */
export const useMeasuresScreen = defineStore('measures-screen', () => {
  /** Null until somebody chooses: then the first. */
  const version = ref<FrameworkVersionId | null>(null)
  const kind = ref<SubjectKind>('bureau')
  const account = ref<AccountId | null>(null)
  const unit = ref<string | null>(null)
  const operator = ref<PersonId | null>(null)
  const period = ref<PeriodKey>('year')
  /** Of days that were chosen by hand; the others follow the calendar. */
  const free = shallowRef<AssessmentPeriod>(periodOf('month', todayInMalaysia()))
  const shown = ref<MeasureVerdict | 'all'>('all')
  /** Key of the control in the pane. */
  const open = ref<string | null>(null)

  const days = computed<AssessmentPeriod>(() =>
    period.value === 'free' ? free.value : periodOf(period.value, todayInMalaysia()),
  )
  /** Null until it is said which one. */
  const subject = computed<AssessmentSubject | null>(() => {
    if (kind.value === 'bureau') return { kind: 'bureau' }
    if (kind.value === 'unit')
      return unit.value === null ? null : { kind: 'unit', unit: unit.value }
    if (kind.value === 'account') {
      return account.value === null ? null : { kind: 'account', accountId: account.value }
    }
    return operator.value === null ? null : { kind: 'operator', personId: operator.value }
  })

  /** What is shown stays, to be changed by a day at either end; the other end gives way. */
  function setDay(end: 'from' | 'to', day: PlainDate | null): void {
    if (day === null) return
    const next = { ...days.value, [end]: day }
    free.value = next.from <= next.to ? next : { from: day, to: day }
    period.value = 'free'
  }

  function reset(): void {
    version.value = null
    kind.value = 'bureau'
    period.value = 'year'
    shown.value = 'all'
    open.value = null
  }

  useHandover().onHandover(reset)

  return {
    ...{ version, kind, account, unit, operator, period, free, shown, open },
    ...{ days, subject, setDay, reset },
  }
})
