import { describe, expect, it } from 'vitest'
import { PlainDate } from '#contract/values'
import { untilMidnight } from '../../../src/renderer/accounts/today.ts'
import { linesShown, nearDay } from '../../../src/renderer/posts/today/boardView.ts'

const day = (text: string) => PlainDate.parse(text)

describe('the board', () => {
  // Head of a group 36, line 32, way to the rest 28, gap 12, within 728 - 32 - 56 - 24 pixels.
  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9])('has room for %i kinds on the smallest screen', (count) => {
    const rows = Math.ceil(count / 2)
    expect(rows * (36 + 32 * linesShown(count) + 28 + 2) + (rows - 1) * 12).toBeLessThanOrEqual(616)
  })

  it.each([
    ['2026-11-23', 'today'],
    ['2026-11-24', 'tomorrow'],
    ['2026-11-22', 'yesterday'],
    ['2026-11-25', null],
    ['2025-11-23', null],
  ])('calls %s, on 23 November, %s', (text, expected) => {
    expect(nearDay(day(text), day('2026-11-23'))).toBe(expected)
  })

  it.each([
    ['2026-11-23T15:59:59.000Z', 1_000],
    ['2026-11-23T16:00:00.000Z', 86_400_000],
    ['2026-11-23T04:00:00.000Z', 12 * 3_600_000],
  ])('waits at %s for midnight in Malaysia %i ms', (at, expected) => {
    expect(untilMidnight(Date.parse(at))).toBe(expected)
  })
})
