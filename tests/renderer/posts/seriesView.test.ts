import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { PostId } from '#contract/postIds'
import type { SeriesPost, SeriesRule } from '#contract/postSeries'
import { PlainDate } from '#contract/values'
import {
  formFor,
  formOfRule,
  hasEffect,
  ruleFrom,
  ruleOf,
} from '../../../src/renderer/posts/series/seriesView'

const monday = PlainDate.parse('2026-12-07')
const nothing = { made: 0, changed: 0, moved: 0, trashed: 0, approved: 0, kept: 0 }

describe('the form of a repetition', () => {
  it.each([
    ['2026-12-07', 'first', 'monday', 7],
    ['2026-12-31', 'last', 'thursday', 31],
    ['2028-02-29', 'last', 'tuesday', 29],
  ])('offers what %s suggests', (day, nth, weekday, monthDay) => {
    expect(formFor(PlainDate.parse(day))).toMatchObject({ nth, weekday, monthDay, unit: 'month' })
  })

  it.each<SeriesRule>([
    { repeat: { unit: 'day', every: 3 }, end: { by: 'never' } },
    {
      repeat: { unit: 'week', every: 2, weekdays: ['monday', 'sunday'] },
      end: { by: 'day', day: monday },
    },
    {
      repeat: { unit: 'month', every: 1, on: { by: 'weekday', nth: -1, weekday: 'friday' } },
      end: { by: 'count', count: 5 },
    },
    {
      repeat: { unit: 'month', every: 24, on: { by: 'day', day: 31, short: 'skip' } },
      end: { by: 'never' },
    },
    { repeat: { unit: 'month', every: 3, on: { by: 'last' } }, end: { by: 'never' } },
  ])('shows a rule and means it again', (rule) => {
    expect(ruleOf(formOfRule(rule, monday))).toEqual(rule)
  })

  it('says years, not twelve months', () => {
    const rule: SeriesRule = {
      repeat: { unit: 'month', every: 24, on: { by: 'last' } },
      end: { by: 'never' },
    }
    expect(formOfRule(rule, monday)).toMatchObject({ unit: 'year', every: 2 })
  })

  it('means nothing while a part is missing', () => {
    const form = formFor(monday)
    expect(ruleOf({ ...form, every: Number.NaN })).toBeNull()
    expect(ruleOf({ ...form, unit: 'week', weekdays: [] })).toBeNull()
    expect(ruleOf({ ...form, end: 'day', endDay: null })).toBeNull()
    expect(ruleOf({ ...form, by: 'day', monthDay: 32 })).toBeNull()
  })
})

it('a rule goes on from one of its posts with what is left of it', () => {
  const [one, third] = [PostId.parse(randomUUID()), PostId.parse(randomUUID())]
  const post = (id: PostId, number: number): SeriesPost => ({
    ...{ id, number, title: '', seriesDay: monday, day: monday, status: 'draft' },
  })
  const rule: SeriesRule = { repeat: { unit: 'day', every: 1 }, end: { by: 'count', count: 5 } }
  const posts = [post(one, 1), post(third, 3)]
  expect(ruleFrom({ rule, posts }, one).end).toEqual({ by: 'count', count: 5 })
  expect(ruleFrom({ rule, posts }, third).end).toEqual({ by: 'count', count: 3 })
  const endless: SeriesRule = { ...rule, end: { by: 'never' } }
  expect(ruleFrom({ rule: endless, posts }, third)).toEqual(endless)
})

it('what stays as it is is no effect', () => {
  expect(hasEffect({ ...nothing, kept: 3 })).toBe(false)
  expect(hasEffect({ ...nothing, trashed: 1 })).toBe(true)
})
