import { cases } from '#contract/complaintCases'
import { promised, PromiseClock, type PromiseOutcome } from '#contract/complaintFigures'
import { open } from '#contract/complaintStatus'
import type { FigureQuestion, PromiseFigures } from '#contract/complaintOverview'
import type { Reader } from '../../database/schema.ts'
import { fits, type FilterBasis } from './filter.ts'
import { stands } from './figureFilter.ts'

/** How promises were kept to complaints of one set received on one day. */
export interface PromiseDay {
  readonly day: string
  readonly set: string
  /** How many complaints that was. */
  readonly complaints: number
  /** Of them, how many came in settled from a sheet that does not say when. */
  readonly unmeasured: number
  readonly outcomes: Readonly<Record<PromiseClock, Readonly<Record<Standing, number>>>>
}

type Standing = Exclude<PromiseOutcome, 'owed' | 'done'>
const standings = ['met', 'missed', 'running'] as const satisfies readonly Standing[]

/** By day and set of limits, in one pass; which of the clocks have a limit the sets say. */
export async function promisesByDay(
  db: Reader,
  question: FigureQuestion,
  basis: FilterBasis,
): Promise<PromiseDay[]> {
  const filter = { ...cases.received(question), statuses: [...promised] }
  const rows = await db
    .selectFrom('complaint')
    .select(['complaint.received_day as day', 'complaint.clock_set as set'])
    .select((e) => e.fn.countAll<number | string>().as('complaints'))
    .select((e) =>
      e.fn
        .countAll<number | string>()
        .filterWhere('complaint.settled_at', 'is', null)
        .filterWhere('complaint.status', 'not in', open)
        .as('unmeasured'),
    )
    .select((e) =>
      PromiseClock.options.flatMap((clock) =>
        standings.map((outcome) =>
          e.fn
            .countAll<number | string>()
            .filterWhere(stands(e, { clock, set: null, outcome }, basis.now))
            .as(`${clock}_${outcome}` as const),
        ),
      ),
    )
    .where(fits(filter, basis))
    .groupBy(['complaint.received_day', 'complaint.clock_set'])
    .orderBy('complaint.received_day')
    .orderBy('complaint.clock_set')
    .execute()
  return rows.map((row) => ({
    ...{ day: row.day, set: row.set, complaints: Number(row.complaints) },
    unmeasured: Number(row.unmeasured),
    outcomes: {
      acknowledge: of(row, 'acknowledge'),
      respond: of(row, 'respond'),
      progress: of(row, 'progress'),
      close: of(row, 'close'),
    },
  }))
}

function of(
  row: Readonly<Record<`${PromiseClock}_${Standing}`, number | string>>,
  clock: PromiseClock,
): Record<Standing, number> {
  return {
    met: Number(row[`${clock}_met`]),
    missed: Number(row[`${clock}_missed`]),
    running: Number(row[`${clock}_running`]),
  }
}

/** The days put together: a line for each promise of each set, in the order of the sets. */
export function promiseLines(
  days: readonly PromiseDay[],
  limits: readonly { readonly set: string; readonly clock: PromiseClock }[],
): PromiseFigures[] {
  return limits
    .map(({ set, clock }) => {
      const mine = days.filter((day) => day.set === set).map(({ outcomes }) => outcomes[clock])
      const sum = (outcome: Standing) => mine.reduce((all, each) => all + each[outcome], 0)
      return { set, clock, met: sum('met'), missed: sum('missed'), running: sum('running') }
    })
    .filter(({ met, missed, running }) => met + missed + running > 0)
}
