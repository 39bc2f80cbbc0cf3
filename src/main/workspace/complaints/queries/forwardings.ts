import type { Forwarding, ForwardingId } from '#contract/complaintForwarding'
import type { ComplaintId } from '#contract/complaintFields'
import type { Instant } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import { coverText, type CoveredName } from '../rules/cover.ts'
import type { ComplaintForwardingRow } from '../tables.ts'
import { lettersOfCase } from './letters.ts'
import { remindersOf } from './reminders.ts'

/** A row with the names of who forwarded it and who recorded what became of it. */
export type NamedForwardingRow = ComplaintForwardingRow & {
  readonly by_name: string
  readonly outcome_by_name: string | null
}

/** To whom a complaint was forwarded, newest first, without what was taken back. */
export async function listForwardingRows(
  db: Reader,
  id: ComplaintId,
): Promise<NamedForwardingRow[]> {
  return selectForwardings(db)
    .where('complaint_forwarding.complaint_id', '=', id)
    .where('complaint_forwarding.removed_at', 'is', null)
    .execute()
}

/** Null where there is none, or it was taken back. */
export async function findForwardingRow(
  db: Reader,
  id: ForwardingId,
): Promise<NamedForwardingRow | null> {
  const row = await selectForwardings(db)
    .where('complaint_forwarding.id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** When the first of those is asked who have a complaint in their hands; null where nobody has. */
export async function nextFollowUp(db: Reader, id: ComplaintId): Promise<Instant | null> {
  const row = await db
    .selectFrom('complaint_forwarding')
    .select((e) => e.fn.min<Instant | null>('due_at').as('due'))
    .where('complaint_id', '=', id)
    .where('outcome', 'is', null)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row?.due ?? null
}

export async function insertForwarding(db: Writer, row: ComplaintForwardingRow): Promise<void> {
  await db.insertInto('complaint_forwarding').values(row).execute()
}

export async function updateForwarding(
  db: Writer,
  id: ForwardingId,
  changes: Partial<Omit<ComplaintForwardingRow, 'id' | 'complaint_id'>>,
): Promise<void> {
  await db.updateTable('complaint_forwarding').set(changes).where('id', '=', id).execute()
}

/** To whom a complaint was forwarded, newest first, as it is shown: covered. */
export async function forwardingsOf(
  db: Reader,
  id: ComplaintId,
  complainantName: CoveredName,
): Promise<Forwarding[]> {
  const rows = await listForwardingRows(db, id)
  return rows.length === 0 ? [] : shownForwardings(db, id, rows, complainantName)
}

/** Forwardings of one complaint as they are shown: its letters and reminders are read at once. */
export async function shownForwardings(
  db: Reader,
  id: ComplaintId,
  rows: readonly NamedForwardingRow[],
  complainantName: CoveredName,
): Promise<Forwarding[]> {
  const letters = await lettersOfCase(db, id)
  const reminded = await remindersOf(db, id, letters, complainantName)
  return rows.map((row) => {
    const letter = letters.get(row.id)
    const { outcome: kind, outcome_at: at, outcome_by_name: byName } = row
    return {
      id: row.id,
      complaintId: row.complaint_id,
      agency: row.agency,
      outside: row.outside === 1,
      language: row.language,
      text: coverText(row.text, complainantName),
      at: row.at,
      byName: row.by_name,
      dueAt: row.due_at,
      reminders: row.reminders,
      reminded: reminded.get(row.id) ?? [],
      outcome:
        kind === null || at === null
          ? null
          : { kind, at, note: coverText(row.outcome_note, complainantName), byName: byName ?? '' },
      letterNumber: letter?.number ?? null,
      prints: letter?.prints ?? [],
    }
  })
}

function selectForwardings(db: Reader) {
  return db
    .selectFrom('complaint_forwarding')
    .innerJoin('person as sender', 'sender.id', 'complaint_forwarding.by_id')
    .leftJoin('person as reporter', 'reporter.id', 'complaint_forwarding.outcome_by')
    .selectAll('complaint_forwarding')
    .select(['sender.name as by_name', 'reporter.name as outcome_by_name'])
    .orderBy('complaint_forwarding.at', 'desc')
    .orderBy('complaint_forwarding.id')
}
