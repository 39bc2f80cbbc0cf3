import type { AnswerId } from '#contract/complaintAnswers'
import type { ComplaintId } from '#contract/complaintFields'
import type { HandoverCase } from '#contract/complaintPapers'
import { open } from '#contract/complaintStatus'
import type { Instant, PersonId } from '#contract/values'
import type { Reader } from '../../database/schema.ts'
import { coverText } from '../rules/cover.ts'
import type { ComplaintRowOfTable } from '../tables.ts'
import { listPauses } from './pauses.ts'

/** What waits of an open complaint, as columns. */
export type WaitingRow = Pick<
  ComplaintRowOfTable,
  | ('id' | 'assignee_id' | 'next_due' | 'complainant_id' | 'due_acknowledge' | 'due_respond')
  | ('due_progress' | 'due_close' | 'acknowledged_at' | 'responded_at' | 'settled_at')
>

/** Open complaints of somebody, or of everybody, what is due first; without a due by their number. */
export async function openCasesOf(db: Reader, personId: PersonId | null): Promise<WaitingRow[]> {
  return (
    db
      .selectFrom('complaint')
      .select([
        ...(['id', 'assignee_id', 'next_due', 'complainant_id', 'due_acknowledge'] as const),
        ...(['due_respond', 'due_progress', 'due_close', 'acknowledged_at'] as const),
        ...(['responded_at', 'settled_at'] as const),
      ])
      .where('status', 'in', open)
      .$if(personId !== null, (q) => q.where('assignee_id', '=', personId))
      // What has no due comes after all of it, in both databases.
      .orderBy((e) => e.fn.coalesce('next_due', e.val('9999')))
      .orderBy('ordinal')
      .execute()
  )
}

/** What a case waits for beside its clocks. */
export async function waitingParts(
  db: Reader,
  id: ComplaintId,
  complainantName: string | null,
): Promise<Pick<HandoverCase, 'pause' | 'answers' | 'forwardings' | 'note'>> {
  const pauses = await listPauses(db, id)
  const pause = pauses.find(({ ended }) => ended === null) ?? null
  const note = await db
    .selectFrom('complaint_event')
    .innerJoin('person', 'person.id', 'complaint_event.by_id')
    .select(['at', 'person.name as byName', 'text'])
    .where('complaint_id', '=', id)
    .where('kind', '=', 'note')
    .where('removed_at', 'is', null)
    .orderBy('place', 'desc')
    .orderBy('complaint_event.id')
    .executeTakeFirst()
  return {
    pause: pause === null ? null : { ...pause, reason: coverText(pause.reason, complainantName) },
    answers: await unsentAnswers(db, id),
    forwardings: await db
      .selectFrom('complaint_forwarding')
      .select(['id', 'agency', 'at', 'due_at as dueAt'])
      .where('complaint_id', '=', id)
      .where('outcome', 'is', null)
      .where('removed_at', 'is', null)
      .orderBy('at')
      .orderBy('id')
      .execute(),
    note: note === undefined ? null : { ...note, text: coverText(note.text, complainantName) },
  }
}

/** An answer that was begun and has not left, with whose case it is of. */
export interface WaitingDraft {
  readonly complaintId: ComplaintId
  readonly number: string
  readonly assigneeId: PersonId | null
  readonly kind: string | null
  readonly status: HandoverCase['answers'][number]['status']
  readonly changedAt: Instant
  readonly writtenByName: string
}

/** All drafts of open complaints, by the numbers of these. */
export async function waitingDrafts(db: Reader): Promise<WaitingDraft[]> {
  const rows = await db
    .selectFrom('complaint_answer')
    .innerJoin('complaint', 'complaint.id', 'complaint_answer.complaint_id')
    .innerJoin('person', 'person.id', 'complaint_answer.written_by')
    .select([
      ...(['complaint.id', 'complaint.number', 'complaint.assignee_id as assigneeId'] as const),
      ...(['complaint_answer.kind', 'complaint_answer.status'] as const),
      ...(['complaint_answer.changed_at as changedAt', 'person.name as writtenByName'] as const),
    ])
    .where('complaint.status', 'in', open)
    .where('complaint_answer.removed_at', 'is', null)
    .where('complaint_answer.sent_at', 'is', null)
    .orderBy('complaint.ordinal')
    .orderBy('complaint_answer.begun_at')
    .orderBy('complaint_answer.id')
    .execute()
  return rows.flatMap(({ id: complaintId, status, ...draft }) =>
    status === 'sent' ? [] : [{ ...draft, complaintId, status }],
  )
}

async function unsentAnswers(db: Reader, id: ComplaintId): Promise<HandoverCase['answers']> {
  const rows = await db
    .selectFrom('complaint_answer')
    .innerJoin('person', 'person.id', 'complaint_answer.written_by')
    .select(['complaint_answer.id', 'kind', 'status', 'changed_at', 'person.name as byName'])
    .where('complaint_id', '=', id)
    .where('removed_at', 'is', null)
    .orderBy('begun_at')
    .orderBy('complaint_answer.id')
    .execute()
  return rows.flatMap(({ id: answerId, kind, status, changed_at: changedAt, byName }) =>
    status === 'sent'
      ? []
      : [{ id: answerId satisfies AnswerId, kind, status, changedAt, writtenByName: byName }],
  )
}
