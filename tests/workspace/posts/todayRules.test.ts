import { describe, expect, it } from 'vitest'
import { PostId } from '#contract/postIds'
import { PersonId } from '#contract/values'
import type { TodayItem } from '#contract/postToday'
import {
  askedOfMakers,
  groupsOf,
  isWorkOf,
  type Making,
} from '../../../src/main/workspace/posts/rules/today.ts'
import { day, time } from '../../support/posts.ts'

const person = (digit: string) => PersonId.parse(`${digit.repeat(8)}-0000-4000-8000-000000000000`)
const [me, other] = [person('a'), person('b')]

describe('a post is the work of', () => {
  it.each([
    ['its owner', { ownerId: me, designerId: other }, false, true],
    ['its designer', { ownerId: other, designerId: me }, false, true],
    ['nobody else', { ownerId: other, designerId: null }, true, false],
    ['who plans, where nobody has it', { ownerId: null, designerId: null }, true, true],
    ['nobody who does not plan', { ownerId: null, designerId: null }, false, false],
  ])('%s', (_who, post, plans, expected) => {
    expect(isWorkOf({ id: me, plans }, post)).toBe(expected)
  })
})

describe('asked of its makers on 23 November', () => {
  const by = (beginBy: string, approveBy: string) => ({
    beginBy: day(beginBy),
    approveBy: day(approveBy),
  })
  const making = (parts: Partial<Making>): Making => ({
    ...{ status: 'draft', delivered: false, deadlines: null },
    ...parts,
  })
  it.each<[string, Making, [string, string | null, boolean] | null]>([
    ['nothing without a slot', making({}), null],
    [
      'nothing the day before work begins',
      making({ deadlines: by('2026-11-24', '2026-11-26') }),
      null,
    ],
    [
      'to begin, on the day',
      making({ deadlines: by('2026-11-23', '2026-11-26') }),
      ['produce', '2026-11-23', false],
    ],
    [
      'to begin, late, the day after',
      making({ deadlines: by('2026-11-22', '2026-11-26') }),
      ['produce', '2026-11-22', true],
    ],
    [
      'nothing once it is delivered',
      making({ delivered: true, deadlines: by('2026-11-20', '2026-11-24') }),
      null,
    ],
    [
      'the approval, on its last day, above the making',
      making({ deadlines: by('2026-11-20', '2026-11-23') }),
      ['approve', '2026-11-23', false],
    ],
    [
      'the approval, late, of what waits for it',
      making({ status: 'in-review', delivered: true, deadlines: by('2026-11-19', '2026-11-20') }),
      ['approve', '2026-11-20', true],
    ],
    [
      'the changes, above all',
      making({ status: 'changes-asked', deadlines: by('2026-11-19', '2026-11-20') }),
      ['changes', '2026-11-20', true],
    ],
    ['the changes, without a slot', making({ status: 'changes-asked' }), ['changes', null, false]],
  ])('%s', (_what, post, expected) => {
    const asked = askedOfMakers(post, day('2026-11-23'))
    expect(asked && [asked.kind, asked.day, asked.late]).toEqual(expected)
  })
})

describe('groups', () => {
  const item = (digit: string, parts: Partial<TodayItem> = {}): TodayItem => ({
    id: PostId.parse(`${digit.repeat(8)}-0000-4000-8000-000000000000`),
    ...{ title: digit, status: 'draft', day: null, time: null, late: false },
    ...parts,
  })

  it('stand with late ones first, and so do the items within them', () => {
    const groups = groupsOf(
      [
        { kind: 'decide', item: item('1') },
        { kind: 'publish', item: item('2', { day: day('2026-11-24') }) },
        { kind: 'changes', item: item('3') },
        { kind: 'changes', item: item('4', { day: day('2026-11-25') }) },
        { kind: 'changes', item: item('5', { day: day('2026-11-20'), late: true }) },
        { kind: 'publish', item: item('6', { day: day('2026-11-23'), time: time('10:00') }) },
        { kind: 'publish', item: item('7', { day: day('2026-11-23'), time: time('09:00') }) },
      ],
      0,
    )
    expect(groups.map(({ kind, late, items }) => [kind, late, items.map((i) => i.title)])).toEqual([
      ['changes', 1, ['5', '4', '3']],
      ['publish', 0, ['7', '6', '2']],
      ['decide', 0, ['1']],
    ])
  })

  it('have the newest first of what expired, and count those that were not read', () => {
    const [group] = groupsOf(
      [
        { kind: 'expired', item: item('1', { day: day('2026-11-20'), late: true }) },
        { kind: 'expired', item: item('2', { day: day('2026-11-22'), late: true }) },
      ],
      1_234,
    )
    expect(group).toMatchObject({ total: 1_234, late: 1_234 })
    expect(group?.items.map(({ title }) => title)).toEqual(['2', '1'])
  })

  it('tell how many there are beyond those they show', () => {
    const many = Array.from({ length: 201 }, () => ({ kind: 'remark' as const, item: item('1') }))
    const [group] = groupsOf(many, 0)
    expect([group?.total, group?.items.length]).toEqual([201, 200])
  })
})
