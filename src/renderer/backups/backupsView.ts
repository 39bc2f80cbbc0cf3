import { CircleAlert, CircleCheck, CircleX, Clock, Unplug } from '@lucide/vue'
import type { Component } from 'vue'
import type { Backup, RowCounts, SecondFolder } from '#contract/backups'
import type { Tone } from '../ui/tone'

/** How a state looks: never by colour alone. */
export interface Look {
  readonly tone: Tone
  readonly icon: Component
}

export const backupLooks: Readonly<Record<Backup['state'], Look>> = {
  good: { tone: 'success', icon: CircleCheck },
  damaged: { tone: 'danger', icon: CircleX },
  newer: { tone: 'neutral', icon: CircleAlert },
}

export const secondLooks: Readonly<Record<SecondFolder['state'], Look>> = {
  good: { tone: 'success', icon: CircleCheck },
  waiting: { tone: 'neutral', icon: Clock },
  away: { tone: 'warning', icon: Unplug },
  failing: { tone: 'danger', icon: CircleX },
}

export interface Difference {
  readonly table: string
  readonly then: number
  readonly now: number
}

/** The tables that hold another number of rows than now, the greatest difference first. */
export function differencesOf(then: RowCounts, now: RowCounts): Difference[] {
  const tables = [...new Set([...Object.keys(then), ...Object.keys(now)])]
  return tables
    .map((table) => ({ table, then: then[table] ?? 0, now: now[table] ?? 0 }))
    .filter((each) => each.then !== each.now)
    .toSorted(
      (a, b) => Math.abs(b.now - b.then) - Math.abs(a.now - a.then) || (a.table < b.table ? -1 : 1),
    )
}

/** The one that is offered first: the newest that holds. */
export function newestGood(backups: readonly Backup[]): Backup | null {
  return backups.find(({ state }) => state === 'good') ?? null
}

/** Seconds between two moments, never negative. */
export function secondsBetween(from: string, to: string): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000)
}
