import { describe, expect, it } from 'vitest'
import { AccountId } from '#contract/accounts'
import type { HeldBy } from '#contract/postHeld'
import { NoteId } from '#contract/planning'
import { Result } from '#contract/postPublication'
import { Instant, PlainDate } from '#contract/values'
import {
  heldReasons,
  heldThere,
  newestResults,
  readCount,
  totalOf,
} from '../../../src/renderer/posts/publication/publicationView'
import {
  rowsFor,
  typedKey,
  writesOf,
  wrongCounts,
} from '../../../src/renderer/posts/publication/resultDraft'

const idOf = (sign: string): string => `${sign.repeat(8)}-0000-4000-8000-000000000000`
const facebook = AccountId.parse(idOf('a'))
const x = AccountId.parse(idOf('b'))
const day = PlainDate.parse('2026-11-20')

function result(
  accountId: AccountId | null,
  on: string,
  reach: number,
  likes: number | null = null,
) {
  return Result.parse({
    ...{ id: idOf('c'), postId: idOf('d'), accountId, day: on, reach, likes },
    ...{ shares: null, comments: null, recordedByName: 'Siti' },
    recordedAt: '2026-11-20T01:00:00.000Z',
  })
}

describe('what is held', () => {
  const all: HeldBy = {
    ...{ by: 'hold', reason: 'Bencana', byName: 'Siti' },
    since: Instant.parse('2026-11-20T01:00:00.000Z'),
  }
  const mourning: HeldBy = {
    ...{ by: 'blackout', noteId: NoteId.parse(idOf('e')), title: 'Berkabung', reason: 'mourning' },
    ...{ day, endsOn: day },
  }

  it('keeps an account from being copied for, unless it is out there already', () => {
    const held = [{ accountId: facebook, held: mourning }]
    expect(heldThere({ accountId: facebook, state: 'open' }, held)).toBe(mourning)
    expect(heldThere({ accountId: facebook, state: 'skipped' }, held)).toBe(mourning)
    expect(heldThere({ accountId: facebook, state: 'out' }, held)).toBeNull()
    expect(heldThere({ accountId: x, state: 'open' }, held)).toBeNull()
  })

  it('is said once for all accounts that share the reason', () => {
    const both = (held: HeldBy) => [facebook, x].map((accountId) => ({ accountId, held }))
    expect(heldReasons(both(all))).toHaveLength(1)
    expect(
      heldReasons([
        ...both(mourning),
        ...both({ ...mourning, day: PlainDate.parse('2026-11-21') }),
      ]),
    ).toHaveLength(2)
  })
})

describe('a number as people type it', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['0', 0],
    ['12500', 12_500],
    ['12 500', 12_500],
    ['12,500', 12_500],
    ['12.500', 12_500],
    ['1 234 567', 1_234_567],
    ['12.5', undefined],
    ['1,25', undefined],
    ['-3', undefined],
    ['dua', undefined],
    ['1000000000', 1_000_000_000],
    ['1000000001', undefined],
  ])('%j is %s', (typed, count) => {
    expect(readCount(typed)).toBe(count)
  })
})

describe('the newest numbers', () => {
  const results = [
    result(facebook, '2026-11-11', 400, 10),
    result(x, '2026-11-11', 70),
    result(facebook, '2026-11-18', 900),
  ]

  it('stand beside what changed since the day before them', () => {
    const lines = newestResults(results)
    expect(lines).toMatchObject([
      { accountId: facebook, day: '2026-11-18', now: { reach: 900 }, change: { reach: 500 } },
      { accountId: x, day: '2026-11-11', now: { reach: 70 }, change: { reach: null } },
    ])
    expect(lines[0]?.change.likes).toBeNull()
    expect(totalOf(lines)).toEqual({ reach: 970, likes: null, shares: null, comments: null })
  })

  it('count the numbers of all together only where there are no others', () => {
    const together = result(null, '2026-11-18', 5_000)
    expect(totalOf(newestResults([together])).reach).toBe(5_000)
    expect(totalOf(newestResults([...results, together])).reach).toBe(970)
  })
})

describe('the grid', () => {
  const kept = result(facebook, '2026-11-20', 900)

  it('shows what is kept of its day, and writes only what differs', () => {
    const rows = rowsFor([facebook, x], day, [kept])
    expect(rows.map(({ typed }) => typed.reach)).toEqual(['900', ''])
    expect(writesOf(rows, day, [kept])).toEqual([])
    const typed = rows.map((row) => ({ ...row, typed: { ...row.typed, likes: '1 200' } }))
    expect(writesOf(typed, day, [kept])).toMatchObject([
      { kind: 'change', before: kept, result: { accountId: facebook, reach: 900, likes: 1_200 } },
      { kind: 'add', result: { accountId: x, day, reach: null, likes: 1_200 } },
    ])
    expect(rowsFor([facebook], PlainDate.parse('2026-11-21'), [kept])[0]?.typed.reach).toBe('')
  })

  it('keeps a line in which something was typed, whatever day is chosen or read again', () => {
    const own = { reach: '12', likes: '', shares: '', comments: '' }
    const typed = { [typedKey(facebook)]: own }
    for (const on of [day, PlainDate.parse('2026-11-21')]) {
      const rows = rowsFor([facebook, x], on, [kept, result(x, '2026-11-20', 7)], typed)
      expect(rows[0]).toEqual({ accountId: facebook, typed: own })
      expect(rows[1]?.typed.reach).toBe(on === day ? '7' : '')
    }
  })

  it('names the fields that hold no number', () => {
    const [row] = rowsFor([facebook], day, [])
    const rows = row === undefined ? [] : [{ ...row, typed: { ...row.typed, shares: 'x' } }]
    expect([...wrongCounts(rows)]).toEqual(['0.shares'])
  })
})
