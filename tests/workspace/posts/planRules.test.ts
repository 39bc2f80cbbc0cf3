import { describe, expect, it } from 'vitest'
import { AccountId } from '#contract/accounts'
import { HolidayId, type Holiday } from '#contract/days'
import type { PostKind } from '#contract/postContent'
import type { StateCode } from '#contract/states'
import { calendarBy } from '../../../src/main/workspace/days/rules/calendar.ts'
import {
  deadlinesOf,
  lateFindings,
  stepDays,
} from '../../../src/main/workspace/posts/rules/deadlines.ts'
import { leadTimeFindings } from '../../../src/main/workspace/posts/rules/leadTime.ts'
import {
  closeFindings,
  rhythmFindings,
  rhythmStanding,
} from '../../../src/main/workspace/posts/rules/rhythm.ts'
import { shippedLists } from '../../../src/main/workspace/reference/shipped.ts'
import { day, time } from '../../support/posts.ts'
import { itemsIn } from '../reference/itemsIn.ts'

const [facebook, x] = ['a', 'b'].map((sign) =>
  AccountId.parse(`${sign.repeat(8)}-0000-4000-8000-000000000000`),
) as [AccountId, AccountId]
const kualaLumpur: StateCode = 'MY-14'
/** Rests on Friday and Saturday. */
const kelantan: StateCode = 'MY-03'
/** 23 November 2026 is a Monday. */
const noHolidays = calendarBy(() => [])

/** A calendar with one holiday of Kuala Lumpur. */
function holidayOn(date: string) {
  const holiday: Holiday = {
    ...{ id: HolidayId.parse('c0000000-0000-4000-8000-000000000000'), date: day(date) },
    ...{ name: 'Cuti', nameEn: null, kind: 'federal', states: [kualaLumpur], reference: '' },
    ...{ origin: 'own', doubts: {}, sources: [], removed: false },
  }
  return calendarBy((asked) => (asked === date ? [holiday] : []))
}

describe('the lead time of a programme (KKS F, teras 3)', () => {
  /** Programme on Sunday, 29 November 2026; five working days before it. */
  it.each<[string, StateCode[], string, number | null]>([
    ['Monday before, KL', [kualaLumpur], '2026-11-23', null],
    ['Tuesday before, KL', [kualaLumpur], '2026-11-24', 4],
    ['Friday before, KL', [kualaLumpur], '2026-11-27', 1],
    ['Saturday before, KL', [kualaLumpur], '2026-11-28', 0],
    ['Sunday a week before, Kelantan', [kelantan], '2026-11-22', null],
    ['Monday before, Kelantan', [kelantan], '2026-11-23', 4],
    ['Monday before, both', [kelantan, kualaLumpur], '2026-11-23', 4],
  ])('%s', (_, states, planned, count) => {
    const post = { planned: day(planned), slot: day('2026-11-28'), programme: day('2026-11-29') }
    const found = leadTimeFindings(noHolidays, states, post, 5)
    expect(found.map(({ params }) => params['count'])).toEqual(count === null ? [] : [count])
    for (const finding of found) {
      expect(finding).toMatchObject({
        ...{ rule: 'lead-time', severity: 'warn', clause: 'KKS F, teras 3' },
        params: { planned, programme: '2026-11-29', limit: 5 },
      })
    }
  })

  it('skips holidays of the state', () => {
    const post = (planned: string) => ({
      ...{ planned: day(planned), slot: day('2026-11-28'), programme: day('2026-11-29') },
    })
    const calendar = holidayOn('2026-11-26')
    expect(leadTimeFindings(calendar, [kualaLumpur], post('2026-11-20'), 5)).toEqual([])
    expect(leadTimeFindings(calendar, [kualaLumpur], post('2026-11-21'), 5)).toHaveLength(1)
  })

  it.each([
    ['on the day of the programme', '2026-11-29', '2026-11-28', 5],
    ['after it', '2026-11-30', '2026-11-28', 5],
    ['where the office asks for none', '2026-11-28', '2026-11-28', 0],
  ])('says nothing of a post %s', (_, slot, planned, limit) => {
    const post = { planned: day(planned), slot: day(slot), programme: day('2026-11-29') }
    expect(leadTimeFindings(noHolidays, [kualaLumpur], post, limit)).toEqual([])
  })

  it('says nothing without a programme, a day or a slot', () => {
    const whole = {
      planned: day('2026-11-28'),
      slot: day('2026-11-28'),
      programme: day('2026-11-29'),
    }
    for (const part of ['planned', 'slot', 'programme'] as const) {
      const post = { ...whole, [part]: null }
      expect(leadTimeFindings(noHolidays, [kualaLumpur], post, 5)).toEqual([])
    }
  })
})

