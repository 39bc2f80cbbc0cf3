import { describe, expect, it } from 'vitest'
import type { Backup } from '#contract/backups'
import { Instant } from '#contract/values'
import {
  differencesOf,
  newestGood,
  secondsBetween,
} from '../../../src/renderer/backups/backupsView'

const backup = (name: string, state: Backup['state']): Backup => ({
  ...{ name, folder: '/a', at: Instant.parse('2026-11-23T01:00:00.000Z'), reason: 'daily', state },
  ...{ schemaVersion: 200, appVersion: '0.1.0', bytes: 1, rows: {}, own: true },
  audit: { entries: 0, head: '' },
  media: { files: 0, bytes: 0, missing: 0 },
})

describe('what differs', () => {
  it('is told by table, the greatest difference first, and nothing of what is equal', () => {
    const then = { post: 10, person: 3, image: 5, gone: 2 }
    const now = { post: 130, person: 3, image: 4, added: 1 }
    expect(differencesOf(then, now)).toEqual([
      { table: 'post', then: 10, now: 130 },
      { table: 'gone', then: 2, now: 0 },
      { table: 'added', then: 0, now: 1 },
      { table: 'image', then: 5, now: 4 },
    ])
    expect(differencesOf(now, now)).toEqual([])
  })
})

describe('the backup that is offered', () => {
  it('is the first that is good', () => {
    const [damaged, newer, good, older] = [
      backup('sandaran-20261123-090003-harian', 'damaged'),
      backup('sandaran-20261123-090002-harian', 'newer'),
      backup('sandaran-20261123-090001-harian', 'good'),
      backup('sandaran-20261123-090000-harian', 'good'),
    ]
    expect(newestGood([damaged, newer, good, older])).toBe(good)
    expect(newestGood([damaged, newer])).toBeNull()
  })

  it('has an age that is never negative', () => {
    const [one, other] = ['2026-11-23T01:00:00.000Z', '2026-11-23T01:01:30.000Z']
    expect(secondsBetween(one, other)).toBe(90)
    expect(secondsBetween(other, one)).toBe(0)
  })
})
