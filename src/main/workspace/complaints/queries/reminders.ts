import type { ForwardingId, Reminder, ReminderId } from '#contract/complaintForwarding'
import type { ComplaintId } from '#contract/complaintFields'
import type { Reader, Writer } from '../../database/schema.ts'
import { coverText, type CoveredName } from '../rules/cover.ts'
import type { ComplaintReminderRow } from '../recordTables.ts'
import type { PrintedLetter } from './letters.ts'

/** Null where there is none. */
export async function findReminder(
  db: Reader,
  id: ReminderId,
): Promise<ComplaintReminderRow | null> {
  const row = await db
    .selectFrom('complaint_reminder')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

export async function insertReminder(db: Writer, row: ComplaintReminderRow): Promise<void> {
  await db.insertInto('complaint_reminder').values(row).execute()
}

/** What agencies were written after a complaint was forwarded to them, newest first, by forwarding. */
export async function remindersOf(
  db: Reader,
  complaintId: ComplaintId,
  letters: ReadonlyMap<string, PrintedLetter>,
  complainantName: CoveredName,
): Promise<ReadonlyMap<ForwardingId, Reminder[]>> {
  const rows = await db
    .selectFrom('complaint_reminder')
    .innerJoin('person', 'person.id', 'complaint_reminder.by_id')
    .selectAll('complaint_reminder')
    .select('person.name as by_name')
    .where('complaint_id', '=', complaintId)
    .orderBy('at', 'desc')
    .orderBy('complaint_reminder.id')
    .execute()
  const found = new Map<ForwardingId, Reminder[]>()
  for (const { id, forwarding_id: of, language, text, at, by_name: byName } of rows) {
    const letter = letters.get(id)
    const known = found.get(of) ?? []
    found.set(of, known)
    known.push({
      ...{ id, language, at, byName, text: coverText(text, complainantName) },
      ...{ letterNumber: letter?.number ?? null, prints: letter?.prints ?? [] },
    })
  }
  return found
}
