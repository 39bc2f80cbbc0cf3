import type { BackupReason } from '#contract/backups'
import type { PlainDate } from '#contract/values'
import { addDays, dayNumber } from '../days/rules/dates.ts'
import { malaysianTime } from '../days/rules/malaysianTime.ts'

/** Words of the file names, so that a folder can be read without the application. Ours. */
const reasonWords: Record<BackupReason, string> = {
  manual: 'tangan',
  daily: 'harian',
  close: 'tutup',
  migration: 'skema',
  bulk: 'pukal',
  restore: 'pulih',
}

/**
 * The name of a backup, in Malaysian time: `sandaran-20261122-094105-harian`. Where one of that name
 * exists already, a number follows.
 */
export function backupName(at: string, reason: BackupReason, taken: ReadonlySet<string>): string {
  const { day, time } = malaysianTime(at)
  const clock = `${time.replace(':', '')}${at.slice(17, 19)}`
  const plain = `sandaran-${day.replaceAll('-', '')}-${clock}-${reasonWords[reason]}`
  let name = plain
  for (let number = 2; taken.has(name); number++) name = `${plain}-${number}`
  return name
}

/** What thinning looks at. */
export interface Aged {
  readonly name: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly reason: BackupReason
  readonly good: boolean
}

/** How much is kept: the newest good backup of so many days, weeks and months that have one. */
export const keptPeriods = { days: 7, weeks: 4, months: 12 } as const

/** Made for an occasion, such as before an import: kept for a week besides, the newest ten. Ours. */
const occasions = { most: 10, milliseconds: 7 * 86_400_000 } as const

/**
 * The names of the backups to keep. Of each of the last 7 days, 4 weeks (from Monday) and 12 months
 * that have a good backup its newest one; of the days without any nothing is counted, so that a long
 * leave does not empty the folder. The newest good one is always among them. A damaged one counts
 * for nothing and is kept for a week, to be looked at.
 */
export function namesToKeep(backups: readonly Aged[], now: string): Set<string> {
  const newestFirst = backups.toSorted((a, b) =>
    a.at === b.at ? (a.name < b.name ? 1 : -1) : a.at < b.at ? 1 : -1,
  )
  const good = newestFirst.filter((backup) => backup.good)
  const keep = new Set<string>()
  const keepNewestOf = (periods: number, periodOf: (day: PlainDate) => string): void => {
    const seen = new Set<string>()
    for (const { name, at } of good) {
      const period = periodOf(malaysianTime(at).day)
      if (seen.has(period)) continue
      if (seen.size === periods) break
      seen.add(period)
      keep.add(name)
    }
  }
  keepNewestOf(keptPeriods.days, (day) => day)
  keepNewestOf(keptPeriods.weeks, mondayOf)
  keepNewestOf(keptPeriods.months, (day) => day.slice(0, 7))
  const isRecent = ({ at }: Aged): boolean =>
    Date.parse(now) - Date.parse(at) <= occasions.milliseconds
  const occasional = good.filter((each) => each.reason !== 'daily' && each.reason !== 'close')
  for (const { name } of occasional.filter(isRecent).slice(0, occasions.most)) keep.add(name)
  for (const each of newestFirst) if (!each.good && isRecent(each)) keep.add(each.name)
  return keep
}

/** 1 January 1970 was a Thursday. */
function mondayOf(day: PlainDate): string {
  return addDays(day, -((dayNumber(day) + 3) % 7))
}

/** Whether the first backup of a day is due: none since the day began in Malaysia. */
export function isDailyDue(lastGoodAt: string | null, now: string): boolean {
  return lastGoodAt === null || malaysianTime(lastGoodAt).day < malaysianTime(now).day
}

/** So many working days may pass without a good backup before the window says so. Ours. */
export const workingDaysWithout = 2
