import { computed, watch, type Ref } from 'vue'
import type { PostTile } from '#contract/posts'
import { PlainDate } from '#contract/values'
import { useWords } from '../../words/useWords'
import { useMay } from '../../workspace/may'
import { useCalendarScreen } from '../calendarScreen'
import { dayTop, tellDay } from './dayTop'
import { countByDay } from './gridEvents'
import { useHolidays } from './useHolidays'
import { useRhythm } from './useRhythm'

/** The heads of the grid's days; they stand in the grid's own DOM and are told what changes. */
export function useDayHeads(tiles: Ref<readonly PostTile[]>) {
  const { t, format } = useWords()
  const { may } = useMay()
  const screen = useCalendarScreen()
  const holidays = useHolidays(() => screen.shown)
  const { strips } = useRhythm()
  const counts = computed(() => countByDay(tiles.value))

  /** The one that stands is given again: it may have the focus, which another would not have. */
  const heads = new Map<string, HTMLElement>()

  function labelOf(day: PlainDate): string {
    const names = holidays.value(day)
    return [
      format.value.weekDay(day),
      t('posts.count', { count: counts.value.get(day) ?? 0 }),
      ...(names === '' ? [] : [t('posts.holidayNamed', { names })]),
    ].join(', ')
  }

  function tell(head: HTMLElement, day: PlainDate): void {
    const isFocused = day === screen.day
    tellDay(head, {
      ...{ label: labelOf(day), holidays: holidays.value(day), isFocused },
      rhythm: strips.value.get(day) ?? [],
      rhythmLabel: t('posts.rhythm.title'),
    })
  }

  /** A new head, as the grid asks for it. */
  function headOf(date: Date, text: string): { domNodes: HTMLElement[] } {
    const day = PlainDate.parse(date.toISOString().slice(0, 10))
    const add = may('posts.add') ? t('posts.addHere') : null
    const key = `${day} ${text} ${add ?? ''}`
    const standing = heads.get(key)
    const head = standing?.isConnected ? standing : dayTop(day, text, add)
    heads.set(key, head)
    tell(head, day)
    return { domNodes: [head] }
  }

  function tellAll(): void {
    const { from, to } = screen.shown
    for (const [key, head] of heads) {
      const day = PlainDate.parse(head.dataset['day'])
      // Those the grid has asked for but not put up yet must hear of it too; days it left are gone.
      if (head.isConnected || (from <= day && day <= to)) tell(head, day)
      else heads.delete(key)
    }
  }

  watch([() => screen.day, holidays, counts, strips], tellAll, { flush: 'post' })
  return { headOf, tellAll }
}
