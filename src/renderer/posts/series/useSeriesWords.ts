import type { MonthDay, Repeat, SeriesEffect, SeriesEnd, SeriesRule } from '#contract/postSeries'
import { useWords } from '../../words/useWords'
import { effectParts, nthKeyOf, surelyThere, weekdaysShown } from './seriesView'

/** Repetitions and what a change of them does, in sentences. */
export function useSeriesWords() {
  const { t, format } = useWords()

  /** `setiap bulan, hari Isnin pertama, hingga 31 Dis 2026` */
  function sentence({ repeat, end }: SeriesRule): string {
    return [...repeated(repeat), ended(end)].join(', ')
  }

  function repeated(repeat: Repeat): string[] {
    const isYearly = repeat.unit === 'month' && repeat.every % 12 === 0
    const unit = isYearly ? 'year' : repeat.unit
    const count = isYearly ? repeat.every / 12 : repeat.every
    const every = t(`posts.series.rule.${unit}.${count === 1 ? 'one' : 'many'}`, { count })
    if (repeat.unit === 'day') return [every]
    if (repeat.unit === 'month') return [every, monthly(repeat.on)]
    const days = weekdaysShown
      .filter((day) => repeat.weekdays.includes(day))
      .map((day) => t(`days.weekdays.${day}`))
      .join(', ')
    return [every, t('posts.series.rule.weekdays', { days })]
  }

  function monthly(on: MonthDay): string {
    if (on.by === 'last') return t('posts.series.rule.last')
    if (on.by === 'weekday') {
      const nth = t(`posts.series.nth.${nthKeyOf(on.nth)}`)
      return t('posts.series.rule.nth', { nth, weekday: t(`days.weekdays.${on.weekday}`) })
    }
    const { day } = on
    if (day <= surelyThere) return t('posts.series.rule.monthDay', { day })
    const key = on.short === 'skip' ? 'monthDaySkip' : 'monthDayLast'
    return t(`posts.series.rule.${key}`, { day })
  }

  function ended(end: SeriesEnd): string {
    if (end.by === 'never') return t('posts.series.rule.never')
    if (end.by === 'day') return t('posts.series.rule.until', { day: format.value.day(end.day) })
    return t('posts.series.rule.times', { count: end.count })
  }

  /** `2 hantaran masuk ke tong sampah; 1 kelulusan terbatal.` */
  function effectOf(effect: SeriesEffect): string {
    const said = effectParts.flatMap((part) =>
      effect[part] === 0 ? [] : t(`posts.series.effect.${part}`, { count: effect[part] }),
    )
    if (said.length === 0) return t('posts.series.effect.none')
    const text = `${said.join('; ')}.`
    return text.charAt(0).toLocaleUpperCase() + text.slice(1)
  }

  return { sentence, effectOf }
}
