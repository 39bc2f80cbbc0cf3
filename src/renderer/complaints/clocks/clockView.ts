import {
  AlarmClock,
  CircleAlert,
  CircleCheckBig,
  CircleOff,
  CirclePause,
  Clock3,
  Clock6,
  Clock9,
  ClockAlert,
  Timer,
} from '@lucide/vue'
import type { Component } from 'vue'
import type { ClockStanding, CountedDay } from '#contract/complaintClocks'
import { shareMarks, type ShareMark } from '#contract/complaintLadder'
import type { ComplaintRow } from '#contract/complaints'
import type { Instant, PlainDate } from '#contract/values'
import type { Tone } from '../../ui/tone'

/** A sign of its own for each standing, so that it reads without colour. */
export const standingLooks: Readonly<Record<ClockStanding, { icon: Component; tone: Tone }>> = {
  met: { icon: CircleCheckBig, tone: 'success' },
  'met-late': { icon: CircleAlert, tone: 'warning' },
  running: { icon: Clock3, tone: 'info' },
  'used-50': { icon: Clock6, tone: 'info' },
  'used-75': { icon: Clock9, tone: 'warning' },
  'used-90': { icon: AlarmClock, tone: 'warning' },
  paused: { icon: CirclePause, tone: 'neutral' },
  late: { icon: ClockAlert, tone: 'danger' },
  measured: { icon: Timer, tone: 'neutral' },
  unmeasured: { icon: CircleOff, tone: 'neutral' },
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** A length of time as people say it. */
export interface Length {
  readonly unit: 'minutes' | 'hours' | 'days'
  /** Whole ones; 0 minutes is less than one. */
  readonly count: number
}

/**
 * Minutes under an hour, hours under two days, else days; whole ones only, so that never more time
 * is promised than there is.
 * @param length in milliseconds
 */
export function lengthOf(length: number): Length {
  if (length < hour) return { unit: 'minutes', count: Math.floor(length / minute) }
  if (length < 2 * day) return { unit: 'hours', count: Math.floor(length / hour) }
  return { unit: 'days', count: Math.floor(length / day) }
}

/** How long until something is due, or since. */
export interface TimeLeft extends Length {
  readonly isLate: boolean
}

/** @param now milliseconds since 1970 */
export function timeLeft(dueAt: Instant, now: number): TimeLeft {
  const left = Date.parse(dueAt) - now
  return { isLate: left < 0, ...lengthOf(Math.abs(left)) }
}

/** The largest of the marked parts of its time that a complaint has used; null before the first. */
export function usedMark(usedAt: readonly Instant[], now: number): ShareMark | null {
  const passed = usedAt.filter((at) => Date.parse(at) <= now).length
  return shareMarks[passed - 1] ?? null
}

/** How the first clock of a complaint stands, as a list says it. */
export type RowDue = 'late' | 'today' | 'later' | 'paused' | 'none'

/** @param today the day it is in Malaysia */
export function rowDue(
  { nextDue, paused }: Pick<ComplaintRow, 'nextDue' | 'paused'>,
  now: number,
  today: PlainDate,
): RowDue {
  if (nextDue === null) return paused ? 'paused' : 'none'
  if (Date.parse(nextDue) < now) return 'late'
  return lastDayOf(nextDue).day <= today ? 'today' : 'later'
}

/**
 * The day in Malaysia on which something must be done at the latest. Limits in days end at midnight:
 * that moment belongs to the day before (`isWhole`).
 */
export function lastDayOf(dueAt: Instant): { readonly day: string; readonly isWhole: boolean } {
  const there = new Date(Date.parse(dueAt) + 8 * hour).toISOString()
  const isWhole = there.slice(11, 23) === '00:00:00.000'
  const moment = Date.parse(dueAt) + 8 * hour - (isWhole ? 1 : 0)
  return { day: new Date(moment).toISOString().slice(0, 10), isWhole }
}

/** The days of a count, those that counted with their number. */
export function numberedDays(
  days: readonly CountedDay[],
): readonly { readonly day: CountedDay; readonly number: number | null }[] {
  let number = 0
  return days.map((each) => ({ day: each, number: each.counted ? (number += 1) : null }))
}
