import { sql, SqliteAdapter } from 'kysely'
import type { DisposalCounts } from '#contract/complaintDisposals'
import type { ComplainantId, ComplaintId } from '#contract/complaintFields'
import type { Writer } from '../../database/schema.ts'
import { eraseDisclosures, eraseRights } from './disclosures.ts'
import { inParts } from './retention.ts'
import { eraseTakeouts } from './takeouts.ts'

/**
 * Takes complaints out with everything that was written of them, and the people of whom no other
 * complaint tells. Attachments are another slice's: they go before. What stays is the audit log,
 * which has no values, and the numbers, with the disposal.
 */
export async function eraseComplaints(
  db: Writer,
  ids: readonly ComplaintId[],
): Promise<Omit<DisposalCounts, 'files'>> {
  let [complaints, events, letters] = [0, 0, 0]
  const people = new Set<ComplainantId>()
  // First nothing points to what goes: neither from within nor from outside.
  for (const some of inParts(ids)) {
    for (const { complainant_id } of await db
      .selectFrom('complaint')
      .select('complainant_id')
      .where('id', 'in', some)
      .execute()) {
      if (complainant_id !== null) people.add(complainant_id)
    }
    for (const column of ['master_id', 'repeats_id'] as const) {
      await db
        .updateTable('complaint')
        .set({ [column]: null })
        .where(column, 'in', some)
        .execute()
    }
  }
  for (const some of inParts(ids)) {
    letters += await eraseAnswers(db, some)
    events += await eraseParts(db, some)
    complaints += await eraseRows(db, some)
  }
  const gone = await erasePeople(db, people)
  await mergeWords(db)
  return { complaints, people: gone, events, letters }
}

async function eraseAnswers(db: Writer, ids: readonly ComplaintId[]): Promise<number> {
  const letters = await db
    .selectFrom('complaint_letter')
    .select('id')
    .where('complaint_id', 'in', ids)
    .execute()
  for (const some of inParts(letters.map(({ id }) => id))) {
    await db.deleteFrom('complaint_letter_print').where('letter_id', 'in', some).execute()
  }
  await db.deleteFrom('complaint_letter').where('complaint_id', 'in', ids).execute()
  await db.deleteFrom('complaint_answer').where('complaint_id', 'in', ids).execute()
  await db.deleteFrom('complaint_reminder').where('complaint_id', 'in', ids).execute()
  await db.deleteFrom('complaint_forwarding').where('complaint_id', 'in', ids).execute()
  return letters.length
}

async function eraseParts(db: Writer, ids: readonly ComplaintId[]): Promise<number> {
  for (const table of [
    ...(['complaint_pause', 'complaint_check', 'complaint_satisfaction'] as const),
    ...(['complaint_hold', 'complaint_decision', 'complaint_warning'] as const),
    ...(['complaint_post'] as const),
  ]) {
    await db.deleteFrom(table).where('complaint_id', 'in', ids).execute()
  }
  await eraseDisclosures(db, ids)
  await eraseTakeouts(db, ids)
  await db
    .deleteFrom('complaint_apart')
    .where((e) => e.or([e('first_id', 'in', ids), e('second_id', 'in', ids)]))
    .execute()
  const events = await db
    .deleteFrom('complaint_event')
    .where('complaint_id', 'in', ids)
    .executeTakeFirst()
  return Number(events.numDeletedRows)
}

/** Pictures are named by their attachments: this comes before those are taken out. */
export async function erasePhotoRoles(db: Writer, ids: readonly ComplaintId[]): Promise<void> {
  for (const some of inParts(ids)) {
    await db.deleteFrom('complaint_photo').where('complaint_id', 'in', some).execute()
  }
}

async function eraseRows(db: Writer, ids: readonly ComplaintId[]): Promise<number> {
  const rows = await db.selectFrom('complaint').select('ordinal').where('id', 'in', ids).execute()
  for (const { ordinal } of rows) {
    // The index of words deletes one row at a time, whatever it is asked.
    await db.deleteFrom('complaint_words').where('rowid', '=', ordinal).execute()
  }
  const gone = await db.deleteFrom('complaint').where('id', 'in', ids).executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** Those of whom no complaint tells any more; who was joined with one of them keeps the others. */
async function erasePeople(db: Writer, people: ReadonlySet<ComplainantId>): Promise<number> {
  let gone = 0
  for (const id of people) {
    const other = await db
      .selectFrom('complaint')
      .select('id')
      .where('complainant_id', '=', id)
      .executeTakeFirst()
    if (other !== undefined) continue
    await handOver(db, id)
    await db.deleteFrom('complainant_flag').where('complainant_id', '=', id).execute()
    await eraseRights(db, id)
    await db.deleteFrom('complainant').where('id', '=', id).execute()
    gone += 1
  }
  return gone
}

/** Entries that pointed to this one point to the first of themselves. */
async function handOver(db: Writer, id: ComplainantId): Promise<void> {
  const joined = await db
    .selectFrom('complainant')
    .select('id')
    .where('same_as', '=', id)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const heir = joined[0]
  if (heir === undefined) return
  await db.updateTable('complainant').set({ same_as: heir.id }).where('same_as', '=', id).execute()
  await db.updateTable('complainant').set({ same_as: null }).where('id', '=', heir.id).execute()
}

/**
 * SQLite's index only marks rows as gone and keeps their words until its parts are merged: they are
 * merged at once, so that the words of what was destroyed stand nowhere.
 */
async function mergeWords(db: Writer): Promise<void> {
  if (!(db.getExecutor().adapter instanceof SqliteAdapter)) return
  await sql`insert into complaint_words (complaint_words) values ('optimize')`.execute(db)
}
