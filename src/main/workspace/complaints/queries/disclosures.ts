import type { ComplainantId, ComplaintId } from '#contract/complaintFields'
import type { Disclosure, DisclosureId, PersonNote } from '#contract/complaintRequests'
import type { Reader, Writer } from '../../database/schema.ts'
import type { DisclosureRow, PersonNoteRow } from '../recordTables.ts'
import { coverText } from '../rules/cover.ts'

/** What was told of a person to others, the newest first, without what was taken back. */
export async function disclosuresOf(
  db: Reader,
  ids: readonly ComplainantId[],
): Promise<Disclosure[]> {
  if (ids.length === 0) return []
  const rows = await selectDisclosures(db)
    .where('complaint.complainant_id', 'in', ids)
    .where('disclosure.removed_at', 'is', null)
    .execute()
  return rows.map(toDisclosure)
}

/** One disclosure, also one that was taken back; null where there is none. */
export async function findDisclosure(
  db: Reader,
  id: DisclosureId,
): Promise<(Disclosure & { readonly removed: boolean }) | null> {
  const row = await selectDisclosures(db).where('disclosure.id', '=', id).executeTakeFirst()
  return row === undefined ? null : { ...toDisclosure(row), removed: row.removed_at !== null }
}

export async function insertDisclosure(db: Writer, row: DisclosureRow): Promise<void> {
  await db.insertInto('disclosure').values(row).execute()
}

export async function setDisclosureRemoved(
  db: Writer,
  id: DisclosureId,
  removedAt: DisclosureRow['removed_at'],
): Promise<void> {
  await db.updateTable('disclosure').set({ removed_at: removedAt }).where('id', '=', id).execute()
}

/** Notes beside what is kept of a person, the newest first. */
export async function personNotesOf(
  db: Reader,
  ids: readonly ComplainantId[],
  isOpen = false,
): Promise<PersonNote[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('person_note')
    .innerJoin('person', 'person.id', 'person_note.by_id')
    .innerJoin('complainant', 'complainant.id', 'person_note.complainant_id')
    .selectAll('person_note')
    .select(['person.name as by_name', 'complainant.name'])
    .where('person_note.complainant_id', 'in', ids)
    .orderBy('person_note.at', 'desc')
    .orderBy('person_note.id')
    .execute()
  return rows.map(({ id, kind, text, at, by_name, name }) => ({
    ...{ id, kind, at, byName: by_name },
    // What somebody was called before stands in the note of a correction alone.
    text: isOpen ? text : kind === 'corrected' ? '' : coverText(text, name),
  }))
}

export async function insertPersonNote(db: Writer, row: PersonNoteRow): Promise<void> {
  await db.insertInto('person_note').values(row).execute()
}

/** Of cases that are destroyed. */
export async function eraseDisclosures(db: Writer, ids: readonly ComplaintId[]): Promise<void> {
  await db.deleteFrom('disclosure').where('complaint_id', 'in', ids).execute()
}

/** Of somebody of whom nothing is left. */
export async function eraseRights(db: Writer, id: ComplainantId): Promise<void> {
  await db.deleteFrom('person_request').where('complainant_id', '=', id).execute()
  await db.deleteFrom('person_note').where('complainant_id', '=', id).execute()
}

function selectDisclosures(db: Reader) {
  return db
    .selectFrom('disclosure')
    .innerJoin('complaint', 'complaint.id', 'disclosure.complaint_id')
    .innerJoin('person', 'person.id', 'disclosure.by_id')
    .selectAll('disclosure')
    .select(['complaint.number', 'person.name as by_name'])
    .orderBy('disclosure.on_day', 'desc')
    .orderBy('disclosure.at', 'desc')
    .orderBy('disclosure.id')
}

function toDisclosure(
  row: DisclosureRow & { readonly number: Disclosure['number']; readonly by_name: string },
): Disclosure {
  return {
    ...{ id: row.id, complaintId: row.complaint_id, number: row.number, toWhom: row.to_whom },
    ...{ on: row.on_day, what: row.what, basis: row.basis, automatic: row.automatic === 1 },
    ...{ byName: row.by_name, at: row.at },
  }
}
