import { computed } from 'vue'
import type { PromiseClock } from '#contract/complaintFigures'
import type { PromiseFigures, Subject, TimedStep } from '#contract/complaintOverview'
import { useReferenceWords } from '../../reference/useReferenceWords'
import { useWords } from '../../words/useWords'
import { useQuery } from '../../workspace/useQuery'
import { lengthOf } from '../clocks/clockView'
import { useClockWords } from '../clocks/useClockWords'
import { roadPlace } from '../placeView'
import { useComplaintWords } from '../useComplaintWords'

/** What figures are called on the screen. */
export function useFigureWords() {
  const { t, format } = useWords()
  const { nameOf, stateName } = useReferenceWords()
  const clocks = useClockWords()
  const complaints = useComplaintWords()
  const lists = useQuery('reference', 'lists', {})
  const sets = computed(() => lists.data.value?.['clock-sets'] ?? [])
  const setOf = (key: string) => sets.value.find(({ item }) => item.key === key)?.item

  /** `3 jam`, `2 hari`; a dash where nothing was measured. */
  function takenWords(minutes: number | null): string {
    return minutes === null ? '–' : clocks.lengthWords(lengthOf(minutes * 60_000))
  }

  /** What a subject is called: a stretch of a road, a district, a kind. */
  function subjectName(subject: Subject): string {
    if (subject.about === 'stretch') {
      const { road, from, to } = subject
      return roadPlace({ road, fromMetres: from, toMetres: to === from ? null : to })
    }
    if (subject.about === 'district') {
      return [subject.district, stateName(subject.state)].filter((part) => part !== '').join(', ')
    }
    const kind = complaints.kindName(subject.kind)
    if (subject.about === 'kind') return kind
    return `${complaints.subKindName(subject.subKind)} (${kind})`
  }

  return {
    ...{ takenWords, subjectName },
    stepName: (step: TimedStep) => t(`complaints.overview.times.${step}`),
    clockName: (clock: PromiseClock) => clocks.clockName(clock),
    setName: (key: string) => {
      const set = setOf(key)
      return set === undefined ? key : nameOf(set)
    },
    /** `3 hari bekerja` */
    limitOf: (key: string, clock: PromiseClock) =>
      clocks.limitWords(setOf(key)?.limits[clock] ?? null),
    /** Of those that are decided; a dash while none is. */
    shareOf: (line: PromiseFigures, outcome: 'met' | 'missed') =>
      line.met + line.missed === 0
        ? '–'
        : format.value.percent(line[outcome] / (line.met + line.missed)),
  }
}
