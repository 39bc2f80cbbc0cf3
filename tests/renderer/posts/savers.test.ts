import { describe, expect, it } from 'vitest'
import { PhaseId } from '#contract/cycles'
import type { PostTile } from '#contract/posts'
import { PostId } from '#contract/postIds'
import { ImportField } from '#contract/postImports'
import { PlainDate } from '#contract/values'
import { planHeadings } from '../../../src/main/workspace/posts/reports/planHeadings.ts'
import { duplicationOf } from '../../../src/renderer/posts/entering/duplicateView.ts'
import {
  chosenFields,
  columnLetters,
  exampleOf,
  isChosenTwice,
  rejectedRows,
} from '../../../src/renderer/entering/columnsView.ts'
import { planFileName } from '../../../src/renderer/posts/leaving/planFileName.ts'
import {
  mostInDay,
  overflowing,
  shortTitle,
  weeksOf,
} from '../../../src/renderer/posts/leaving/print/monthView.ts'
import { accountsByChannel } from '../../../src/renderer/posts/leaving/print/paperAccounts.ts'
import { postSaverWords } from '../../../src/renderer/posts/saverWords.ts'

const day = (text: string) => PlainDate.parse(text)
const idOf = (place: number) =>
  PostId.parse(`00000000-0000-4000-8000-${String(place).padStart(12, '0')}`)
const phase = PhaseId.parse('00000000-0000-4000-8000-0000000000aa')

function tile(place: number, on: string | null): PostTile {
  return {
    ...{ id: idOf(place), title: `Hantaran ${place}`, day: on === null ? null : day(on) },
    ...{ time: null, accountIds: [], phaseId: null, kind: 'text', category: null },
    ...{ status: 'draft', expired: false, missing: [], coverId: null, ownerId: null },
    ...{ programmeDay: null, seriesId: null, version: 1, apart: false },
  }
}

describe('copies', () => {
  it('are of each post once, in the phase that was wished', () => {
    const tiles = [tile(1, '2026-11-01'), tile(1, '2026-11-02'), tile(2, null)]
    expect(duplicationOf(tiles, 7, true, 'kept')).toEqual({
      ...{ ids: [idOf(1), idOf(2)], shiftDays: 7, workingDays: true, toPhase: null },
    })
    expect(duplicationOf(tiles, -1, false, 'by-day')?.toPhase).toBe('by-day')
    expect(duplicationOf(tiles, -1, false, phase)?.toPhase).toBe(phase)
  })

  it.each([0.5, Number.NaN, 3_661, -3_661])('are not made %d days on', (days) => {
    expect(duplicationOf([tile(1, null)], days, false, 'kept')).toBeNull()
  })
})

describe('a month on paper', () => {
  const november = { from: day('2026-11-01'), to: day('2026-11-30') }

  it('is whole weeks, from Monday or from Sunday', () => {
    const weeks = weeksOf(november, [], 'monday')
    // 1 November 2026 is a Sunday: its week has six days of October.
    expect(weeks.map((week) => week[0]?.day)).toEqual([
      ...['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30'],
    ])
    expect(weeks.flat().filter(({ within }) => within)).toHaveLength(30)
    const fromSunday = weeksOf(november, [], 'sunday')
    expect(fromSunday.map((week) => week[0]?.day)).toEqual([
      ...['2026-11-01', '2026-11-08', '2026-11-15', '2026-11-22', '2026-11-29'],
    ])
  })

  it('shows as many posts as fit a day, and the rest where the full days are listed', () => {
    const fits = Array.from({ length: mostInDay }, (_, at) => tile(at, '2026-11-10'))
    const more = Array.from({ length: mostInDay + 1 }, (_, at) => tile(50 + at, '2026-11-11'))
    const weeks = weeksOf(november, [...fits, ...more, tile(99, null)], 'monday')
    const shown = (of: string) => weeks.flat().find((each) => each.day === of)
    expect(shown('2026-11-10')).toMatchObject({ beyond: 0 })
    expect(shown('2026-11-10')?.shown).toHaveLength(mostInDay)
    expect(shown('2026-11-11')).toMatchObject({ beyond: 2 })
    expect(overflowing(weeks, [...fits, ...more])).toEqual(more)
  })
})

it('files are called by their days', () => {
  const period = { from: day('2026-11-01'), to: day('2026-11-30') }
  expect(planFileName('Kalendar', period)).toBe('Kalendar 2026-11-01 2026-11-30')
  expect(planFileName('Kalendar', { from: period.from, to: period.from })).toBe(
    'Kalendar 2026-11-01',
  )
  expect(planFileName('Kalendar', null)).toBe('Kalendar')
})

describe('a sheet that comes in', () => {
  it('has each field once; what is ignored is none', () => {
    expect(chosenFields(['day', 'ignore', 'title', 'ignore'])).toEqual(['day', 'title'])
    expect(isChosenTwice(['title', 'day', 'day'])).toBe(true)
    expect(isChosenTwice(['title', 'ignore', 'ignore'])).toBe(false)
  })

  it('names a column without a heading as a spreadsheet does', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual([
      ...['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'],
    ])
  })

  it('has its columns told by the first cell that holds anything', () => {
    expect(
      exampleOf(
        [
          ['a', ' '],
          ['b', 'c'],
        ],
        1,
      ),
    ).toBe('c')
    expect(exampleOf([['a']], 3)).toBe('')
  })

  it('counts rows, not reasons', () => {
    const cell = { field: 'day', heading: '', problem: 'not-a-day', value: '' } as const
    expect(rejectedRows([2, 2, 5].map((row) => ({ ...cell, row })))).toBe(2)
  })

  it('names fields as the files that leave do', () => {
    for (const language of ['ms', 'en'] as const) {
      const said: Readonly<Record<string, string>> = postSaverWords[language].entering.fields
      for (const field of ImportField.options) {
        expect(said[field]).toBe(planHeadings[field][language])
      }
    }
  })
})

describe('the accounts of a post on paper', () => {
  it.each([
    [[], ''],
    [['X a'], 'X @a'],
    [['X a', 'X b'], 'X @a, @b'],
    [['X a', 'Facebook c', 'X b'], 'X @a, @b; Facebook @c'],
  ])('%j are %j', (names, text) => {
    const accounts = names.map((name) => {
      const [channel = '', handle = ''] = name.split(' ')
      return { channel, handle }
    })
    expect(accountsByChannel(accounts)).toBe(text)
  })
})

it.each([
  ['Ucapan takziah', 'Ucapan takziah'],
  ['a'.repeat(46), 'a'.repeat(46)],
  ['a'.repeat(47), `${'a'.repeat(46)}…`],
  [
    'Penutupan sementara Jambatan Sungai Pahang bagi kerja',
    'Penutupan sementara Jambatan Sungai Pahang…',
  ],
])('the title %j is cut at a word where it is too long for a day', (title, short) => {
  expect(shortTitle(title)).toBe(short)
})
