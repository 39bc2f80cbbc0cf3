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
import {
  leadTimeFindings,
  planBy,
  unplannedFindings,
} from '../../../src/main/workspace/posts/rules/leadTime.ts'
import {
  closeFindings,
  rhythmFindings,
  rhythmStanding,
} from '../../../src/main/workspace/posts/rules/rhythm.ts'
import { firstWorkable } from '../../../src/main/workspace/posts/rules/workable.ts'
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
    // Where a time is open it may tell of the programme itself: not held against it.
    ['on the day of the programme', '2026-11-29', '2026-11-28', 5],
    ['after it', '2026-11-30', '2026-11-28', 5],
    ['where the office asks for none', '2026-11-28', '2026-11-28', 0],
  ])('says nothing of a post %s', (_, slot, planned, limit) => {
    const post = { planned: day(planned), slot: day(slot), programme: day('2026-11-29') }
    expect(leadTimeFindings(noHolidays, [kualaLumpur], post, limit)).toEqual([])
  })

  // On its own day, before it begins, it announces the programme like any earlier post: nothing has
  // happened yet that it could tell.
  it.each<[string, string | null, string | null, number]>([
    ['before it begins', '08:00', '09:00', 1],
    ['as it begins', '09:00', '09:00', 0],
    ['after it began', '13:00', '09:00', 0],
    ['at no time', null, '09:00', 0],
    ['of a programme without a time', '08:00', null, 0],
  ])('on the day of the programme, %s', (_, slotTime, programmeTime, count) => {
    const at = (clock: string | null) => (clock === null ? null : time(clock))
    const post = {
      ...{ planned: day('2026-11-28'), slot: day('2026-11-29'), programme: day('2026-11-29') },
      ...{ slotTime: at(slotTime), programmeTime: at(programmeTime) },
    }
    expect(leadTimeFindings(noHolidays, [kualaLumpur], post, 5)).toHaveLength(count)
    expect(planBy(noHolidays, [kualaLumpur], post, 5)?.to ?? null).toBe(
      count === 0 ? null : '2026-11-23',
    )
  })

  // Five working days before Sunday, 29 November, is Monday the 23rd.
  it.each<[string, string, number, number | null]>([
    ['in time', '2026-11-23', 5, null],
    ['a day late', '2026-11-24', 5, 4],
    ['the day before', '2026-11-28', 5, 0],
    ['on the day itself', '2026-11-29', 5, null],
    ['after it', '2026-11-30', 5, null],
    ['where the office asks for none', '2026-11-28', 0, null],
  ])('of a post without a day, %s', (_, today, limit, count) => {
    const asked = { today: day(today), programme: day('2026-11-29') }
    const found = unplannedFindings(noHolidays, [kualaLumpur], asked, limit)
    expect(found.map(({ rule, severity, params }) => [rule, severity, params['count']])).toEqual(
      count === null ? [] : [['lead-time-unplanned', 'warn', count]],
    )
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

describe('the first day on which a post can come out (JaPen, piagam 1–4)', () => {
  const december = { startsOn: day('2026-11-01'), endsOn: day('2026-12-31') }
  const christmas = holidayOn('2026-12-25')
  const steps = (making: number, approval = 1, upload = 0) => ({ making, upload, approval })
  it.each<[string, StateCode[], string, ReturnType<typeof steps>, string | null]>([
    ['one day, from a Monday', [kualaLumpur], '2026-11-23', steps(1), '2026-11-24'],
    ['three days over a weekend', [kualaLumpur], '2026-11-26', steps(3), '2026-12-01'],
    // Thursday 24 December, then Christmas and the weekend.
    ['one day before Christmas', [kualaLumpur], '2026-12-24', steps(1), '2026-12-28'],
    ['two days before Christmas', [kualaLumpur], '2026-12-23', steps(2), '2026-12-28'],
    // In Kelantan Friday and Saturday are off, and Sunday is a working day.
    ['one day, Kelantan', [kelantan], '2026-11-26', steps(1), '2026-11-29'],
    ['one day, both', [kelantan, kualaLumpur], '2026-11-26', steps(1), '2026-11-30'],
    // What is begun on a Saturday counts from the next working day.
    ['from a Saturday', [kualaLumpur], '2026-11-28', steps(1), '2026-12-01'],
    ['approval takes longest', [kualaLumpur], '2026-11-23', steps(1, 3), '2026-11-26'],
    ['upload counts', [kualaLumpur], '2026-11-23', steps(1, 1, 1), '2026-11-25'],
    ['long before: the first working day', [kualaLumpur], '2026-09-01', steps(5), '2026-11-02'],
    ['no longer in time: the last one', [kualaLumpur], '2026-12-29', steps(5), '2026-12-31'],
    ['on the last day', [kualaLumpur], '2026-12-31', steps(1), '2026-12-31'],
    ['once it is over', [kualaLumpur], '2027-01-01', steps(1), null],
  ])('%s', (_, states, today, needed, expected) => {
    expect(firstWorkable(christmas, states, december, day(today), needed)).toBe(expected)
  })

  it('stays in a phase of which nobody works a day any more', () => {
    const weekend = { startsOn: day('2026-12-25'), endsOn: day('2026-12-27') }
    const found = firstWorkable(christmas, [kualaLumpur], weekend, day('2026-12-25'), steps(1))
    expect(found).toBe('2026-12-27')
  })
})
