import type { ComplaintId } from '#contract/complaintFields'
import type { ComplaintFilter } from '#contract/complaints'
import type { FigureQuestion, SatisfactionFigures, Tally } from '#contract/complaintOverview'
import { cases, type TalliedChoice } from '#contract/complaintCases'
import type { Instant } from '#contract/values'
import type { Reader } from '../../database/schema.ts'
import { columnOf, fits, type FilterBasis } from './filter.ts'
import { metAt } from './figureFilter.ts'

/** How many complaints each of several filters leaves, in one pass over what they have in common. */
export async function countEach<K extends string>(
  db: Reader,
  all: ComplaintFilter,
  filters: Readonly<Record<K, ComplaintFilter>>,
  basis: FilterBasis,
): Promise<Record<K, number>> {
  // The compiler forgets the names of a record's keys.
  const names = Object.keys(filters) as K[]
  const row = await db
    .selectFrom('complaint')
    .select((e) =>
      names.map((name) =>
        e.fn.countAll<number | string>().filterWhere(fits(filters[name], basis)).as(name),
      ),
    )
    .where(fits(all, basis))
    .$castTo<Record<string, number | string>>()
    .executeTakeFirstOrThrow()
  return Object.fromEntries(names.map((name) => [name, Number(row[name])])) as Record<K, number>
}

/** How many there are of each key, the most first; null of those that have none. */
export async function tallyBy(
  db: Reader,
  filter: ComplaintFilter,
  choice: TalliedChoice,
  basis: FilterBasis,
): Promise<Tally[]> {
  const column = columnOf(choice)
  const rows = await db
    .selectFrom('complaint')
    .select([`${column} as key`, (e) => e.fn.countAll<number | string>().as('total')])
    .where(fits(filter, basis))
    .groupBy(column)
    .execute()
  return mostFirst(rows)
}

/** To which agencies they were forwarded; one that went to two stands with both. */
export async function tallyAgencies(
  db: Reader,
  filter: ComplaintFilter,
  basis: FilterBasis,
): Promise<Tally[]> {
  const rows = await db
    .selectFrom('complaint_forwarding')
    .innerJoin('complaint', 'complaint.id', 'complaint_forwarding.complaint_id')
    .select((e) => [
      'complaint_forwarding.agency as key',
      e.fn.count<number | string>('complaint.id').distinct().as('total'),
    ])
    .where('complaint_forwarding.removed_at', 'is', null)
    .where((e) => fits(filter, basis)(e))
    .groupBy('complaint_forwarding.agency')
    .execute()
  return mostFirst(rows)
}

function mostFirst(
  rows: readonly { readonly key: string | null; readonly total: number | string }[],
): Tally[] {
  return rows
    .map(({ key, total }) => ({ key, count: Number(total) }))
    .toSorted((a, b) => b.count - a.count || ((a.key ?? '') < (b.key ?? '') ? -1 : 1))
}

/** When a complaint was received, and each step after it; null while it is not done. */
export interface StepRow {
  readonly received: Instant
  readonly acknowledge: Instant | null
  readonly respond: Instant | null
  readonly close: Instant | null
}

/** The moments of the steps of all complaints a filter leaves. */
export function stepMoments(
  db: Reader,
  filter: ComplaintFilter,
  basis: FilterBasis,
): Promise<StepRow[]> {
  return db
    .selectFrom('complaint')
    .select((e) => [
      'complaint.received_at as received',
      metAt(e, 'acknowledge').as('acknowledge'),
      metAt(e, 'respond').as('respond'),
      metAt(e, 'close').as('close'),
    ])
    .where(fits(filter, basis))
    .execute()
}

/** When complaints were received, and when their complainant was sent the first answer. */
export async function firstAnswers(
  db: Reader,
  filter: ComplaintFilter,
  basis: FilterBasis,
): Promise<{ readonly id: ComplaintId; readonly received: Instant; readonly answered: Instant }[]> {
  const rows = await db
    .selectFrom('complaint_answer')
    .innerJoin('complaint', 'complaint.id', 'complaint_answer.complaint_id')
    .select((e) => [
      'complaint.id',
      'complaint.received_at as received',
      e.fn.min<Instant>('complaint_answer.sent_at').as('answered'),
    ])
    .where('complaint_answer.sent_at', 'is not', null)
    .where('complaint_answer.removed_at', 'is', null)
    .where((e) => fits(filter, basis)(e))
    .groupBy(['complaint.id', 'complaint.received_at'])
    .execute()
  return rows
}

/** What complainants said last. */
export async function satisfactionOf(
  db: Reader,
  filter: ComplaintFilter,
  basis: FilterBasis,
): Promise<SatisfactionFigures> {
  const rows = await db
    .selectFrom('complaint_satisfaction')
    .innerJoin('complaint', 'complaint.id', 'complaint_satisfaction.complaint_id')
    .select(['complaint_satisfaction.complaint_id as id', 'complaint_satisfaction.score'])
    .where('complaint_satisfaction.removed_at', 'is', null)
    .where((e) => fits(filter, basis)(e))
    .orderBy('complaint_satisfaction.at')
    .orderBy('complaint_satisfaction.id')
    .execute()
  const last = [...new Map(rows.map(({ id, score }) => [id, score])).values()]
  return {
    count: last.length,
    mean: last.length === 0 ? null : last.reduce((sum, each) => sum + each, 0) / last.length,
    scores: [1, 2, 3, 4, 5].map((score) => last.filter((each) => each === score).length),
  }
}

/** How many were received on each day of some years; days without any are left out. */
export async function receivedByDay(
  db: Reader,
  question: FigureQuestion,
  basis: FilterBasis,
): Promise<{ readonly day: string; readonly count: number }[]> {
  const rows = await db
    .selectFrom('complaint')
    .select((e) => ['complaint.received_day as day', e.fn.countAll<number | string>().as('total')])
    .where(fits(cases.received(question), basis))
    .groupBy('complaint.received_day')
    .execute()
  return rows.map(({ day, total }) => ({ day, count: Number(total) }))
}
