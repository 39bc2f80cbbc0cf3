import type { ComplaintId } from '#contract/complaintFields'
import type { Decision, DecisionId } from '#contract/complaintDecisions'
import type { FigureQuestion } from '#contract/complaintOverview'
import type { PersonId, PlainDate } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { ComplaintDecisionRow } from '../recordTables.ts'
import { coverText } from '../rules/cover.ts'

/** Of one case, the newest meeting first. */
export async function decisionsOfCase(db: Reader, id: ComplaintId): Promise<Decision[]> {
  const rows = await select(db)
    .where('complaint_decision.complaint_id', '=', id)
    .where('complaint_decision.removed_at', 'is', null)
    .orderBy('complaint_decision.met_on', 'desc')
    .orderBy('complaint_decision.at')
    .orderBy('complaint_decision.id')
    .execute()
  return rows.map(toDecision)
}

/** Of one meeting, as they were typed. */
export async function decisionsOfMeeting(db: Reader, metOn: PlainDate): Promise<Decision[]> {
  const rows = await select(db)
    .where('complaint_decision.met_on', '=', metOn)
    .where('complaint_decision.removed_at', 'is', null)
    .orderBy('complaint_decision.at')
    .orderBy('complaint_decision.id')
    .execute()
  return rows.map(toDecision)
}

/**
 * All that are not done: what is due first, what has no day last.
 * @param scope of these states and kinds alone; none named: of all
 * @param since of meetings from this day on also what is done
 */
export async function openDecisions(
  db: Reader,
  { states, kinds }: Pick<FigureQuestion, 'states' | 'kinds'> = { states: [], kinds: [] },
  since: PlainDate | null = null,
): Promise<Decision[]> {
  const rows = await select(db)
    .$if(states.length > 0, (q) => q.where('complaint.state', 'in', states))
    .$if(kinds.length > 0, (q) => q.where('complaint.kind', 'in', kinds))
    .where((e) =>
      since === null
        ? e('complaint_decision.done_at', 'is', null)
        : e.or([
            e('complaint_decision.done_at', 'is', null),
            e('complaint_decision.met_on', '>=', since),
          ]),
    )
    .where('complaint_decision.removed_at', 'is', null)
    .orderBy((e) => e.fn.coalesce('complaint_decision.due_on', e.val('9999')))
    .orderBy('complaint_decision.met_on')
    .orderBy('complaint_decision.id')
    .execute()
  return rows.map(toDecision)
}

/** One, also when it was taken out; null where there is none. */
export async function findDecision(
  db: Reader,
  id: DecisionId,
): Promise<{ readonly decision: Decision; readonly isRemoved: boolean } | null> {
  const row = await select(db).where('complaint_decision.id', '=', id).executeTakeFirst()
  return row === undefined
    ? null
    : { decision: toDecision(row), isRemoved: row.removed_at !== null }
}

/** How many a person is to carry out by this day and has not, and how many of them are late. */
export async function countDecisions(
  db: Reader,
  personId: PersonId,
  today: PlainDate,
): Promise<{ readonly late: number; readonly today: number }> {
  const row = await db
    .selectFrom('complaint_decision')
    .select((e) => [
      e.fn.countAll<number | string>().as('all'),
      e.fn.countAll<number | string>().filterWhere('due_on', '<', today).as('late'),
    ])
    .where('done_at', 'is', null)
    .where('removed_at', 'is', null)
    .where('due_on', '<=', today)
    .where('person_id', '=', personId)
    .executeTakeFirstOrThrow()
  const late = Number(row.late)
  return { late, today: Number(row.all) - late }
}

export async function insertDecision(db: Writer, row: ComplaintDecisionRow): Promise<void> {
  await db.insertInto('complaint_decision').values(row).execute()
}

export async function updateDecision(
  db: Writer,
  id: DecisionId,
  changes: Partial<Omit<ComplaintDecisionRow, 'id' | 'complaint_id'>>,
): Promise<void> {
  await db.updateTable('complaint_decision').set(changes).where('id', '=', id).execute()
}

function select(db: Reader) {
  return db
    .selectFrom('complaint_decision')
    .innerJoin('complaint', 'complaint.id', 'complaint_decision.complaint_id')
    .innerJoin('person as by', 'by.id', 'complaint_decision.by_id')
    .leftJoin('person as actor', 'actor.id', 'complaint_decision.person_id')
    .leftJoin('person as doer', 'doer.id', 'complaint_decision.done_by')
    .leftJoin('complainant', 'complainant.id', 'complaint.complainant_id')
    .selectAll('complaint_decision')
    .select([
      ...(['complaint.number', 'complaint.status', 'complainant.name as complainant'] as const),
      ...(['by.name as by_name', 'actor.name as actor_name', 'doer.name as doer_name'] as const),
    ])
}

type SelectedRow = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

function toDecision(row: SelectedRow): Decision {
  return {
    ...{ id: row.id, complaintId: row.complaint_id, number: row.number, status: row.status },
    ...{ text: coverText(row.text, row.complainant), metOn: row.met_on, dueOn: row.due_on },
    ...{ personId: row.person_id, personName: row.actor_name ?? '', byName: row.by_name },
    ...{ doneAt: row.done_at, doneByName: row.doer_name ?? '' },
  }
}
