import type { SliceHandlers } from '#contract/call'
import { cases } from '#contract/complaintCases'
import { PromiseClock } from '#contract/complaintFigures'
import type {
  complaintOverview,
  FigureQuestion,
  Overview,
  PromiseLimit,
  StepTimes,
  TimedStep,
  YearOfMonths,
} from '#contract/complaintOverview'
import { ComplaintFilter } from '#contract/complaints'
import { PlainDate } from '#contract/values'
import type { Contexts } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { itemsOf } from '../../reference/queries.ts'
import type { FilterBasis } from '../queries/filter.ts'
import {
  countEach,
  firstAnswers,
  receivedByDay,
  satisfactionOf,
  stepMoments,
  tallyAgencies,
  tallyBy,
} from '../queries/figures.ts'
import { promiseLines, promisesByDay } from '../queries/promises.ts'
import { quantile } from '../rules/quantiles.ts'
import { basisOf } from './basis.ts'

export const overviewHandlers: SliceHandlers<
  Pick<typeof complaintOverview, 'overview'>,
  Contexts
> = {
  overview: async (context, question) => overviewOf(context.db, question, await basisOf(context)),
}

/** Everything the overview shows, each figure counted by the filter that opens its cases. */
export async function overviewOf(
  db: Reader,
  question: FigureQuestion,
  basis: FilterBasis,
): Promise<Overview> {
  const received = cases.received(question)
  const limits = await promiseLimits(db)
  return {
    now: await standingNow(db, question, basis),
    period: await ofPeriod(db, question, basis),
    kinds: await tallyBy(db, received, 'kinds', basis),
    subKinds: await tallyBy(db, received, 'subKinds', basis),
    states: await tallyBy(db, received, 'states', basis),
    channels: await tallyBy(db, received, 'channels', basis),
    accounts: await tallyBy(db, received, 'accountIds', basis),
    severities: await tallyBy(db, received, 'severities', basis),
    difficulties: await tallyBy(db, received, 'difficulties', basis),
    assignees: await tallyBy(db, received, 'assigneeIds', basis),
    agencies: await tallyAgencies(db, received, basis),
    times: await timesOf(db, question, basis),
    promises: promiseLines(await promisesByDay(db, question, basis), limits),
    satisfaction: await satisfactionOf(db, received, basis),
    years: await yearsOf(db, question, basis),
  }
}

/** Limits of all sets, those no longer offered too. */
export async function promiseLimits(db: Reader): Promise<PromiseLimit[]> {
  const sets = await itemsOf(db, 'clock-sets', true)
  return sets.flatMap(({ key, limits }) =>
    PromiseClock.options.flatMap((clock) => {
      const limit = limits[clock]
      return limit === null ? [] : [{ set: key, clock, limit }]
    }),
  )
}

/** How the register stands now. */
export function standingNow(
  db: Reader,
  question: FigureQuestion,
  basis: FilterBasis,
): Promise<Overview['now']> {
  const { states, kinds } = question
  return countEach(
    db,
    ComplaintFilter.parse({ states, kinds }),
    {
      open: cases.now(question, 'open'),
      late: cases.now(question, 'late'),
      dueToday: cases.now(question, 'dueToday'),
      paused: cases.now(question, 'paused'),
      unassigned: cases.now(question, 'unassigned'),
    },
    basis,
  )
}

/** What came in and was settled in the period. */
export async function ofPeriod(
  db: Reader,
  question: FigureQuestion,
  basis: FilterBasis,
): Promise<Overview['period']> {
  const { from, to, states, kinds } = question
  const whole = ComplaintFilter.parse({ states, kinds, from, to })
  const settled = cases.settled(question)
  return {
    ...(await countEach(
      db,
      whole,
      {
        received: cases.received(question),
        stillOpen: cases.stillOpen(question),
        wrongDoor: cases.wrongDoor(question),
        reopened: cases.reopened(question),
        duplicates: cases.standing(question, 'duplicate'),
        falses: cases.standing(question, 'false'),
        voided: cases.standing(question, 'voided'),
      },
      basis,
    )),
    ...(await countEach(db, settled, { settled }, basis)),
  }
}

/** How long each step took. */
export async function timesOf(
  db: Reader,
  question: FigureQuestion,
  basis: FilterBasis,
): Promise<StepTimes[]> {
  const filter = cases.received(question)
  const rows = await stepMoments(db, filter, basis)
  const answers = await firstAnswers(db, filter, basis)
  const ofStep = (step: Exclude<TimedStep, 'answer'>) =>
    rows.flatMap((row) => {
      const done = row[step]
      return done === null ? [] : [minutes(row.received, done)]
    })
  return [
    timed('acknowledge', ofStep('acknowledge')),
    timed('respond', ofStep('respond')),
    timed(
      'answer',
      answers.map(({ received, answered }) => minutes(received, answered)),
    ),
    timed('close', ofStep('close')),
  ]
}

function timed(step: TimedStep, taken: readonly number[]): StepTimes {
  const sorted = taken.toSorted((a, b) => a - b)
  const [median, p90] = [quantile(sorted, 0.5), quantile(sorted, 0.9)]
  return { step, count: sorted.length, median, p90 }
}

/** What is entered later than it happened may seem to have taken less than no time. */
function minutes(from: string, to: string): number {
  return Math.max(0, (Date.parse(to) - Date.parse(from)) / 60_000)
}

/** Months of the year of the last day, and of the five years before. */
export async function yearsOf(
  db: Reader,
  question: FigureQuestion,
  basis: FilterBasis,
): Promise<YearOfMonths[]> {
  const last = Number(question.to.slice(0, 4))
  const from = PlainDate.parse(`${last - 5}-01-01`)
  const to = PlainDate.parse(`${last}-12-31`)
  const days = await receivedByDay(db, { ...question, from, to }, basis)
  return Array.from({ length: 6 }, (_, back) => {
    const year = last - back
    const months = Array.from({ length: 12 }, () => 0)
    for (const { day, count } of days) {
      if (!day.startsWith(`${year}-`)) continue
      const month = Number(day.slice(5, 7)) - 1
      months[month] = (months[month] ?? 0) + count
    }
    return { year, months }
  })
}
