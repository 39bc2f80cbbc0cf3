import type { ClockLimit, ClockName } from '#contract/clockLimits'
import type { Clock, ComplaintClocks, CountedDay } from '#contract/complaintClocks'
import type { StateCode } from '#contract/states'
import type { Instant } from '#contract/values'
import { useDayWords } from '../../days/useDayWords'
import { useWords } from '../../words/useWords'
import { lastDayOf, lengthOf, timeLeft, type Length } from './clockView'

type Chosen = Pick<ComplaintClocks, 'why' | 'reason' | 'chosenBy'>

/** What clocks say, on the screen and on paper. */
export function useClockWords() {
  const { t, format, language } = useWords()
  const { weekendWords, nameOf } = useDayWords()

  function lengthWords({ unit, count }: Length): string {
    return unit === 'minutes' && count === 0
      ? t('complaints.clocks.underMinute')
      : t(`complaints.clocks.length.${unit}`, { count })
  }

  /** `Tinggal 3 jam`, `Lewat 2 hari` */
  function leftWords(dueAt: Instant, now: number): string {
    const left = timeLeft(dueAt, now)
    const length = lengthWords(left)
    return left.isLate
      ? t('complaints.clocks.lateBy', { length })
      : t('complaints.clocks.left', { length })
  }

  /** `akhir hari Rabu, 25 November 2026`, or the day and the minute. */
  function dueWords(dueAt: Instant): string {
    const { day, isWhole } = lastDayOf(dueAt)
    const date = format.value.weekDay(day)
    return isWhole
      ? t('complaints.clocks.endOf', { day: date })
      : t('complaints.clocks.at', { day: date, time: format.value.time(dueAt) })
  }

  /** `3 hari bekerja`, `24 jam berterusan` */
  function limitWords(limit: ClockLimit | null): string {
    if (limit === null) return t('complaints.clocks.noLimit')
    return t(`complaints.clocks.limit.${limit.unit}`, { count: limit.amount })
  }

  /** `Lewat`, `Lebih 75%`: the part of the time is the office's to choose. */
  function standingWords({ standing, share }: Pick<Clock, 'standing' | 'share'>): string {
    const part = share === null ? '' : format.value.percent(share / 100)
    return t(`complaints.clocks.standing.${standing}`, { share: part })
  }

  function pausesWords(limit: ClockLimit): string {
    return t(limit.pauses ? 'complaints.clocks.mayPause' : 'complaints.clocks.neverPauses')
  }

  /** The short line under a clock's standing. */
  function briefWords({ metAt, startedAt, dueAt, limit, standing }: Clock, now: number): string {
    if (metAt !== null) {
      const taken = lengthOf(Math.max(0, Date.parse(metAt) - Date.parse(startedAt)))
      return t('complaints.clocks.within', { length: lengthWords(taken) })
    }
    if (limit === null || standing === 'unmeasured') return t('complaints.clocks.notRecorded')
    if (dueAt === null || standing === 'paused') return t('complaints.clocks.waits')
    return leftWords(dueAt, now)
  }

  /** The whole of it, for who points at a clock or hears it. */
  function fullWords({ metAt, dueAt }: Clock): string {
    const due = dueAt === null ? [] : [t('complaints.clocks.dueIs', { due: dueWords(dueAt) })]
    const met =
      metAt === null ? [] : [t('complaints.clocks.metAt', { moment: format.value.moment(metAt) })]
    return [...met, ...due].join(' · ')
  }

  /** What a day of a count says of itself. */
  function dayWords({ counted, paused, weekend, holidays }: CountedDay, state: StateCode): string {
    if (paused) return t('complaints.why.dayIs.paused')
    if (counted) return t('complaints.why.dayIs.counted')
    const stateName = t(`states.${state}`)
    return [
      ...(weekend ? [weekendWords(weekend)] : []),
      ...holidays.map((holiday) =>
        t('complaints.why.dayIs.holiday', { name: nameOf(holiday), state: stateName }),
      ),
    ].join(' · ')
  }

  const stateWords = (state: StateCode, isOffices: boolean): string =>
    isOffices
      ? t('complaints.why.officeState', { state: t(`states.${state}`) })
      : t(`states.${state}`)

  const setName = (set: { readonly ms: string; readonly en: string }): string =>
    language.value === 'ms' ? set.ms : set.en

  return {
    ...{
      leftWords,
      dueWords,
      limitWords,
      standingWords,
      pausesWords,
      briefWords,
      fullWords,
      dayWords,
    },
    ...{ stateWords, setName, lengthWords },
    clockName: (name: ClockName) => t(`complaints.clocks.name.${name}`),
    whyWords: ({ why, reason, chosenBy }: Chosen) =>
      why === 'hand'
        ? t('complaints.clocks.whyHand', { reason, name: chosenBy })
        : t(`complaints.clocks.why.${why}`),
  }
}
