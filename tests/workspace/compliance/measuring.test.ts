import { describe, expect, it } from 'vitest'
import { ControlKey } from '#contract/frameworks'
import { mostFailed } from '#contract/measures'
import type { PlainDate } from '#contract/values'
import {
  answerOf,
  type Judged,
  type MeasureTraits,
} from '../../../src/main/workspace/compliance/rules/measuring.ts'

const traits: MeasureTraits = { guide: false, unit: null, worst: 'most' }
const settings = { metAt: 95, partlyAt: 75 }

/** A complaint of one of 28 days of October, by a number that says when it came. */
function item(at: number, code: Judged['code']): Judged {
  const number = `A-${String(at).padStart(4, '0')}`
  const day = `2026-10-${String(1 + (at % 28)).padStart(2, '0')}` as PlainDate
  const place = { kind: 'complaint', id: number as never, number } as const
  return { place, day, code, params: {}, amount: null, accounts: [], people: [] }
}

function failedOf(count: number): readonly { name: string; day: string | null }[] {
  const items = Array.from({ length: count }, (_, at) => [
    item(at, 'responded-late'),
    item(at + count, 'responded-in-time'),
  ]).flat()
  const asked = {
    key: ControlKey.parse('jkr-first-response'),
    measurement: 'first-response',
  } as const
  const answer = answerOf(asked, 'response', traits, { items, limit: null }, items, settings)
  expect(answer).toMatchObject({ counted: 2 * count, kept: count })
  return answer.failed ?? []
}

describe('what failed', () => {
  it.each([0, 1, mostFailed - 1, mostFailed, mostFailed + 1, 3 * mostFailed + 7])(
    'of %i is kept by name, the latest first, as far as there is room',
    (count) => {
      const expected = Array.from({ length: count }, (_, at) => item(at, 'responded-late'))
        .map(({ place, day }) => ({ name: String(place.id), day: day ?? '' }))
        .toSorted((a, b) => (a.day === b.day ? (a.name < b.name ? -1 : 1) : a.day < b.day ? 1 : -1))
        .slice(0, 200)
      expect(failedOf(count).map(({ name, day }) => ({ name, day }))).toEqual(expected)
    },
  )
})
