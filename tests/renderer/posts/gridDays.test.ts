import { ChevronUp } from '@lucide/vue'
import { describe, expect, it } from 'vitest'
import { NoteId, type CalendarNote } from '#contract/planning'
import { PlainDate } from '#contract/values'
import {
  inOrder,
  isBlackout,
  kindOf,
  notesByDay,
  type DayMark,
  type MarkKind,
} from '../../../src/renderer/posts/grid/dayMarks'
import {
  dayMarksElement,
  tellCell,
  tellMarks,
} from '../../../src/renderer/posts/grid/dayMarksElement'
import { dayAdd } from '../../../src/renderer/posts/grid/dayAdd'
import { dayTop, type DayFacts } from '../../../src/renderer/posts/grid/dayTop'
import type { StripMark } from '../../../src/renderer/posts/grid/rhythmStrip'
import { whereText } from '../../../src/renderer/posts/grid/holidayView'
import type { PhaseFace } from '../../../src/renderer/posts/phases'
import { PhaseId } from '#contract/cycles'

const date = (text: string) => PlainDate.parse(text)

function noteOf(at: number, startsOn: string, endsOn: string): CalendarNote {
  return {
    id: NoteId.parse(`30000000-0000-4000-8000-00000000000${String(at)}`),
    ...{ title: `Nota ${String(at)}`, text: '', kind: 'note', reason: null, effect: null },
    ...{ startsOn: date(startsOn), endsOn: date(endsOn), states: [] },
  }
}

function markOf(kind: MarkKind, text: string): DayMark {
  return { kind, text, words: `${kind}: ${text}` }
}

const phase: PhaseFace = {
  id: PhaseId.parse('40000000-0000-4000-8000-000000000001'),
  ...{ number: 4, name: 'Pelaksanaan', colour: 'orange' },
}

describe('what stands behind the days', () => {
  it('is every note on each of its days, within the days that are shown', () => {
    const notes = [
      noteOf(1, '2026-10-01', '2026-11-03'),
      noteOf(2, '2026-11-03', '2026-11-03'),
      noteOf(3, '2026-11-05', '2027-01-31'),
      noteOf(4, '2026-12-01', '2026-12-02'),
    ]
    const days = notesByDay(notes, { from: date('2026-11-02'), to: date('2026-11-06') })
    expect([...days].map(([day, all]) => [day, all.map(({ title }) => title)])).toEqual([
      ['2026-11-02', ['Nota 1']],
      ['2026-11-03', ['Nota 1', 'Nota 2']],
      ['2026-11-05', ['Nota 3']],
      ['2026-11-06', ['Nota 3']],
    ])
  })

  it('tells first what stops a post, then holidays, then notes', () => {
    const marks = (['note', 'holiday', 'warn', 'hold'] as const).map((kind) => markOf(kind, 'x'))
    expect(inOrder(marks).map(({ kind }) => kind)).toEqual(['hold', 'warn', 'holiday', 'note'])
    const same = [markOf('note', 'a'), markOf('note', 'b')]
    expect(inOrder(same)).toEqual(same)
  })

  it.each([
    [null, 'note', false],
    ['warn', 'warn', true],
    ['hold', 'hold', true],
  ] as const)('with the effect %s is %s', (effect, kind, blackout) => {
    expect(kindOf({ effect })).toBe(kind)
    expect(isBlackout({ kind })).toBe(blackout)
  })

  it('names the states of what is not for the whole country', () => {
    const words = {
      stateName: (state: string) => state,
      states: (n: number) => `${String(n)} negeri`,
    }
    expect(whereText(['MY-08'], words, 16)).toBe(' (MY-08)')
    expect(whereText(['MY-01', 'MY-02', 'MY-03', 'MY-04'], words, 16)).toBe(' (4 negeri)')
    expect(whereText(['MY-08', 'MY-10'], words, 2)).toBe('')
  })

  it('is shown by the name of the first and the number of the others, all said in the title', () => {
    const root = dayMarksElement()
    tellMarks(root, [markOf('hold', 'Berkabung'), markOf('holiday', 'Deepavali')])
    expect(root.textContent).toBe('Berkabung+1')
    expect(root.title).toBe('hold: Berkabung\nholiday: Deepavali')
    expect(root.className).toBe('day-marks is-hold')
    expect(root.querySelectorAll('.signs-before')).toHaveLength(1)
    tellMarks(root, [])
    expect([root.textContent, root.title, root.className]).toEqual(['', '', 'day-marks'])
  })

  it('colours the ground of its cells, and leaves it when it is gone', () => {
    const cell = document.createElement('div')
    tellCell(cell, { marks: [markOf('warn', 'a'), markOf('holiday', 'b')], phase })
    expect(cell.getAttributeNames().sort()).toEqual(['data-blackout', 'data-holiday', 'data-phase'])
    expect(cell.dataset['phase']).toBe('orange')
    tellCell(cell, { marks: [markOf('note', 'c')], phase: null })
    expect(cell.getAttributeNames()).toEqual([])
  })
})

