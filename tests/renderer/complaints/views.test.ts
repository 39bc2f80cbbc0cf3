import { describe, expect, it } from 'vitest'
import { ComplaintStatus, transitions } from '#contract/complaintStatus'
import { ComplaintEvent } from '#contract/complaintEvents'
import { readRoad } from '#contract/roads'
import { personChange } from '../../../src/renderer/complaints/case/caseEditView'
import { startPerson } from '../../../src/renderer/complaints/case/meanwhile/caseRebase'
import {
  byDay,
  isQuoted,
  questionOf,
  writtenPlace,
} from '../../../src/renderer/complaints/case/timelineView'
import { readPlace, roadPlace } from '../../../src/renderer/complaints/placeView'
import {
  choicesMade,
  emptyFilter,
  isFiltering,
  sortingOf,
  sortings,
} from '../../../src/renderer/complaints/register/filterView'
import { stepsOf, wantsReason } from '../../../src/renderer/complaints/steps'
import { complaintWords } from '../../../src/renderer/complaints/words'
import { byLetter } from '../../../src/renderer/ui/byLetter'
import { contact } from '../../support/complaints.ts'

describe('road and kilometre in one field', () => {
  it.each<[string, string, number | null, number | null]>([
    ['FT04', 'FT4', null, null],
    ['ft 4', 'FT4', null, null],
    ['F.T. 004 km 12.3', 'FT4', 12_300, null],
    ['FT04 12,3', 'FT4', 12_300, null],
    ['ft4km12', 'FT4', 12_000, null],
    ['FT 5, KM 12 - 14', 'FT5', 12_000, 14_000],
    ['A15 14 hingga 12', 'A15', 12_000, 14_000],
    ['E1 km 305.5', 'E1', 305_500, null],
    [' SA 5: km 3 ', 'SA5', 3_000, null],
    ['FT412', 'FT412', null, null],
  ])('%j is %s from %s to %s', (typed, road, fromMetres, toMetres) => {
    expect(readPlace(typed)).toEqual({ kind: 'read', road, fromMetres, toMetres })
  })

  it.each(['km 12', 'Jalan Ipoh', 'FT04 dekat pasar', 'FT', '12.3', 'FT412.3', 'FT 12345'])(
    '%j is not understood',
    (typed) => {
      expect(readPlace(typed)).toEqual({ kind: 'unreadable' })
    },
  )

  it('nothing is nothing', () => {
    expect(readPlace('  ')).toEqual({ kind: 'empty' })
  })

  it.each<[string, number | null, number | null]>([
    ['FT04', null, null],
    ['FT04 km 12.3', 12_300, null],
    ['FT04 km 0', 0, null],
    ['FT04 km 12–14.05', 12_000, 14_050],
  ])('is written as %s, and read again as the same', (text, fromMetres, toMetres) => {
    const road = readRoad('FT4')
    expect(roadPlace({ road, fromMetres, toMetres })).toBe(text)
    expect(readPlace(text)).toEqual({ kind: 'read', road, fromMetres, toMetres })
  })

  it('is empty without a road', () => {
    expect(roadPlace({ road: null, fromMetres: null, toMetres: null })).toBe('')
  })
})

describe('steps of one or many', () => {
  it.each(ComplaintStatus.options)('from %s are those of the table', (from) => {
    const steps = stepsOf([from, from])
    expect(new Map(steps.map(({ to, asks }) => [to, asks]))).toEqual(
      new Map(Object.entries(transitions[from])),
    )
  })

  it('from several are those that all may take, with the strictest asking', () => {
    const both = stepsOf(['resolved', 'new'])
    expect(both.map(({ to }) => to)).toEqual(['in-progress'])
    expect(both[0]).toEqual({ to: 'in-progress', asks: 'reason', reopens: true })
    expect(stepsOf(['closed', 'voided'])).toEqual([])
    expect(stepsOf([])).toEqual([])
  })

  it('ask a reason where the table wants one, or the case it repeats', () => {
    const asks = (to: ComplaintStatus) => stepsOf(['new']).find((step) => step.to === to)
    expect(
      ['resolved', 'duplicate', 'forwarded'].map((to) => {
        const step = asks(ComplaintStatus.parse(to))
        return step !== undefined && wantsReason(step)
      }),
    ).toEqual([true, true, false])
  })

  it('and statuses have words in both languages', () => {
    for (const words of [complaintWords.ms, complaintWords.en]) {
      expect(Object.keys(words.status)).toEqual(ComplaintStatus.options)
      expect(Object.keys(words.step).sort()).toEqual([...ComplaintStatus.options].sort())
    }
  })
})

