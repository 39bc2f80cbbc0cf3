import { z } from 'zod'
import type { ComplaintId } from '#contract/complaintFields'
import { EventChange, type ComplaintEvent, type ComplaintEventId } from '#contract/complaintEvents'
import { Instant } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import { coverText, type CoveredName } from '../rules/cover.ts'
import type { Move } from '../rules/moves.ts'
import type { ComplaintEventRow } from '../tables.ts'

const Changes = z.array(EventChange)

/** What happened to a complaint, oldest first, covered. */
export async function listEvents(
  db: Reader,
  id: ComplaintId,
  complainantName: CoveredName,
): Promise<ComplaintEvent[]> {
  const rows = await selectEvents(db).where('complaint_id', '=', id).execute()
  return rows.map((row) => toEvent(row, complainantName))
}

/** The same uncovered, without what was taken out: for the person it is about. */
export async function openEvents(db: Reader, id: ComplaintId): Promise<ComplaintEvent[]> {
  const rows = await selectEvents(db)
    .where('complaint_id', '=', id)
    .where('removed_at', 'is', null)
    .execute()
  return rows.map((row) => ({
    ...toEvent(row, null),
    changes: Changes.parse(JSON.parse(row.changes)),
    text: row.text,
  }))
}

/** One event with its complaint's id and whether it was taken out. */
export async function findEvent(
  db: Reader,
  id: ComplaintEventId,
): Promise<(ComplaintEventRow & { by_name: string }) | null> {
  const row = await selectEvents(db).where('complaint_event.id', '=', id).executeTakeFirst()
  return row ?? null
}

export async function setEventRemoved(
  db: Writer,
  id: ComplaintEventId,
  removedAt: ComplaintEventRow['removed_at'],
): Promise<void> {
  await db
    .updateTable('complaint_event')
    .set({ removed_at: removedAt })
    .where('id', '=', id)
    .execute()
}

/** When the complainant had heard of it before the record of `last`; null where never. */
export async function toldBefore(
  db: Reader,
  id: ComplaintId,
  last: Instant,
): Promise<Instant | null> {
  const rows = await selectEvents(db)
    .where('complaint_id', '=', id)
    .where('complaint_event.kind', '=', 'clock-met')
    .execute()
  const told = rows
    .flatMap(({ changes }) => Changes.parse(JSON.parse(changes)))
    .findLast(({ field, after }) => field === 'progressed_at' && after === last)
  const before = told?.before ?? null
  return before === null ? null : Instant.parse(before)
}

/** The steps of a complaint and those that were taken back, oldest first. */
export async function listMoves(db: Reader, id: ComplaintId): Promise<Move[]> {
  const rows = await selectEvents(db)
    .where('complaint_id', '=', id)
    .where('complaint_event.kind', 'in', ['status', 'step-undone'])
    .execute()
  return rows.flatMap(({ kind, at, from_status: from, to_status: to, text }) =>
    from === null || to === null || (kind !== 'status' && kind !== 'step-undone')
      ? []
      : [{ kind, at, from, to, text }],
  )
}

/** When a complaint was settled by the sheet it came in from; null where that does not say. */
export async function settledInSheet(db: Reader, id: ComplaintId): Promise<Instant | null> {
  const rows = await selectEvents(db)
    .where('complaint_id', '=', id)
    .where('complaint_event.kind', '=', 'imported')
    .execute()
  const told = rows
    .flatMap(({ changes }) => Changes.parse(JSON.parse(changes)))
    .find(({ field }) => field === 'settled_at')
  return told?.after ? Instant.parse(told.after) : null
}

/** Who last chose a set of limits; empty where nobody did. */
export async function lastChooser(db: Reader, id: ComplaintId): Promise<string> {
  const rows = await selectEvents(db)
    .where('complaint_id', '=', id)
    .where('complaint_event.kind', '=', 'clock-set')
    .execute()
  return rows.at(-1)?.by_name ?? ''
}

function selectEvents(db: Reader) {
  return db
    .selectFrom('complaint_event')
    .innerJoin('person', 'person.id', 'complaint_event.by_id')
    .selectAll('complaint_event')
    .select('person.name as by_name')
    .orderBy('complaint_event.place')
    .orderBy('complaint_event.id')
}

export function toEvent(
  row: ComplaintEventRow & { readonly by_name: string },
  complainantName: CoveredName,
): ComplaintEvent {
  const covered = (text: string | null) => (text === null ? null : coverText(text, complainantName))
  return {
    id: row.id,
    at: row.at,
    byName: row.by_name,
    kind: row.kind,
    from: row.from_status,
    to: row.to_status,
    assigneeId: row.assignee_id,
    changes: Changes.parse(JSON.parse(row.changes)).map(({ field, before, after }) => ({
      field,
      before: covered(before),
      after: covered(after),
    })),
    text: row.removed_at === null ? coverText(row.text, complainantName) : '',
    removed: row.removed_at !== null,
  }
}
