import { describe, expect, it } from 'vitest'
import { AccountId } from '#contract/accounts'
import { PhaseId } from '#contract/cycles'
import { HolidayId, type Holiday } from '#contract/days'
import { StateCode } from '#contract/states'
import { ClockTime, PlainDate } from '#contract/values'
import { countByDay, droppedAt, eventsOf } from '../../../src/renderer/posts/grid/gridEvents'
import { dayAfter, hourAfter, shiftOf } from '../../../src/renderer/posts/grid/gridKeys'
import { holidaysByDay, holidayText } from '../../../src/renderer/posts/grid/holidayView'
import { roomAcross, tilesFitting } from '../../../src/renderer/posts/grid/roomView'
import { tileElement, tileKey } from '../../../src/renderer/posts/grid/tileElement'
import { tileOf } from './tiles'

const account = AccountId.parse('10000000-0000-4000-8000-000000000001')
const words = { phase: null, status: 'Draf', channels: [], lines: ['Hantaran 1', 'Rabu', 'Draf'] }

describe('posts in the grid', () => {
  it('are events of their day and hour, or of the whole day', () => {
    const [timed, open] = eventsOf([tileOf(1), tileOf(2, { time: null })], true)
    expect(timed).toMatchObject({ start: '2026-11-25T09:30:00', allDay: false, place: 0 })
    expect(open).toMatchObject({ start: '2026-11-25', allDay: true, place: 1 })
  })

  it('stay where they are when they have no day or may not be moved; an account’s own may', () => {
    const own = tileOf(1, { apart: true, accountIds: [account] })
    expect(eventsOf([own, tileOf(2)], true).map((event) => event.startEditable)).toEqual([
      true,
      true,
    ])
    expect(eventsOf([tileOf(2)], false)[0]?.startEditable).toBe(false)
    expect(eventsOf([tileOf(3, { day: null })], true)).toEqual([])
    expect(tileKey(own)).not.toBe(tileKey({ ...own, apart: false }))
  })

  it.each([
    ['2026-11-27T09:30:00Z', false, false, '2026-11-27', '09:30'],
    ['2026-11-27', true, false, '2026-11-27', '09:30'],
    ['2026-11-27T14:00:00Z', false, true, '2026-11-27', '14:00'],
    ['2026-11-27', true, true, '2026-11-27', null],
  ])(
    'dropped on %s (whole day %s, hours %s) stand on %s at %s',
    (start, whole, hours, day, time) => {
      expect(droppedAt(tileOf(1), start, whole, hours)).toEqual({ id: tileOf(1).id, day, time })
    },
  )

  it('are counted by day', () => {
    const counts = countByDay([tileOf(1), tileOf(2), tileOf(3, { day: null })])
    expect([...counts]).toEqual([['2026-11-25', 2]])
  })

  it('say everything once, the title first, to who cannot see the signs', () => {
    const element = tileElement(tileOf(1, { missing: ['text', 'image'], expired: true }), words)
    const heard = element.cloneNode(true) as HTMLElement
    for (const hidden of heard.querySelectorAll('[aria-hidden]')) hidden.remove()
    // What has a name of its own is heard by it, whatever it holds.
    for (const named of heard.querySelectorAll('[aria-label]')) {
      named.textContent = named.getAttribute('aria-label')
    }
    expect(heard.textContent).toBe('Hantaran 1. Rabu. Draf')
    expect(element.title).toBe('Hantaran 1\nRabu\nDraf')
    expect(element.querySelector('.tile-lacks')?.textContent).toBe('2')
    expect(element.querySelector('.tile-facts')?.firstChild?.textContent).toBe('Draf')
    const signs = [...element.querySelectorAll('.signs-before')].map(({ className }) => className)
    expect(signs.map((name) => name.split(' ')[0])).toEqual(['tile-facts', 'tile-lacks'])
    const picture = (of: HTMLElement) =>
      /signs-\d+/.exec(of.querySelector('.tile-lacks')?.className ?? '')?.[0]
    const late = tileElement(tileOf(1, { expired: true }), words)
    expect(late.querySelector('.tile-lacks')?.textContent).toBe('')
    const lacking = tileElement(tileOf(1, { missing: ['text'] }), words)
    expect(new Set([element, late, lacking].map(picture)).size).toBe(3)
  })
})

