import type { SliceHandlers } from '#contract/call'
import { cases } from '#contract/complaintCases'
import type { FigureQuestion } from '#contract/complaintOverview'
import type { ComplaintFilter, ComplaintRow } from '#contract/complaints'
import type {
  CaseList,
  CharterReport,
  complaintStatistics,
  MeetingPack,
  StatisticNames,
  YearReport,
} from '#contract/complaintStatistics'
import { PlainDate } from '#contract/values'
import type { Contexts, QueryContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { listPeople } from '../../people/queries.ts'
import { itemsOf } from '../../reference/queries.ts'
import { csvOf } from '../../reports/csv.ts'
import type { FilterBasis } from '../queries/filter.ts'
import { pageOfComplaints } from '../queries/list.ts'
import { promiseLines, promisesByDay } from '../queries/promises.ts'
import { charterColumns, charterRows } from '../reports/charterTable.ts'
import { meetingColumns } from '../reports/meetingTable.ts'
import { yearColumns, yearRows } from '../reports/yearTable.ts'
import { basisOf } from './basis.ts'
import { ofPeriod, overviewOf, promiseLimits, standingNow } from './overview.ts'
import { recurrencesOf } from './recurrences.ts'

type Context = Pick<QueryContext, 'db' | 'clock'>
type Scope = Pick<FigureQuestion, 'states' | 'kinds'>

/** What a meeting leafs through of each list; the table has all. */
const mostOnPaper = 100
/** The list gives no more at once. */
const mostAtOnce = 1_000

export const statisticHandlers: SliceHandlers<typeof complaintStatistics, Contexts> = {
  charterReport: (context, question) => charterOf(context, question),

  async charterCsv(context, { language, ...question }) {
    const report = await charterOf(context, question)
    return { csv: csvOf(charterColumns(language), charterRows(report, language), language) }
  },

  yearReport: (context, { year, ...scope }) => yearOf(context, year, scope),

  async yearCsv(context, { language, year, ...scope }) {
    const report = await yearOf(context, year, scope)
    return { csv: csvOf(yearColumns, yearRows(report, language), language) }
  },

  meetingPack: (context, { since, ...scope }) => meetingOf(context, since, scope),

  async meetingCsv(context, { language, ...scope }) {
    const { db, clock } = context
    const basis = await basisOf(context)
    const names = await namesOf(db)
    const rows: ComplaintRow[] = []
    for (let total = 1; rows.length < total;) {
      const page = await openPage(db, scope, basis, rows.length)
      total = page.rows.length === 0 ? 0 : page.total
      rows.push(...page.rows)
    }
    return { csv: csvOf(meetingColumns(language, names, clock.now()), rows, language) }
  },
}

async function charterOf(context: Context, question: FigureQuestion): Promise<CharterReport> {
  const { db } = context
  const basis = await basisOf(context)
  const limits = await promiseLimits(db)
  const days = await promisesByDay(db, question, basis)
  const months = [...new Set(days.map(({ day }) => day.slice(0, 7)))]
  const { duplicates, falses, voided } = await ofPeriod(db, question, basis)
  const counted = days.reduce((sum, { complaints }) => sum + complaints, 0)
  const known = new Set(limits.map(({ set }) => set))
  const inTable = days.filter(({ set }) => known.has(set))
  return {
    ...{ question, limits },
    months: months.map((month) => ({
      month,
      lines: promiseLines(
        days.filter(({ day }) => day.startsWith(month)),
        limits,
      ),
    })),
    total: promiseLines(days, limits),
    leftOut: {
      ...{ duplicates, falses, voided },
      unmeasured: days.reduce((sum, { unmeasured }) => sum + unmeasured, 0),
      withoutSet: counted - inTable.reduce((sum, { complaints }) => sum + complaints, 0),
    },
    names: await namesOf(db),
  }
}

async function yearOf(context: Context, year: number, scope: Scope): Promise<YearReport> {
  const { db } = context
  const basis = await basisOf(context)
  const of = (wanted: number): FigureQuestion => ({
    ...scope,
    from: PlainDate.parse(`${wanted}-01-01`),
    to: PlainDate.parse(`${wanted}-12-31`),
  })
  return {
    ...{ year, question: of(year) },
    overview: await overviewOf(db, of(year), basis),
    before: await ofPeriod(db, of(year - 1), basis),
    limits: await promiseLimits(db),
    names: await namesOf(db),
  }
}

async function meetingOf(context: Context, since: PlainDate, scope: Scope): Promise<MeetingPack> {
  const { db, clock } = context
  const basis = await basisOf(context)
  const today = malaysianTime(clock.now()).day
  const question = { ...scope, from: since, to: today }
  const listed = async (filter: ComplaintFilter): Promise<CaseList> =>
    pageOfComplaints(
      db,
      { filter, order: 'due', descending: false, offset: 0, limit: mostOnPaper },
      basis,
    )
  return {
    ...{ since, today, question },
    now: await standingNow(db, question, basis),
    period: await ofPeriod(db, question, basis),
    late: await listed(cases.now(scope, 'late')),
    unassigned: await listed(cases.now(scope, 'unassigned')),
    open: await listed(cases.now(scope, 'open')),
    recurrences: await recurrencesOf(context, scope),
    names: await namesOf(db),
  }
}

function openPage(db: Reader, scope: Scope, basis: FilterBasis, offset: number): Promise<CaseList> {
  const filter = cases.now(scope, 'open')
  return pageOfComplaints(
    db,
    { filter, order: 'number', descending: false, offset, limit: mostAtOnce },
    basis,
  )
}

/** What keys and ids are called. */
async function namesOf(db: Reader): Promise<StatisticNames> {
  const of = async (list: 'complaint-kinds' | 'complaint-sub-kinds' | 'complaint-channels') =>
    named(await itemsOf(db, list, true))
  const sets = await itemsOf(db, 'clock-sets', true)
  return {
    kinds: await of('complaint-kinds'),
    subKinds: await of('complaint-sub-kinds'),
    channels: await of('complaint-channels'),
    states: named(await itemsOf(db, 'states', true)),
    agencies: named(await itemsOf(db, 'agencies', true)),
    sets: Object.fromEntries(sets.map(({ key, ms, en, clause }) => [key, { ms, en, clause }])),
    people: Object.fromEntries((await listPeople(db)).map(({ id, name }) => [id, name])),
  }
}

function named(
  items: readonly { readonly key: string; readonly ms: string; readonly en: string }[],
) {
  return Object.fromEntries(items.map(({ key, ms, en }) => [key, { ms, en }]))
}
