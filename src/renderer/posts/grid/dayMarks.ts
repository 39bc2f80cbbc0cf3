import type { Component } from 'vue'
import { Ban, Flag, StickyNote, TriangleAlert } from '@lucide/vue'
import type { CalendarNote } from '#contract/planning'
import type { Period } from '#contract/posts'
import type { PlainDate } from '#contract/values'
import { addDays } from '../calendarDays'

/** What may stand behind a day. A blackout warns about the posts in it, or holds them. */
export type MarkKind = 'hold' | 'warn' | 'holiday' | 'note'

/** Something that stands behind a day, in the window's words. */
export interface DayMark {
  readonly kind: MarkKind
  /** As the head of the day shows it: its name. */
  readonly text: string
  /** With what it is: `tempoh sekatan: Berkabung (Perak)` */
  readonly words: string
}

/** The same signs as in the list of notes; a holiday is told by its name and colour. */
export const markIcons: Readonly<Record<MarkKind, Component | null>> = {
  hold: Ban,
  warn: TriangleAlert,
  holiday: null,
  note: StickyNote,
}

/** The sign of a mark where no colour of a cell tells a holiday. */
export function signOf({ kind }: Pick<DayMark, 'kind'>): Component {
  return markIcons[kind] ?? Flag
}

/** In the order in which they are told: what stops a post first. */
const told: readonly MarkKind[] = ['hold', 'warn', 'holiday', 'note']

export function kindOf({ effect }: Pick<CalendarNote, 'effect'>): MarkKind {
  return effect ?? 'note'
}

export function isBlackout({ kind }: Pick<DayMark, 'kind'>): boolean {
  return kind === 'hold' || kind === 'warn'
}

/** The marks of a day as its head tells them; those of one kind in the order given. */
export function inOrder(marks: readonly DayMark[]): DayMark[] {
  return marks.toSorted((one, other) => told.indexOf(one.kind) - told.indexOf(other.kind))
}

/** The notes and blackouts of each day of the period that has any, in the order given. */
export function notesByDay(
  notes: readonly CalendarNote[],
  { from, to }: Period,
): ReadonlyMap<PlainDate, readonly CalendarNote[]> {
  const days = new Map<PlainDate, CalendarNote[]>()
  for (const note of notes) {
    const last = note.endsOn < to ? note.endsOn : to
    for (
      let day = note.startsOn > from ? note.startsOn : from;
      day <= last;
      day = addDays(day, 1)
    ) {
      days.set(day, [...(days.get(day) ?? []), note])
    }
  }
  return days
}
