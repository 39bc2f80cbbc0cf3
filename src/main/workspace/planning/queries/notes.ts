import { CalendarNote, type NoteFields, type NoteId } from '#contract/planning'
import { Instant, type PlainDate } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { CalendarNoteRow } from '../tables.ts'

/** Notes and blackouts that touch a day from one to another, by their first day. */
export async function notesBetween(
  db: Reader,
  from: PlainDate,
  to: PlainDate,
): Promise<CalendarNote[]> {
  const rows = await db
    .selectFrom('calendar_note')
    .selectAll()
    .where('removed_at', 'is', null)
    .where('ends_on', '>=', from)
    .where('starts_on', '<=', to)
    .orderBy('starts_on')
    .orderBy('ends_on')
    .orderBy('id')
    .execute()
  return rows.map(toNote)
}

/** Notes and blackouts that were taken out, the latest first. */
export async function removedNotes(db: Reader): Promise<(CalendarNote & { removedAt: Instant })[]> {
  const rows = await db
    .selectFrom('calendar_note')
    .selectAll()
    .where('removed_at', 'is not', null)
    .orderBy('removed_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...toNote(row), removedAt: Instant.parse(row.removed_at) }))
}

export async function findNote(
  db: Reader,
  id: NoteId,
): Promise<{ note: CalendarNote; removed: boolean } | null> {
  const row = await db
    .selectFrom('calendar_note')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : { note: toNote(row), removed: row.removed_at !== null }
}

export async function insertNote(db: Writer, id: NoteId, fields: NoteFields): Promise<void> {
  await db
    .insertInto('calendar_note')
    .values({ id, ...columnsOf(fields), removed_at: null })
    .execute()
}

export async function updateNote(db: Writer, id: NoteId, fields: NoteFields): Promise<void> {
  await db.updateTable('calendar_note').set(columnsOf(fields)).where('id', '=', id).execute()
}

export async function setNoteRemoved(db: Writer, id: NoteId, at: Instant | null): Promise<void> {
  await db.updateTable('calendar_note').set({ removed_at: at }).where('id', '=', id).execute()
}

/** A note's fields as its row has them. */
export function columnsOf(fields: NoteFields) {
  return {
    title: fields.title,
    body: fields.text,
    starts_on: fields.startsOn,
    ends_on: fields.endsOn,
    kind: fields.kind,
    reason: fields.reason,
    effect: fields.effect,
    states: JSON.stringify(fields.states),
  }
}

function toNote(row: CalendarNoteRow): CalendarNote {
  return CalendarNote.parse({
    id: row.id,
    title: row.title,
    text: row.body,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    kind: row.kind,
    reason: row.reason,
    effect: row.effect,
    states: JSON.parse(row.states) as unknown,
  })
}
