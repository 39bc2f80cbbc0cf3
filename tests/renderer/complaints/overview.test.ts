import { describe, expect, it } from 'vitest'
import { cases, daysOfMonth } from '#contract/complaintCases'
import { noFigureChoices, type FigureChoices } from '#contract/complaintFigures'
import { PlainDate } from '#contract/values'
import {
  clockWords,
  stepWords,
} from '../../../src/main/workspace/complaints/reports/figureWords.ts'
import { daysOf } from '../../../src/renderer/complaints/overview/periods.ts'
import { choicesMade, emptyFilter } from '../../../src/renderer/complaints/register/filterView.ts'
import { messages } from '../../../src/renderer/words/messages.ts'

describe('the periods of the overview', () => {
  it.each([
    ['month', '2026-11-23', '2026-11-01', '2026-11-30'],
    ['month', '2028-02-29', '2028-02-01', '2028-02-29'],
    ['quarter', '2026-11-23', '2026-10-01', '2026-12-31'],
    ['quarter', '2026-03-31', '2026-01-01', '2026-03-31'],
    ['quarter', '2026-04-01', '2026-04-01', '2026-06-30'],
    ['year', '2026-12-31', '2026-01-01', '2026-12-31'],
    ['last-year', '2026-01-01', '2025-01-01', '2025-12-31'],
  ] as const)('%s around %s', (key, today, from, to) => {
    expect(daysOf(key, PlainDate.parse(today))).toEqual({ from, to })
  })

  it('know how long a month is', () => {
    expect(daysOfMonth(2026, 12)).toEqual({ from: '2026-12-01', to: '2026-12-31' })
    expect(daysOfMonth(2027, 2).to).toBe('2027-02-28')
  })
})

describe('what a figure asks of the register', () => {
  it('is counted among the choices of the filter, a span or a list as one', () => {
    expect(choicesMade(emptyFilter())).toBe(0)
    const made: FigureChoices = {
      ...{ without: ['states', 'assigneeIds'], agencies: ['llm'], scores: [1, 2] },
      ...{ reopened: true, answered: true, district: 'Raub' },
      settledFrom: PlainDate.parse('2026-01-01'),
      settledTo: PlainDate.parse('2026-01-02'),
      promise: { clock: 'close', set: null, outcome: 'met' },
      along: { road: 'FT4' as never, from: 0, to: 1 },
    }
    expect(Object.keys(made).toSorted()).toEqual(Object.keys(noFigureChoices).toSorted())
    // Without, agencies, scores, reopened, answered, district, settled, promise, along.
    expect(choicesMade({ ...emptyFilter(), ...made })).toBe(9)
    const { from, to } = daysOfMonth(2026, 1)
    expect(choicesMade({ ...emptyFilter(), from, to })).toBe(1)
    expect(choicesMade({ ...emptyFilter(), to })).toBe(1)
    // What came in within a month: its days, and without the voided.
    const received = cases.received({ ...daysOfMonth(2026, 1), states: [], kinds: [] })
    expect(choicesMade(received)).toBe(2)
    expect(choicesMade({ ...emptyFilter(), statuses: ['new', 'closed'] })).toBe(2)
  })

  it('leaves out what was voided, but where the register is asked how it stands', () => {
    const question = { ...daysOfMonth(2026, 1), states: [], kinds: [] }
    expect(cases.received(question).statuses).not.toContain('voided')
    expect(cases.settled(question)).toMatchObject({
      ...{ from: null, to: null, settledFrom: '2026-01-01', settledTo: '2026-01-31' },
    })
    expect(cases.promise(question, 'kkr', 'close', 'met').statuses).not.toContain('false')
    expect(cases.now(question, 'late')).toEqual({ ...emptyFilter(), late: true })
  })
})

it('the tables beside the reports say things as the window does', () => {
  for (const language of ['ms', 'en'] as const) {
    const { clocks, overview } = messages[language].complaints
    for (const [key, said] of Object.entries(clockWords)) {
      expect(said[language]).toBe(Reflect.get(clocks.name, key))
    }
    for (const [key, said] of Object.entries(stepWords)) {
      expect(said[language]).toBe(Reflect.get(overview.times, key))
    }
  }
})
