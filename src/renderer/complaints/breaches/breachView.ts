import { CalendarClock, CheckCheck, CircleSlash, Hourglass, TriangleAlert } from '@lucide/vue'
import type { Component } from 'vue'
import {
  breachClocks,
  firstRunning,
  type BreachClock,
  type BreachStanding,
} from '#contract/breachClocks'
import type { Breach } from '#contract/complaintBreaches'
import { Instant } from '#contract/values'
import type { Tone } from '../../ui/tone'

interface Look {
  readonly icon: Component
  readonly tone: Tone
}

/** How the clock of a party stands, by sign and colour; the word stands beside it. */
export const standingLooks: Readonly<Record<BreachStanding, Look>> = {
  waits: { icon: Hourglass, tone: 'neutral' },
  running: { icon: CalendarClock, tone: 'warning' },
  late: { icon: TriangleAlert, tone: 'danger' },
  met: { icon: CheckCheck, tone: 'success' },
  'met-late': { icon: TriangleAlert, tone: 'warning' },
  'not-needed': { icon: CircleSlash, tone: 'neutral' },
}

/** A length of time in days, hours and minutes; what is nought is left out. */
export interface Parts {
  readonly days: number
  readonly hours: number
  readonly minutes: number
}

/** Whole minutes as days, hours and minutes: 4,321 are 3 days, 0 hours and 1 minute. */
export function partsOf(minutes: number): Parts {
  return {
    days: Math.floor(minutes / 1_440),
    hours: Math.floor((minutes % 1_440) / 60),
    minutes: minutes % 60,
  }
}

/** Whole minutes from now to when a clock runs out; negative once it ran out. */
export function minutesLeft({ dueAt }: BreachClock, now: number): number {
  if (dueAt === null) return 0
  const left = (Date.parse(dueAt) - now) / 60_000
  // The last minute counts until it is over, and lateness from the first whole minute.
  return left >= 0 ? Math.floor(left) : Math.ceil(left)
}

/** The moment it is, as the clocks take it. */
export function instantOf(now: number): Instant {
  return Instant.parse(new Date(now).toISOString())
}

/** The clock that a line of the list shows: the first that runs, else the Commissioner's. */
export function shownClock(breach: Breach, now: number): BreachClock {
  const clocks = breachClocks(breach, instantOf(now))
  return firstRunning(clocks) ?? clocks[0]
}

/** What is typed of a breach, as it is sent; null where a number of persons is none. */
export function readPeople(typed: string): number | null | 'wrong' {
  const text = typed.replaceAll(/[\s.,]/g, '')
  if (text === '') return null
  return /^\d{1,8}$/.test(text) ? Number(text) : 'wrong'
}

/** Numbers as they were typed, one a line or between commas. */
export function readLines(typed: string): string[] {
  return typed
    .split(/[\n,;]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