describe('deadlines back from the slot (JaPen, piagam 1–4)', () => {
  const times = itemsIn(shippedLists(), 'production-times')

  /** The slot is Monday, 30 November 2026; headquarters rest on Saturday and Sunday. */
  it.each<[PostKind, boolean, string, string]>([
    ['infographic', false, '2026-11-27', '2026-11-30'],
    ['videographic', false, '2026-11-26', '2026-11-30'],
    ['vox-pop', false, '2026-11-26', '2026-11-30'],
    ['video-mcp', false, '2026-11-25', '2026-11-30'],
    ['video-scp', false, '2026-11-23', '2026-11-30'],
    ['photo-album', false, '2026-11-27', '2026-11-30'],
    ['text', false, '2026-11-27', '2026-11-30'],
    ['infographic', true, '2026-11-26', '2026-11-27'],
    ['video-scp', true, '2026-11-20', '2026-11-27'],
  ])('%s, upload counted %s: begin by %s', (kind, uploadTakesADay, beginBy, deliverBy) => {
    const steps = stepDays(kind, times, { uploadTakesADay, approveWorkingDays: 2 })
    const found = deadlinesOf(noHolidays, [kualaLumpur], day('2026-11-30'), steps)
    expect(found.beginBy.to).toBe(beginBy)
    expect(found.deliverBy.to).toBe(deliverBy)
    expect(found.approveBy.to).toBe('2026-11-26')
  })

  it('tell each day that was counted or skipped, by the state that leads furthest back', () => {
    const { beginBy } = deadlinesOf(noHolidays, [kualaLumpur, kelantan], day('2026-11-29'), {
      ...{ making: 1, upload: 0, approval: 0 },
    })
    expect(beginBy).toMatchObject({ state: kelantan, to: '2026-11-26', workingDays: -1 })
    expect(beginBy.days.map(({ date, working }) => [date, working])).toEqual([
      ['2026-11-28', false],
      ['2026-11-27', false],
      ['2026-11-26', true],
    ])
  })

  it.each([
    ['on the last day', '2026-11-27', false, false, []],
    ['a day later', '2026-11-28', false, false, ['production-late', 'approval-late']],
    ['a day later, delivered', '2026-11-28', true, false, ['approval-late']],
    ['a day later, approved', '2026-11-28', false, true, ['production-late']],
  ])('are late %s', (_, today, delivered, approved, rules) => {
    const deadlines = deadlinesOf(noHolidays, [kualaLumpur], day('2026-11-30'), {
      ...{ making: 1, upload: 0, approval: 1 },
    })
    const progress = { today: day(today), kind: 'infographic', delivered, approved }
    const found = lateFindings(deadlines, progress, times)
    expect(found.map(({ rule }) => rule)).toEqual(rules)
    for (const { rule, clause } of found) {
      expect(clause).toBe(rule === 'production-late' ? 'JaPen, piagam 1' : 'ours')
    }
  })
})

describe('the rhythm of an account (KKS E)', () => {
  const quota = { min: 2, max: 3 }

  it.each([
    [1, 'under'],
    [2, 'within'],
    [3, 'within'],
    [4, 'over'],
  ])('%i posts against 2–3 are %s', (count, standing) => {
    expect(rhythmStanding(count, quota)).toBe(standing)
    const at = { accountId: facebook, day: day('2026-11-24'), time: null }
    const others = Array.from({ length: count - 1 }, () => ({ ...at, title: 'Lain' }))
    const elsewhere = [
      { ...at, accountId: x, title: 'Akaun lain' },
      { ...at, day: day('2026-11-25'), title: 'Hari lain' },
    ]
    const found = rhythmFindings([at], [...others, ...elsewhere], () => quota)
    const expected = {
      under: [{ rule: 'rhythm-under', severity: 'advice', limit: 2 }],
      within: [],
      over: [{ rule: 'rhythm-over', severity: 'warn', limit: 3 }],
    }[standing]
    expect(
      found.map(({ rule, severity, params }) => ({ rule, severity, limit: params['limit'] })),
    ).toEqual(expected)
    for (const finding of found) {
      expect(finding).toMatchObject({ clause: 'KKS E', accountId: facebook, params: { count } })
    }
  })

  it('asks for as many as needed where there is none', () => {
    expect(rhythmStanding(1, null)).toBe('within')
    expect(rhythmStanding(50, null)).toBe('within')
  })
})

describe('two posts on one account (ours)', () => {
  it.each<[string, string, string | null, number, number | null]>([
    ['59 minutes apart', '2026-11-24', '09:59', 60, 59],
    ['60 minutes apart', '2026-11-24', '10:00', 60, null],
    ['at once', '2026-11-24', '09:00', 1, 0],
    ['at once, where the office asks for none', '2026-11-24', '09:00', 0, null],
    ['before it', '2026-11-24', '08:30', 60, 30],
    ['at the same time on another day', '2026-11-25', '09:00', 60, null],
    ['without a time', '2026-11-24', null, 60, null],
  ])('%s', (_, otherDay, otherTime, limit, minutes) => {
    const slot = { accountId: facebook, day: day('2026-11-24'), time: time('09:00') }
    const at = { day: day(otherDay), time: otherTime === null ? null : time(otherTime) }
    const other = { accountId: facebook, title: 'Turapan', ...at }
    const found = closeFindings([slot], [other, { ...other, accountId: x }], limit)
    expect(found.map(({ params }) => params)).toEqual(
      minutes === null
        ? []
        : [{ title: 'Turapan', day: otherDay, time: otherTime, minutes, limit }],
    )
  })

  it('are too close over midnight too', () => {
    const late = { accountId: facebook, day: day('2026-11-24'), time: time('23:30') }
    const early = { ...late, day: day('2026-11-25'), time: time('00:15'), title: 'Awal' }
    expect(closeFindings([late], [early], 60)[0]?.params['minutes']).toBe(45)
  })
})
