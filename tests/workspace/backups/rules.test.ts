import { describe, expect, it } from 'vitest'
import type { BackupReason } from '#contract/backups'
import {
  backupName,
  isDailyDue,
  namesToKeep,
  type Aged,
} from '../../../src/main/workspace/backups/rules.ts'

const aged = (at: string, reason: BackupReason = 'daily', good = true): Aged => ({
  ...{ name: `${at} ${reason}`, at, reason, good },
})

describe('the name of a backup', () => {
  it.each<[string, BackupReason, string]>([
    // 01:00 in Greenwich is nine in the morning in Malaysia.
    ['2026-11-23T01:00:07.000Z', 'manual', 'sandaran-20261123-090007-tangan'],
    ['2026-12-31T16:30:00.000Z', 'daily', 'sandaran-20270101-003000-harian'],
    ['2026-12-31T15:59:59.999Z', 'close', 'sandaran-20261231-235959-tutup'],
  ])('of %s for %s is %s', (at, reason, name) => {
    expect(backupName(at, reason, new Set())).toBe(name)
  })

  it('is never one that is taken', () => {
    const at = '2026-11-23T01:00:07.000Z'
    const first = 'sandaran-20261123-090007-tangan'
    expect(backupName(at, 'manual', new Set([first, `${first}-2`]))).toBe(`${first}-3`)
  })
})

describe('the first backup of a day', () => {
  it.each<[string | null, string, boolean]>([
    [null, '2026-11-23T01:00:00.000Z', true],
    ['2026-11-23T01:00:00.000Z', '2026-11-23T15:59:00.000Z', false],
    // Midnight in Malaysia is four in the afternoon in Greenwich.
    ['2026-11-23T15:59:00.000Z', '2026-11-23T16:00:00.000Z', true],
    // A clock that was set back asks for none.
    ['2026-11-25T01:00:00.000Z', '2026-11-23T01:00:00.000Z', false],
  ])('after %s is due at %s: %s', (last, now, due) => {
    expect(isDailyDue(last, now)).toBe(due)
  })
})

describe('thinning', () => {
  it('keeps the newest of each of 7 days, 4 weeks and 12 months', () => {
    // One a day at noon for 800 days, up to Sunday 22 November 2026.
    const days = Array.from({ length: 800 }, (_, back) =>
      new Date(Date.UTC(2026, 10, 22, 4) - back * 86_400_000).toISOString(),
    )
    const kept = [
      ...namesToKeep(
        days.map((at) => aged(at)),
        '2026-11-22T05:00:00.000Z',
      ),
    ]
      .map((name) => name.slice(0, 10))
      .toSorted()
    expect(kept).toEqual([
      // The last day of each month before (12 months with November itself).
      ...['2025-12-31', '2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31'],
      ...['2026-06-30', '2026-07-31', '2026-08-31', '2026-09-30', '2026-10-31'],
      // The Sundays that end the weeks before (4 with this one).
      ...['2026-11-01', '2026-11-08', '2026-11-15'],
      // The last seven days, of which the Sunday ends this week and this month.
      ...['2026-11-16', '2026-11-17', '2026-11-18', '2026-11-19', '2026-11-20', '2026-11-21'],
      '2026-11-22',
    ])
  })

  it('never removes the newest good one, however old, and counts no damaged one', () => {
    const good = aged('2020-01-01T01:00:00.000Z')
    const bad = aged('2026-11-20T01:00:00.000Z', 'daily', false)
    const older = aged('2026-11-01T01:00:00.000Z', 'daily', false)
    const kept = namesToKeep([good, bad, older], '2026-11-22T05:00:00.000Z')
    expect([...kept].toSorted()).toEqual([good.name, bad.name].toSorted())
  })

  it('keeps what was made for an occasion for a week, the newest ten', () => {
    const hours = Array.from({ length: 12 }, (_, hour) =>
      aged(`2026-11-21T${String(hour).padStart(2, '0')}:00:00.000Z`, 'bulk'),
    )
    const kept = namesToKeep(hours, '2026-11-22T05:00:00.000Z')
    expect([...kept].toSorted()).toEqual(hours.slice(2).map(({ name }) => name))
    // A week later only the newest of that day is left.
    expect([...namesToKeep(hours, '2026-11-29T05:00:00.000Z')]).toEqual([hours[11]?.name])
  })

  it('leaves enough to go back to over 400 days of an office', () => {
    let held: Aged[] = []
    let most = 0
    for (let day = 0; day < 400; day++) {
      const midnight = Date.UTC(2026, 0, 1) + day * 86_400_000
      const weekday = new Date(midnight).getUTCDay()
      // Weekends, and a fortnight in which nobody comes.
      if (weekday === 0 || weekday === 6 || (day >= 200 && day < 214)) continue
      const at = (hour: number) => new Date(midnight + hour * 3_600_000).toISOString()
      const made = [aged(at(1)), aged(at(9), 'close')]
      if (day % 30 === 5) made.push(aged(at(4), 'bulk'))
      if (day % 90 === 6) made.push(aged(at(2), 'migration'))
      for (const each of made.toSorted((a, b) => (a.at < b.at ? -1 : 1))) {
        held.push(each)
        const keep = namesToKeep(held, each.at)
        expect(keep.has(each.name)).toBe(true)
        held = held.filter(({ name }) => keep.has(name))
      }
      most = Math.max(most, held.length)
      const ages = held.map((each) => (Date.parse(at(10)) - Date.parse(each.at)) / 86_400_000)
      // A way back of a day, a week and, once there is as much, of half a year.
      expect(Math.min(...ages)).toBeLessThan(1)
      if (day > 40) expect(ages.some((age) => age >= 6 && age <= 40)).toBe(true)
      if (day > 250) expect(ages.some((age) => age >= 150 && age <= 250)).toBe(true)
    }
    // 7 days, 4 weeks, 12 months, and what was made for an occasion in a week.
    expect(most).toBeLessThanOrEqual(7 + 4 + 12 + 10)
  })
})
