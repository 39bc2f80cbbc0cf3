import type { AttachmentId } from '#contract/attachments'
import type { ComplainantId, ComplaintId, ComplaintNumber } from '#contract/complaintFields'
import type { AccessFile } from '#contract/complaintRequests'
import { attachmentsOf } from '../../attachments/queries.ts'
import type { Reader } from '../../database/schema.ts'
import { findOpen, idsOfPerson } from './known.ts'
import { contactOf } from './rows.ts'
import { openEvents } from './timeline.ts'

type Kept = Pick<AccessFile, 'people' | 'complaints'>

/** Everything that is kept of some entries of the register, uncovered; nobody else's. */
export async function keptOf(db: Reader, ids: readonly ComplainantId[]): Promise<Kept> {
  const rows = await db
    .selectFrom('complainant')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const complaints: AccessFile['complaints'] = []
  for (const { id } of rows) {
    for (const each of await idsOfPerson(db, id)) complaints.push(...(await caseOf(db, each)))
  }
  return {
    people: rows.map((row) => ({ contact: contactOf(row), since: row.created_at })),
    complaints: complaints.toSorted((a, b) => (a.number < b.number ? -1 : 1)),
  }
}

/** A file of somebody's case. */
export interface CaseFile {
  readonly id: AttachmentId
  readonly complaintId: ComplaintId
  readonly number: ComplaintNumber
  readonly title: string
}

/** Every file of all cases of some entries, by number; nobody else's. */
export async function accessFilesOf(
  db: Reader,
  ids: readonly ComplainantId[],
): Promise<CaseFile[]> {
  const files: CaseFile[] = []
  for (const { id: complaintId, number } of (await keptOf(db, ids)).complaints) {
    for (const { id, title } of await attachmentsOf(db, { kind: 'complaint', id: complaintId })) {
      files.push({ id, complaintId, number, title })
    }
  }
  return files
}

async function caseOf(
  db: Reader,
  id: Kept['complaints'][number]['id'],
): Promise<Kept['complaints']> {
  const found = await findOpen(db, id)
  if (found === null) return []
  const events = await openEvents(db, id)
  const answers = await db
    .selectFrom('complaint_answer')
    .select(['sent_at', 'sent_way', 'sent_text'])
    .where('complaint_id', '=', id)
    .where('sent_at', 'is not', null)
    .where('removed_at', 'is', null)
    .orderBy('sent_at')
    .execute()
  const forwardings = await db
    .selectFrom('complaint_forwarding')
    .select(['at', 'agency', 'text'])
    .where('complaint_id', '=', id)
    .where('removed_at', 'is', null)
    .orderBy('at')
    .execute()
  const reminders = await db
    .selectFrom('complaint_reminder')
    .innerJoin(
      'complaint_forwarding',
      'complaint_forwarding.id',
      'complaint_reminder.forwarding_id',
    )
    .select(['complaint_reminder.at', 'complaint_forwarding.agency', 'complaint_reminder.text'])
    .where('complaint_reminder.complaint_id', '=', id)
    .orderBy('complaint_reminder.at')
    .execute()
  const files = await attachmentsOf(db, { kind: 'complaint', id })
  return [
    {
      ...{ id, number: found.row.number, fields: found.fields, status: found.row.status },
      ...{ events, forwardings: [...forwardings, ...reminders] },
      answers: answers.flatMap(({ sent_at, sent_way, sent_text }) =>
        sent_at === null ? [] : [{ at: sent_at, way: sent_way ?? '', text: sent_text ?? '' }],
      ),
      files: files.map(({ title, fileName, addedAt }) => ({ title, fileName, at: addedAt })),
    },
  ]
}
