import type { ComplaintId } from '#contract/complaintFields'
import type { WarningMark } from '#contract/complaintWarnings'
import { open } from '#contract/complaintStatus'
import type { Instant, PersonId } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import { markColumns } from '../rules/markColumns.ts'
import type { ComplaintWarningRow } from '../recordTables.ts'

/** So many of each mark are told at a time; the others when these are. */
const mostAtOnce = 50

/** Between which moments marks are asked for; `since` null: however long ago. */
export interface MarkSpan {
  readonly mark: WarningMark
  readonly since: Instant | null
  readonly until: Instant
}

/** Complaints that reach a mark within a span and of which somebody was not told so; their own first. */
export async function unwarnedOf(
  db: Reader,
  { mark, since, until }: MarkSpan,
  personId: PersonId,
): Promise<{ readonly id: ComplaintId; readonly mine: boolean }[]> {
  const column = `complaint.${markColumns[mark]}` as const
  const rows = await db
    .selectFrom('complaint')
    .select(['complaint.id', 'complaint.assignee_id'])
    .where(column, '<=', until)
    .$if(since !== null, (q) => q.where(column, '>=', since))
    .where('complaint.status', 'in', open)
    // The first part of the time is told of dangers alone.
    .$if(mark === 'used-50', (q) => q.where('complaint.urgent', 'is not', null))
    .where((e) =>
      e.not(
        e.exists(
          e
            .selectFrom('complaint_warning')
            .select('complaint_warning.id')
            .whereRef('complaint_warning.complaint_id', '=', 'complaint.id')
            .where('complaint_warning.mark', '=', mark)
            .whereRef('complaint_warning.reached_at', '=', column)
            .where('complaint_warning.person_id', '=', personId),
        ),
      ),
    )
    .orderBy((e) => e.case().when('complaint.assignee_id', '=', personId).then(0).else(1).end())
    .orderBy(column, 'desc')
    .orderBy('complaint.id')
    .limit(mostAtOnce)
    .execute()
  return rows.map(({ id, assignee_id: assigneeId }) => ({ id, mine: assigneeId === personId }))
}

/** Who was told that a complaint reached a mark at a moment. */
export async function warnedOf(
  db: Reader,
  id: ComplaintId,
  mark: WarningMark,
  reachedAt: Instant,
): Promise<PersonId[]> {
  const rows = await db
    .selectFrom('complaint_warning')
    .select('person_id')
    .where('complaint_id', '=', id)
    .where('mark', '=', mark)
    .where('reached_at', '=', reachedAt)
    .orderBy('complaint_warning.id')
    .execute()
  return rows.map(({ person_id: personId }) => personId)
}

export async function insertWarning(db: Writer, row: ComplaintWarningRow): Promise<void> {
  await db.insertInto('complaint_warning').values(row).execute()
}
