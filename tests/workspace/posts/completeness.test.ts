import { describe, expect, it } from 'vitest'
import type { PhaseTarget } from '#contract/cycles'
import { PostStatus } from '#contract/posts'
import {
  completeness,
  progressOf,
  stillToCome,
  sum,
  targetStates,
  type Tally,
} from '../../../src/main/workspace/posts/rules/completeness.ts'
import {
  mondayOf,
  sumOfWeeks,
  weeksOfSlots,
} from '../../../src/main/workspace/posts/rules/weeks.ts'
import { day } from '../../support/posts.ts'

const infographics = (wanted: number): PhaseTarget => ({
  ...{ kind: 'piece', key: 'infographic', wanted },
})
const rakyat = (wanted: number): PhaseTarget => ({ kind: 'category', key: 'info-rakyat', wanted })

function tally(status: PostStatus, count: number, parts: Partial<Tally> = {}): Tally {
  return { category: null, kind: 'infographic', status, count, ...parts }
}

function lengthsOf(targets: PhaseTarget[], tallies: Tally[]): string {
  const { wanted, published, planned, missing } = completeness(targetStates(targets, tallies))
  expect(published + planned + missing).toBe(wanted)
  return `${published} ${planned} ${missing}`
}

describe('completeness of a phase', () => {
  it.each([
    ['nothing is wanted', [], [tally('published', 4)], '0 0 0'],
    ['there is nothing yet', [infographics(3)], [], '0 0 3'],
    ['one is an idea', [infographics(3)], [tally('idea', 1)], '0 1 2'],
    ['one less than wanted is out', [infographics(3)], [tally('published', 2)], '2 0 1'],
    ['all are out', [infographics(3)], [tally('published', 3)], '3 0 0'],
    ['one more than wanted is out', [infographics(3)], [tally('published', 4)], '3 0 0'],
    [
      'planned ones fill up only what is not out',
      [infographics(3)],
      [tally('archived', 2), tally('ready', 5)],
      '2 1 0',
    ],
    [
      'held and cancelled ones fill nothing',
      [infographics(2)],
      [tally('on-hold', 1), tally('cancelled', 1)],
      '0 0 2',
    ],
    [
      'other kinds do not count',
      [infographics(1)],
      [tally('published', 1, { kind: 'text' })],
      '0 0 1',
    ],
    [
      'a surplus of one target does not make up for another',
      [infographics(1), rakyat(2)],
      [tally('published', 5)],
      '1 0 2',
    ],
    [
      'one post counts for its category and for its kind',
      [infographics(1), rakyat(1)],
      [tally('published', 1, { category: 'info-rakyat' })],
      '2 0 0',
    ],
  ])('when %s', (_, targets, tallies, lengths) => {
    expect(lengthsOf(targets, tallies)).toBe(lengths)
  })

  it('of a cycle is that of its phases together', () => {
    const one = { wanted: 4, published: 1, planned: 1, missing: 2 }
    const other = { wanted: 2, published: 2, planned: 0, missing: 0 }
    expect(sum([one, other])).toEqual({ wanted: 6, published: 3, planned: 1, missing: 2 })
    expect(sum([])).toEqual({ wanted: 0, published: 0, planned: 0, missing: 0 })
  })

  it('tells what there is without being wanted, by name, categories first', () => {
    const states = targetStates(
      [infographics(2)],
      [tally('draft', 3, { category: 'touch-point' }), tally('published', 1, { kind: 'text' })],
    )
    expect(states).toEqual([
      { kind: 'category', key: 'touch-point', wanted: 0, published: 0, planned: 3, missing: 0 },
      { kind: 'piece', key: 'infographic', wanted: 2, published: 0, planned: 3, missing: 0 },
      { kind: 'piece', key: 'text', wanted: 0, published: 1, planned: 0, missing: 0 },
    ])
  })

  it('knows every status; what comes out still is what is neither out nor given up', () => {
    // What is on hold goes on one day: what it lacks can still be given.
    const coming = PostStatus.options.filter(
      (status) => ['planned', 'approved'].includes(progressOf[status]) || status === 'on-hold',
    )
    expect([...stillToCome].sort()).toEqual(coming.sort())
  })
})

describe('weeks', () => {
  it.each([
    ['2026-11-22', '2026-11-16', 'a Sunday ends its week'],
    ['2026-11-23', '2026-11-23', 'a Monday begins it'],
    ['2027-01-01', '2026-12-28', 'a week may begin in another year'],
    ['2024-03-03', '2024-02-26', 'a leap day lies within'],
    ['1969-12-31', '1969-12-29', 'days before 1970 too'],
  ])('%s is of the week of %s: %s', (of, monday) => {
    expect(mondayOf(day(of))).toBe(monday)
  })

  it('hold a post once, however many of its slots lie in them', () => {
    const slots = ['2026-11-29', '2026-11-23', null, '2026-11-22'].map((text) => ({
      day: text === null ? null : day(text),
    }))
    expect(weeksOfSlots(slots, 'monday')).toEqual(['2026-11-23', '2026-11-16'])
  })

  it('hold the posts of one category together, less those that stand elsewhere', () => {
    const weeks = sumOfWeeks([
      { week: day('2026-11-23'), category: 'edukatif', count: 2 },
      { week: day('2026-11-23'), category: 'edukatif', count: 1 },
      { week: day('2026-11-23'), category: null, count: 4 },
      { week: day('2026-11-16'), category: 'touch-point', count: 1 },
      { week: day('2026-11-30'), category: null, count: 1 },
      { week: day('2026-11-30'), category: null, count: -1 },
    ])
    expect(weeks).toEqual([
      { week: '2026-11-16', category: 'touch-point', count: 1 },
      { week: '2026-11-23', category: 'edukatif', count: 3 },
      { week: '2026-11-23', category: null, count: 4 },
    ])
  })
})