describe('the head of a day', () => {
  const facts: DayFacts = {
    ...{ label: 'Rabu, Cuti: Deepavali, Fasa 4: Pelaksanaan', phaseWords: 'Fasa 4: Pelaksanaan' },
    behind: { marks: [markOf('holiday', 'Deepavali')], phase },
    ...{ isFocused: true, rhythm: [], rhythmLabel: 'Irama' },
  }

  it('says all of it in its button, and draws only what has changed', () => {
    const head = dayTop(date('2026-11-25'), '25')
    head.tell(facts)
    const number = head.root.querySelector('button')
    const drawn = head.root.querySelector('.day-mark-name')
    expect(number?.textContent).toBe('25')
    expect(number?.getAttribute('aria-label')).toBe(facts.label)
    expect([number?.tabIndex, head.root.title]).toEqual([0, 'Fasa 4: Pelaksanaan'])
    const ofWeek = dayTop(date('2026-11-25'), 'Rab 25')
    ofWeek.tell(facts)
    const shown = ofWeek.root.querySelector('.day-number')
    expect([shown?.textContent, shown?.getAttribute('aria-label')]).toEqual(['Rab 25', null])
    expect(shown?.querySelector('[role="img"]')?.getAttribute('aria-label')).toBe(facts.label)
    head.tell({ ...facts, isFocused: false })
    expect(number?.tabIndex).toBe(-1)
    expect(head.root.querySelector('.day-mark-name')).toBe(drawn)
    head.tell({ ...facts, label: 'Rabu', behind: { marks: [], phase }, phaseWords: '' })
    expect(head.root.querySelector('.day-mark-name')).toBeNull()
  })

  it('has a strip of its rhythm only while a channel is uneven, after what stands behind it', () => {
    const head = dayTop(date('2026-11-25'), '25')
    const mark = (standing: 'over' | 'under', accounts: number, words: string): StripMark => ({
      ...{ standing, accounts, words, channel: ChevronUp },
    })
    const [over, under] = [mark('over', 2, 'X: 2 lebih'), mark('under', 6, 'Facebook: 6 kurang')]
    const strip = () => head.root.querySelector<HTMLElement>('.day-rhythm')
    head.tell(facts)
    expect(strip()).toBeNull()
    head.tell({ ...facts, rhythm: [over] })
    expect(strip()?.previousElementSibling?.className).toContain('day-marks')
    expect([strip()?.textContent, strip()?.title]).toEqual(['2', 'Irama\nX: 2 lebih'])
    expect(strip()?.getAttribute('aria-label')).toBe('Irama, X: 2 lebih')
    expect(strip()?.classList.contains('is-over')).toBe(true)
    head.tell({ ...facts, rhythm: [over, under] })
    const told = [...(strip()?.children ?? [])].map(({ textContent }) => textContent)
    expect([told, strip()?.classList.contains('is-over')]).toEqual([['2', '6'], false])
    head.tell({ ...facts, isFocused: false, rhythm: [under] })
    expect([strip()?.tabIndex, strip()?.childElementCount]).toEqual([-1, 0])
    head.tell(facts)
    expect(strip()).toBeNull()
  })

  it('has the sign for adding while it is pointed at, and only for who may', () => {
    const [one, other] = [dayTop(date('2026-11-25'), '25'), dayTop(date('2026-11-26'), '26')]
    const cells = [one, other].map(({ root }) => {
      const cell = document.createElement('div')
      cell.className = 'cal-cell'
      cell.append(root, document.createElement('p'))
      return cell
    })
    const days = () =>
      cells.flatMap((cell) =>
        [...cell.querySelectorAll<HTMLElement>('.day-add')].map(
          (add) => add.closest<HTMLElement>('[data-day]')?.dataset['day'],
        ),
      )
    const { follow } = dayAdd()
    follow(cells[0]?.querySelector('p') ?? null, 'Tambah')
    expect(days()).toEqual(['2026-11-25'])
    expect(one.root.querySelector('.day-add')?.getAttribute('aria-label')).toBe('Tambah')
    follow(other.root.querySelector('.day-number'), 'Tambah')
    expect(days()).toEqual(['2026-11-26'])
    follow(other.root, null)
    expect(days()).toEqual([])
  })
})
