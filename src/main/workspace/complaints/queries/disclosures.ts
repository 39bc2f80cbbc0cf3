import type { ComplainantId, ComplaintId } from '#contract/complaintFields'
import { DisclosureId, type Disclosure, type PersonNote } from '#contract/complaintRequests'
import type { Reader, Writer } from '../../database/schema.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import type { DisclosureRow, PersonNoteRow } from '../recordTables.ts'
import { coverText } from '../rules/cover.ts'

/**
 * What was told of a person to others, the newest first, without what was taken back: by hand, by
 * the application, and with what was taken out of the register uncovered.
 */
export async function disclosuresOf(
  db: Reader,
  ids: readonly ComplainantId[],
): Promise<Disclosure[]> {
  const told = [...(await toldOf(db, ids)), ...(await takenOutOf(db, ids))]
  return told.toSorted((a, b) => order(b).localeCompare(order(a)))
}

function order({ on, at, number }: Disclosure): string {
  return [on, at, number].join(' ')
}

async function toldOf(db: Reader, ids: readonly ComplainantId[]): Promise<Disclosure[]> {
  if (ids.length === 0) return []
  const rows = await selectDisclosures(db)
    .where('complaint.complainant_id', 'in', ids)
    .where('disclosure.removed_at', 'is', null)
    .execute()
  return rows.map(toDisclosure)
}

/** Each complaint of a person that left with nothing covered; why stands as far as it names nobody. */
async function takenOutOf(db: Reader, ids: readonly ComplainantId[]): Promise<Disclosure[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('complaint_takeout')
    .innerJoin('complaint_takeout_case', 'takeout_id', 'complaint_takeout.id')
    .innerJoin('complaint', 'complaint.id', 'complaint_takeout_case.complaint_id')
    .innerJoin('complainant', 'complainant.id', 'complaint.complainant_id')
    .innerJoin('person', 'person.id', 'complaint_takeout.by_id')
    .select(['complaint_takeout.id', 'complaint_takeout.what', 'complaint_takeout.at', 'reason'])
    .select(['complaint.id as complaint_id', 'complaint.number', 'complainant.name'])
    .select('person.name as by_name')
    .where('covered', '=', 0)
    .where('complaint.complainant_id', 'in', ids)
    .execute()
  return rows.map((row) => ({
    ...{ id: DisclosureId.parse(row.id), complaintId: row.complaint_id, number: row.number },
    ...{ toWhom: '', what: '', on: malaysianTime(row.at).day, at: row.at, byName: row.by_name },
    ...{ basis: coverText(row.reason, row.name), automatic: true, takeout: row.what },
  }))
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
    ...{ takeout: null, byName: row.by_name, at: row.at },
  }
}