describe('the filter', () => {
  it('leaves nothing out when it is empty, and counts what is chosen', () => {
    expect(isFiltering(emptyFilter())).toBe(false)
    const filter = { ...emptyFilter(), open: true, kinds: ['policy', 'state-road'] }
    expect(choicesMade(filter)).toBe(3)
    expect(isFiltering(filter)).toBe(true)
  })

  it.each(['newest', 'oldest', 'received', 'changed'] as const)('knows the order %s', (key) => {
    expect(sortingOf(sortings[key].order, sortings[key].descending)).toBe(key)
  })
})

describe('the timeline', () => {
  const event = (id: number, at: string) =>
    ComplaintEvent.parse({
      ...{ id: `00000000-0000-4000-8000-00000000000${id}`, at, byName: 'Siti', kind: 'note' },
      ...{ from: null, to: null, assigneeId: null, changes: [], text: '', removed: false },
    })

  it('stands by day, the newest first', () => {
    const events = [
      event(1, '2026-11-20T02:00:00.000Z'),
      event(2, '2026-11-21T02:00:00.000Z'),
      event(3, '2026-11-21T03:00:00.000Z'),
    ]
    const days = byDay(events, (at) => at.slice(0, 10))
    expect(days.map(({ day, events: of }) => [day, of.map(({ id }) => id.at(-1))])).toEqual([
      ['2026-11-21', ['3', '2']],
      ['2026-11-20', ['1']],
    ])
  })

  it('writes places, names questions and quotes no long text', () => {
    expect(writtenPlace('road', 'FT4')).toBe('FT04')
    expect(writtenPlace('fromMetres', '12300')).toBe('km 12.3')
    expect(writtenPlace('district', 'Raub')).toBeNull()
    expect(questionOf({ field: 'answers.lane' })).toBe('lane')
    expect(questionOf({ field: 'what' })).toBeNull()
    expect(isQuoted({ field: 'what', before: 'a', after: 'b' })).toBe(false)
    expect(isQuoted({ field: 'district', before: null, after: 'Raub' })).toBe(true)
    expect(isQuoted({ field: 'phone', before: null, after: null })).toBe(false)
  })
})

describe('who complained, corrected', () => {
  const ali = contact('Ali bin Abu', { phone: '012' })

  it('is left alone, corrected, or somebody else', () => {
    expect(personChange(startPerson(ali), ali, false)).toEqual({ kind: 'none' })
    expect(personChange(startPerson(null), null, false)).toEqual({ kind: 'none' })
    const renamed = { ...startPerson(ali), name: 'Ali bin Ahmad' }
    const named = contact('Ali bin Ahmad', { phone: '012' })
    expect(personChange(renamed, ali, false)).toEqual({ kind: 'contact', contact: named })
    const other = { kind: 'other', choice: { kind: 'new', contact: named } }
    expect(personChange(renamed, ali, true)).toEqual(other)
    expect(personChange({ ...renamed, anonymous: true }, ali, true)).toEqual({
      kind: 'other',
      choice: { kind: 'anonymous' },
    })
    expect(personChange({ ...renamed, name: ' ' }, ali, false)).toBeNull()
  })
})

describe('letters', () => {
  const channels = ['Facebook', 'E-mel', 'Surat', 'SISPAA', 'Telefon'].map((label) => ({ label }))

  it.each([
    ['t', 0, 4],
    ['s', -1, 2],
    ['S', 2, 3],
    ['s', 3, 2],
    ['q', 0, -1],
  ])('%s after place %i leads to %i', (letter, from, to) => {
    expect(byLetter(channels, letter, from)).toBe(to)
  })
})
