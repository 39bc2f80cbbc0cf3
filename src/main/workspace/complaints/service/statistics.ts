import type { SliceHandlers } from '#contract/call'
import { cases } from '#contract/complaintCases'
import type { FigureQuestion, Overview } from '#contract/complaintOverview'
import type { ComplaintFilter, ComplaintRow } from '#contract/complaints'
import type {
  CaseList,
  CharterReport,
  complaintStatistics,
  MeetingPack,
  StatisticNames,
  YearReport,
} from '#contract/complaintStatistics'
import { PlainDate, type Language } from '#contract/values'
import { listAccounts } from '../../accounts/queries.ts'
import type { Contexts, QueryContext } from '../../context.ts'
import type { Reader } from '../../database/schema.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { itemsOf } from '../../reference/queries.ts'
import { csvOf } from '../../reports/csv.ts'
import { sheetOf, workbookOf } from '../../reports/xlsx.ts'
import { openDecisions } from '../queries/decisions.ts'
import type { FilterBasis } from '../queries/filter.ts'
import { pageOfComplaints } from '../queries/list.ts'
import { waitingDrafts } from '../queries/openCases.ts'
import { promiseLines, promisesByDay } from '../queries/promises.ts'
import { charterColumns, charterRows } from '../reports/charterTable.ts'
import { decidedColumns, meetingColumns, meetingName } from '../reports/meetingTable.ts'
import { yearColumns, yearRows } from '../reports/yearTable.ts'
import { withZeros } from '../rules/withZeros.ts'
import { basisOf } from './basis.ts'
import { waitingNames, waitingSheets } from './waitingSheets.ts'
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

  yearReport: (context, { year, zeros, ...scope }) => yearOf(context, { year, zeros }, scope),

  async yearCsv(context, { language, year, zeros, ...scope }) {
    const report = await yearOf(context, { year, zeros }, scope)
    return { csv: csvOf(yearColumns, yearRows(report, language), language) }
  },

  meetingPack: (context, { since, ...scope }) => meetingOf(context, since, scope),

  async meetingCsv(context, { language, ...scope }) {
    const { columns, rows } = await meetingTable(context, scope, language)
    return { csv: csvOf(columns, rows, language) }
  },

  async meetingXlsx(context, { language, ...scope }) {
    const { columns, rows, waits, names } = await meetingTable(context, scope, language)
    const wide = [...columns, ...decidedColumns]
    const bytes = await workbookOf([
      sheetOf(wide, rows, { language, name: meetingName[language] }),
      ...waitingSheets(waits, names, language),
    ])
    return { bytes }
  },
}

async function meetingTable(
  context: Context,
  { since, ...scope }: Scope & { readonly since: PlainDate },
  language: Language,
) {
  const { db, clock } = context
  const basis = await basisOf(context)
  const names = { ...(await namesOf(db)), ...(await waitingNames(db)) }
  const rows: ComplaintRow[] = []
  for (let total = 1; rows.length < total;) {
    const page = await openPage(db, scope, basis, rows.length)
    total = page.rows.length === 0 ? 0 : page.total
    rows.push(...page.rows)
  }
  const listed = new Set<string>(rows.map(({ id }) => id))
  const waits = {
    decided: await openDecisions(db, scope, since),
    drafts: (await waitingDrafts(db)).filter(({ complaintId }) => listed.has(complaintId)),
  }
  return { columns: meetingColumns(language, names, clock.now(), waits), rows, waits, names }
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

async function yearOf(
  context: Context,
  { year, zeros }: Pick<YearReport, 'year' | 'zeros'>,
  scope: Scope,
): Promise<YearReport> {
  const { db } = context
  const basis = await basisOf(context)
  const of = (wanted: number): FigureQuestion => ({
    ...scope,
    from: PlainDate.parse(`${wanted}-01-01`),
    to: PlainDate.parse(`${wanted}-12-31`),
  })
  return {
    ...{ year, zeros, question: of(year) },
    overview: zeros
      ? await withEveryRow(db, await overviewOf(db, of(year), basis), scope)
      : await overviewOf(db, of(year), basis),
    before: await ofPeriod(db, of(year - 1), basis),
    limits: await promiseLimits(db),
    names: await namesOf(db),
  }
}

type OfferedList = 'complaint-kinds' | 'complaint-channels' | 'states'

/** What is offered and had no complaint too; of chosen states and kinds those alone. */
async function withEveryRow(db: Reader, overview: Overview, scope: Scope): Promise<Overview> {
  const offered = async (list: OfferedList) => (await itemsOf(db, list)).map(({ key }) => key)
  const kinds = scope.kinds.length > 0 ? scope.kinds : await offered('complaint-kinds')
  const states = scope.states.length > 0 ? scope.states : await offered('states')
  return {
    ...overview,
    kinds: withZeros(overview.kinds, kinds),
    subKinds: withZeros(overview.subKinds, await subKindsOf(db, kinds)),
    states: withZeros(overview.states, states),
    channels: withZeros(overview.channels, await offered('complaint-channels')),
    accounts: withZeros(overview.accounts, await accountsInUse(db)),
  }
}

async function subKindsOf(db: Reader, kinds: readonly string[]): Promise<string[]> {
  const offered = await itemsOf(db, 'complaint-sub-kinds')
  return offered
    .filter((each) => each.kinds.some((kind) => kinds.includes(kind)))
    .map(({ key }) => key)
}

async function accountsInUse(db: Reader): Promise<string[]> {
  return (await listAccounts(db)).filter(({ active }) => active).map(({ id }) => id)
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
    decisions: await openDecisions(db, scope),
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
    accounts: named(
      (await listAccounts(db)).map(({ id, name }) => ({ key: id, ms: name, en: name })),
    ),
    states: named(await itemsOf(db, 'states', true)),
    agencies: named(await itemsOf(db, 'agencies', true)),
    sets: Object.fromEntries(sets.map(({ key, ms, en, clause }) => [key, { ms, en, clause }])),
    people: (await waitingNames(db)).people,
  }
}

function named(
  items: readonly { readonly key: string; readonly ms: string; readonly en: string }[],
) {
  return Object.fromEntries(items.map(({ key, ms, en }) => [key, { ms, en }]))
}
