import { computed } from 'vue'
import type { ClockExplanation, ComplaintPause } from '#contract/complaintClocks'
import { useWords } from '../../words/useWords'
import { lengthOf, numberedDays } from './clockView'
import { useClockWords } from './useClockWords'

/** Why a clock runs out when it does, in words: the same on the screen and on paper. */
export function useExplained(explained: () => ClockExplanation) {
  const { t, format } = useWords()
  const words = useClockWords()

  const facts = computed(() => {
    const { clock, set, state, stateIsOffices } = explained()
    const { limit, startedAt, metAt, pausedFor } = clock
    const limitParts = [words.limitWords(limit), ...(limit ? [words.pausesWords(limit)] : [])]
    const chosen =
      set === null
        ? t('complaints.clocks.noSet')
        : `${words.setName(set)} (${set.clause}) — ${words.whyWords(explained())}`
    const label = (key: 'limit' | 'set' | 'start' | 'state' | 'paused' | 'result' | 'met') =>
      t(`complaints.why.fact.${key}`)
    return [
      { label: label('limit'), value: limitParts.join(', ') },
      { label: label('set'), value: chosen },
      { label: label('start'), value: weekMoment(startedAt) },
      ...(limit === null || limit.unit === 'elapsed-hours'
        ? []
        : [{ label: label('state'), value: words.stateWords(state, stateIsOffices) }]),
      ...(pausedFor === 0
        ? []
        : [{ label: label('paused'), value: words.lengthWords(lengthOf(pausedFor)) }]),
      ...(metAt === null ? [] : [{ label: label('met'), value: weekMoment(metAt) }]),
      { label: label('result'), value: result() },
    ]
  })

  function result(): string {
    const { clock } = explained()
    if (clock.limit === null && clock.dueAt === null) return t('complaints.clocks.noLimit')
    return clock.dueAt === null ? t('complaints.why.waitsNote') : words.dueWords(clock.dueAt)
  }

  function weekMoment(instant: string): string {
    return t('complaints.clocks.at', {
      day: format.value.weekDay(instant),
      time: format.value.time(instant),
    })
  }

  /** How days or hours are counted. */
  const note = computed(() => {
    const { unit, clock } = explained()
    return [
      countedNote(unit),
      ...(clock.keptLimit ? [t('complaints.why.keptNote')] : []),
      ...(clock.stood ? [t('complaints.why.stoodNote')] : []),
    ].join(' ')
  })

  function countedNote(unit: ClockExplanation['unit']): string {
    if (unit === null) return t('complaints.why.measuredNote')
    if (unit === 'elapsed-hours') return t('complaints.why.hoursNote')
    return unit === 'calendar-days'
      ? t('complaints.why.calendarNote')
      : t('complaints.why.workingNote')
  }

  const days = computed(() =>
    numberedDays(explained().days).map(({ day, number }) => ({
      ...{ key: day.date, number, isCounted: day.counted },
      ...{ date: format.value.weekDay(day.date), said: words.dayWords(day, explained().state) },
    })),
  )

  function pauseLine({ from, ended, reason, byName }: ComplaintPause): string {
    return t('complaints.why.pauseLine', {
      from: format.value.moment(from),
      ended: ended === null ? t('complaints.why.stillPaused') : format.value.moment(ended),
      ...{ reason, name: byName },
    })
  }

  const pauses = computed(() =>
    explained().pauses.map((pause) => ({ key: pause.id, line: pauseLine(pause) })),
  )

  return { facts, note, days, pauses }
}
