import { z } from 'zod'
import type { CasePaper } from '#contract/complaintPapers'
import type { ComplaintId } from '#contract/complaintFields'
import { Instant } from '#contract/values'
import type { Reader } from '../../database/schema.ts'

const Subjects = z.array(z.object({ id: z.string() }))

/** Tables whose rows are parts of one complaint, by their column that names it. */
const parts = [
  ...(['complaint_event', 'complaint_pause', 'complaint_answer', 'complaint_letter'] as const),
  ...(['complaint_forwarding', 'complaint_check', 'complaint_satisfaction'] as const),
  ...(['complaint_photo', 'complaint_reminder'] as const),
]

/** Entries of the audit log about a complaint or a part of it, oldest first. */
export async function auditOfCase(db: Reader, id: ComplaintId): Promise<CasePaper['audit']> {
  const ids = new Set<string>([id])
  for (const table of parts) {
    const rows = await db.selectFrom(table).select('id').where('complaint_id', '=', id).execute()
    for (const row of rows) ids.add(row.id)
  }
  const files = await db
    .selectFrom('attachment')
    .select('id')
    .where('owner_kind', '=', 'complaint')
    .where('owner_id', '=', id)
    .execute()
  const takeouts = await db
    .selectFrom('complaint_takeout_case')
    .select('takeout_id')
    .where('complaint_id', '=', id)
    .execute()
  for (const row of [...files, ...(await redactionsOf(db, id))]) ids.add(row.id)
  for (const row of takeouts) ids.add(row.takeout_id)
  const entries = await db
    .selectFrom('audit_entry')
    .leftJoin('person', 'person.id', 'audit_entry.person_id')
    .select(['sequence', 'at', 'action', 'subjects', 'person.name'])
    .where((e) =>
      e.or([e('subjects', 'like', '%"complain%'), e('subjects', 'like', '%"attachment%')]),
    )
    .orderBy('sequence')
    .execute()
  return entries
    .filter(({ subjects }) => Subjects.parse(JSON.parse(subjects)).some((each) => ids.has(each.id)))
    .map(({ sequence, at, action, name }) => ({
      ...{ sequence, at: Instant.parse(at), action, byName: name },
    }))
}

/** Redacted copies of a case's pictures, and that they left in full. */
async function redactionsOf(db: Reader, id: ComplaintId): Promise<{ readonly id: string }[]> {
  const rows: { readonly id: string }[] = []
  for (const table of ['attachment_redaction', 'attachment_full_copy'] as const) {
    rows.push(
      ...(await db
        .selectFrom(table)
        .innerJoin('attachment', 'attachment.id', `${table}.attachment_id`)
        .select(`${table}.id`)
        .where('attachment.owner_kind', '=', 'complaint')
        .where('attachment.owner_id', '=', id)
        .execute()),
    )
  }
  return rows
}
