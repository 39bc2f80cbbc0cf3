import { computed } from 'vue'
import type { PromiseClock } from '#contract/complaintFigures'
import type {
  FigureQuestion,
  PromiseFigures,
  PromiseLimit,
  Subject,
} from '#contract/complaintOverview'
import type { StatisticNames } from '#contract/complaintStatistics'
import { useWords } from '../../../words/useWords'
import { useClockWords } from '../../clocks/useClockWords'
import { roadPlace } from '../../placeView'

/** What keys and figures are called on paper, by the names that came with them. */
export function usePaperWords(names: () => StatisticNames) {
  const { t, format, language } = useWords()
  const { limitWords, clockName } = useClockWords()
  const month = computed(
    () =>
      new Intl.DateTimeFormat(language.value === 'ms' ? 'ms-MY' : 'en-MY', {
        ...({ month: 'long', year: 'numeric', timeZone: 'UTC' } as const),
      }),
  )

  function nameIn(
    list: 'kinds' | 'subKinds' | 'channels' | 'accounts' | 'agencies' | 'states' | 'sets',
    key: string | null,
  ): string {
    if (key === null) return t('complaints.statistics.none')
    return names()[list][key]?.[language.value] ?? key
  }

  function namesIn(list: 'kinds' | 'states', keys: readonly string[]): string {
    if (keys.length === 0) return t('complaints.statistics.all')
    return keys.map((key) => nameIn(list, key)).join(', ')
  }

  function subjectName(subject: Subject): string {
    if (subject.about === 'stretch') {
      const { road, from, to } = subject
      return roadPlace({ road, fromMetres: from, toMetres: to === from ? null : to })
    }
    if (subject.about === 'district') {
      const state = subject.state === null ? '' : nameIn('states', subject.state)
      return [subject.district, state].filter((part) => part !== '').join(', ')
    }
    if (subject.about === 'kind') return nameIn('kinds', subject.kind)
    return `${nameIn('subKinds', subject.subKind)} (${nameIn('kinds', subject.kind)})`
  }

  return {
    ...{ nameIn, namesIn, subjectName, clockName },
    /** `November 2026` of `2026-11`. */
    monthName: (key: string) => month.value.format(new Date(`${key}-15T00:00:00Z`)),
    days: ({ from, to }: Pick<FigureQuestion, 'from' | 'to'>) =>
      `${format.value.longDay(from)} – ${format.value.longDay(to)}`,
    limitOf(limits: readonly PromiseLimit[], set: string, clock: PromiseClock): string {
      const found = limits.find((each) => each.set === set && each.clock === clock)
      return limitWords(found?.limit ?? null)
    },
    /** `12 (80%)`; no share while nothing is decided. */
    withShare(line: PromiseFigures, outcome: 'met' | 'missed'): string {
      const decided = line.met + line.missed
      const count = format.value.number(line[outcome])
      return decided === 0 ? count : `${count} (${format.value.percent(line[outcome] / decided)})`
    },
    personName: (id: string | null) =>
      id === null ? t('complaints.statistics.meeting.nobody') : (names().people[id] ?? ''),
  }
}
