import { computed, watch, type Ref } from 'vue'
import type { PostTile } from '#contract/posts'
import { PlainDate } from '#contract/values'
import { useWords } from '../../words/useWords'
import { useCalendarScreen } from '../calendarScreen'
import { tellCell } from './dayMarksElement'
import { dayTop, type DayHead } from './dayTop'
import { countByDay } from './gridEvents'
import { useDayMarks } from './useDayMarks'
import { useRhythm } from './useRhythm'

/** Heads of days that are kept for coming back: of some months in both views. */
const mostKept = 400

/** The heads and cells of the grid's days; they stand in its own DOM and are told what changes. */
export function useDayHeads(tiles: Ref<readonly PostTile[]>) {
  const { t, format, language } = useWords()
  const screen = useCalendarScreen()
  const behind = useDayMarks(() => screen.shown)
  const { strips } = useRhythm()
  const counts = computed(() => countByDay(tiles.value))

  /** The one that stands is given again: it may have the focus, which another would not have. */
  const heads = new Map<string, DayHead>()
  /** A week has several for each day: its head, its posts without a time and its hours. */
  const cells = new Map<HTMLElement, PlainDate>()

  /** What each head has been told; all of them hear of every change. */
  const told = new WeakMap<HTMLElement, readonly unknown[]>()

  function tell({ day, root, tell }: DayHead): void {
    const now = [
      ...[behind.value, counts.value.get(day), strips.value.get(day)],
      day === screen.day,
    ]
    const before = told.get(root)
    if (before && now.every((each, at) => each === before[at])) return
    told.set(root, now)
    const facts = behind.value(day)
    const { marks, phase } = facts
    const phaseWords = phase
      ? t('posts.phaseNamed', { number: phase.number, name: phase.name })
      : ''
    const label = [
      format.value.weekDay(day),
      t('posts.count', { count: counts.value.get(day) ?? 0 }),
      ...marks.map(({ words }) => words),
      ...(phaseWords === '' ? [] : [phaseWords]),
    ].join(', ')
    tell({
      ...{ label, behind: facts, phaseWords, isFocused: day === screen.day },
      rhythm: strips.value.get(day) ?? [],
      rhythmLabel: t('posts.rhythm.title'),
    })
  }

  /** A new head, as the grid asks for it. */
  function headOf(date: Date, text: string): { domNodes: HTMLElement[] } {
    const day = dayOf(date)
    // Its texts are in it: another language is another grid, with heads of its own.
    const key = `${day} ${text} ${language.value}`
    const head = heads.get(key) ?? dayTop(day, text)
    // The last to be asked for stands last: what has not been seen for longest goes first.
    heads.delete(key)
    heads.set(key, head)
    tell(head)
    return { domNodes: [head.root] }
  }

  function tellAll(): void {
    const { from, to } = screen.shown
    for (const [key, head] of heads) {
      // Those the grid has asked for but not put up yet must hear of it too.
      if (head.root.isConnected || (from <= head.day && head.day <= to)) tell(head)
      else if (heads.size > mostKept) heads.delete(key)
    }
  }

  /** The grid has put up a cell of a day. */
  function cellStands(cell: HTMLElement, date: Date): void {
    const day = dayOf(date)
    cells.set(cell, day)
    tellCell(cell, behind.value(day))
  }

  function cellGoes(cell: HTMLElement): void {
    cells.delete(cell)
  }

  watch(
    behind,
    (known) => {
      for (const [cell, day] of cells) tellCell(cell, known(day))
    },
    { flush: 'post' },
  )
  watch([() => screen.day, behind, counts, strips], tellAll, { flush: 'post' })
  return { headOf, tellAll, cellStands, cellGoes }
}

function dayOf(date: Date): PlainDate {
  return PlainDate.parse(date.toISOString().slice(0, 10))
}