describe('the phase of a tile', () => {
  it('is a numeral in its colour, and an empty place where there is none', () => {
    const phase = {
      id: PhaseId.parse('30000000-0000-4000-8000-000000000003'),
      ...{ number: 3, name: 'Pemantapan', colour: 'orange' as const },
    }
    const tile = tileElement(tileOf(1), { ...words, phase })
    expect(tile.dataset['number']).toBe('3')
    expect(tile.classList.contains('is-orange')).toBe(true)
    const none = tileElement(tileOf(1), words)
    expect([none.dataset['number'], none.className]).toEqual([undefined, 'post-tile'])
  })
})

describe('keys of the grid', () => {
  it.each([
    ['ArrowLeft', '2026-11-30'],
    ['ArrowRight', '2026-12-02'],
    ['ArrowUp', '2026-11-24'],
    ['ArrowDown', '2026-12-08'],
    ['n', null],
  ])('%s leads from 1 December to %s', (key, to) => {
    expect(dayAfter(key, PlainDate.parse('2026-12-01'))).toBe(to)
  })

  it.each([
    ['ArrowLeft', true, -1],
    ['ArrowRight', true, 1],
    ['ArrowUp', true, -7],
    ['ArrowDown', true, 7],
    ['ArrowDown', false, null],
    ['m', true, null],
  ])('%s with Alt %s moves a post by %s days', (key, altKey, days) => {
    expect(shiftOf({ key, altKey })).toBe(days)
  })

  it.each([
    ['ArrowDown', '09:30', '10:30'],
    ['ArrowUp', '00:45', null],
    ['ArrowUp', '10:00', '09:00'],
    ['ArrowDown', '23:00', null],
    ['ArrowLeft', '09:30', null],
  ])('Alt and %s at %s of the week lead to %s', (key, time, to) => {
    expect(hourAfter({ key, altKey: true }, ClockTime.parse(time))).toBe(to)
    expect(hourAfter({ key, altKey: false }, ClockTime.parse(time))).toBeNull()
  })
})

describe('room in a month', () => {
  it.each([
    [560, 6, false, 1],
    [560, 6, true, 2],
    [560, 5, false, 1],
    [880, 5, false, 3],
    [880, 5, true, 5],
    [200, 6, false, 1],
  ])('of %i px and %i weeks (one line %s) is %i posts a day', (height, weeks, dense, posts) => {
    expect(tilesFitting(height, weeks, dense)).toBe(posts)
  })
})

describe('holidays behind the days', () => {
  const all = StateCode.options
  const holiday = (name: string, states: readonly StateCode[], removed = false): Holiday => ({
    id: HolidayId.parse('20000000-0000-4000-8000-000000000001'),
    date: PlainDate.parse('2026-11-08'),
    ...{ name, nameEn: null, kind: 'state', states: [...states], reference: null },
    ...{ origin: 'list', doubts: {}, sources: [], removed },
  })
  const said = {
    nameOf: ({ name }: Holiday) => name,
    stateName: (state: StateCode) => state,
    states: (count: number) => `${String(count)} negeri`,
  }

  it('name the states where not all keep them, or how many', () => {
    expect(holidayText(holiday('Hari Malaysia', all), said, all.length)).toBe('Hari Malaysia')
    expect(holidayText(holiday('Thaipusam', all.slice(0, 2)), said, all.length)).toBe(
      'Thaipusam (MY-01, MY-02)',
    )
    expect(holidayText(holiday('Deepavali', all.slice(1)), said, all.length)).toBe(
      'Deepavali (15 negeri)',
    )
  })

  it('are told by day, the widest first, without those taken out', () => {
    const [one, wide, out] = [
      holiday('Sebuah', all.slice(0, 1)),
      holiday('Semua', all),
      holiday('Dibuang', all, true),
    ]
    const names = holidaysByDay([one, wide, out]).get(PlainDate.parse('2026-11-08'))
    expect(names?.map(({ name }) => name)).toEqual(['Semua', 'Sebuah'])
  })
})

it.each([
  [0, 'narrow'],
  [748, 'narrow'],
  [749, 'usual'],
  [1_349, 'usual'],
  [1_350, 'wide'],
])('days of a grid of %i pixels are %s', (width, room) => {
  expect(roomAcross(width)).toBe(room)
})
