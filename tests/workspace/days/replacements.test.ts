import { describe, expect, it } from 'vitest'
import { StateCode } from '#contract/states'
import { shippedReference } from '../../../src/main/workspace/days/reference.ts'
import { replacementDay } from '../../../src/main/workspace/days/rules/replacement.ts'
import { shippedHolidays } from '../../../src/main/workspace/days/rules/shipped.ts'

const listed = shippedHolidays(shippedReference()).filter(
  ({ date }) => date >= '2018' && date < '2028',
)
const saturdaySunday = StateCode.options.filter(
  (state) => !['MY-02', 'MY-03', 'MY-11'].includes(state),
)

/**
 * What the rule gives and no list has, as the notes on the sources say: the holiday's date and the
 * states.
 */
const notEstablished: readonly (readonly [string, readonly StateCode[]])[] = [
  // The Sultan's birthday and the Hari Hol in Johor.
  ['2018-03-23', ['MY-01']],
  ['2027-07-11', ['MY-01']],
  // Kaamatan and Christmas Eve on a Sunday, in Sabah and Labuan.
  ['2021-05-30', ['MY-12', 'MY-15']],
  ['2023-12-24', ['MY-12']],
  ['2026-05-31', ['MY-12', 'MY-15']],
  ['2027-05-30', ['MY-12', 'MY-15']],
  // Awal Muharram, which some lists never replace.
  ['2022-07-30', ['MY-03', 'MY-11']],
  ['2024-07-07', ['MY-07']],
  ['2027-06-06', saturdaySunday],
  // The second day of the Sultan's birthday in Kelantan.
  ['2022-11-12', ['MY-03']],
  ['2023-09-30', ['MY-03']],
  // Two holidays on one working day: promised in Johor, Kedah and Pahang, not in these lists.
  ['2023-03-23', ['MY-01']],
  ['2024-05-22', ['MY-06']],
  ['2024-09-16', ['MY-01', 'MY-02', 'MY-06']],
]

/** Each holiday of a state that the rule replaces, and the day it gives. */
function givenByRule(state: StateCode): { date: string; given: string }[] {
  const own = listed
    .filter(({ kind, states }) => ['federal', 'state'].includes(kind) && states.includes(state))
    .toSorted((one, other) => (one.date < other.date ? -1 : 1))
  const taken = new Set(own.map(({ date }) => date))
  return own.flatMap(({ date }, index) => {
    const given = replacementDay(state, date, {
      onAnother: own[index - 1]?.date === date,
      isHoliday: (day) => taken.has(day),
    })
    if (given === null) return []
    taken.add(given)
    return [{ date, given }]
  })
}

function datesOf(state: StateCode, kinds: readonly string[]): Set<string> {
  return new Set(
    listed
      .filter(({ kind, states }) => kinds.includes(kind) && states.includes(state))
      .map(({ date }) => date),
  )
}

describe('the rule for replacement days against ten years of lists', () => {
  it.each(StateCode.options)(
    'in %s gives what was given, but for what is not established',
    (state) => {
      const days = datesOf(state, ['replacement', 'special'])
      const missing = givenByRule(state).filter(({ given }) => !days.has(given))
      const expected = notEstablished.filter(([, states]) => states.includes(state))
      expect(missing.map(({ date }) => date).toSorted()).toEqual(
        expected.map(([date]) => date).toSorted(),
      )
    },
  )

  it.each(StateCode.options)('in %s explains every replacement day of the lists', (state) => {
    const given = new Set<string>(givenByRule(state).map((each) => each.given))
    const unexplained = [...datesOf(state, ['replacement'])].filter((date) => !given.has(date))
    // The day after polling of 2022 stands for a special holiday, not for a yearly one.
    const polling = ['MY-01', 'MY-02', 'MY-03'].includes(state) ? ['2022-11-20'] : []
    expect(unexplained).toEqual(polling)
  })

  it('is tried on hundreds of days', () => {
    expect(StateCode.options.flatMap(givenByRule).length).toBeGreaterThan(400)
  })
})
