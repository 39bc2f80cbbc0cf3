import {
  CalendarCheck2,
  CalendarSync,
  CalendarX2,
  ChartNoAxesColumn,
  Hourglass,
  MessageSquareText,
  MessageSquareWarning,
  OctagonPause,
  Play,
  Send,
  Stamp,
} from '@lucide/vue'
import type { Component } from 'vue'
import type { TodayGroup, TodayItem, TodayKind } from '#contract/postToday'
import type { PlainDate } from '#contract/values'
import type { Tone } from '../../ui/tone'
import { addDays } from '../calendarDays'

/** A sign of its own for each kind, so that it reads without colour. */
export const kindLooks: Readonly<Record<TodayKind, { icon: Component; tone: Tone }>> = {
  expired: { icon: CalendarX2, tone: 'danger' },
  publish: { icon: Send, tone: 'success' },
  held: { icon: OctagonPause, tone: 'warning' },
  prepare: { icon: CalendarCheck2, tone: 'warning' },
  decide: { icon: Stamp, tone: 'info' },
  changes: { icon: MessageSquareWarning, tone: 'warning' },
  approve: { icon: Hourglass, tone: 'warning' },
  produce: { icon: Play, tone: 'info' },
  moved: { icon: CalendarSync, tone: 'info' },
  remark: { icon: MessageSquareText, tone: 'neutral' },
  results: { icon: ChartNoAxesColumn, tone: 'neutral' },
}

/** So many lines of each kind that all kinds, two beside each other, stay on one screen. */
export function linesShown(groups: number): number {
  if (groups <= 2) return 12
  if (groups <= 4) return 6
  if (groups <= 6) return 4
  return groups <= 8 ? 2 : 1
}

/** One line of the board: an item, or the way to all of its kind. */
export interface Line {
  readonly key: string
  readonly item: TodayItem
}

/** What is drawn of a kind. */
export interface ShownGroup {
  readonly kind: TodayKind
  readonly total: number
  readonly late: number
  readonly lines: readonly Line[]
}

/** The groups as they are drawn: each with its first lines. */
export function shownGroups(groups: readonly TodayGroup[], lines: number): ShownGroup[] {
  return groups.map(({ kind, total, late, items }) => ({
    ...{ kind, total, late },
    lines: items.slice(0, lines).map((item) => ({ key: lineKey(kind, item), item })),
  }))
}

/** A post may stand under several kinds, and under one with several slots. */
export function lineKey(kind: TodayKind, { id, day, time, held }: TodayItem): string {
  return `${kind} ${id} ${day ?? ''} ${time ?? ''} ${held?.by ?? ''}`
}

export type NearDay = 'today' | 'tomorrow' | 'yesterday'

/** What a day is called beside the day it is; null where it is only a date. */
export function nearDay(day: PlainDate, today: PlainDate): NearDay | null {
  if (day === today) return 'today'
  if (day === addDays(today, 1)) return 'tomorrow'
  return day === addDays(today, -1) ? 'yesterday' : null
}
