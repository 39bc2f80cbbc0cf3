import type { ComplaintId } from '#contract/complaintFields'
import type { HoldId, LegalHold } from '#contract/complaintHolds'
import type { Reader, Writer } from '../../database/schema.ts'
import { coverText } from '../rules/cover.ts'
import type { ComplaintHoldRow } from '../recordTables.ts'

/** All holds of a case, the newest first. */
export async function listHoldsOf(db: Reader, id: ComplaintId): Promise<LegalHold[]> {
  const rows = await selectHolds(db)
    .where('complaint_hold.complaint_id', '=', id)
    .orderBy('complaint_hold.at', 'desc')
    .orderBy('complaint_hold.id')
    .execute()
  return rows.map(toHold)
}

/** All that stand, the first to be reviewed first. */
export async function listHolds(db: Reader): Promise<LegalHold[]> {
  const rows = await selectHolds(db)
    .where('complaint_hold.ended_at', 'is', null)
    .orderBy('complaint_hold.review_on')
    .orderBy('complaint_hold.id')
    .execute()
  return rows.map(toHold)
}

/** One hold, also one that was lifted; null where there is none. */
export async function findHold(db: Reader, id: HoldId): Promise<LegalHold | null> {
  const row = await selectHolds(db).where('complaint_hold.id', '=', id).executeTakeFirst()
  return row === undefined ? null : toHold(row)
}

/** Whether something keeps a case. */
export async function isHeld(db: Reader, id: ComplaintId): Promise<boolean> {
  const row = await db
    .selectFrom('complaint_hold')
    .select('id')
    .where('complaint_id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return row !== undefined
}

/** Ids of all cases that something keeps: they are few. */
export async function heldIds(db: Reader): Promise<Set<ComplaintId>> {
  const rows = await db
    .selectFrom('complaint_hold')
    .select('complaint_id')
    .where('ended_at', 'is', null)
    .execute()
  return new Set(rows.map(({ complaint_id }) => complaint_id))
}

export async function insertHold(db: Writer, row: ComplaintHoldRow): Promise<void> {
  await db.insertInto('complaint_hold').values(row).execute()
}

export async function updateHold(
  db: Writer,
  id: HoldId,
  changes: Partial<Omit<ComplaintHoldRow, 'id' | 'complaint_id'>>,
): Promise<void> {
  await db.updateTable('complaint_hold').set(changes).where('id', '=', id).execute()
}

type NamedHoldRow = ComplaintHoldRow & {
  readonly number: LegalHold['number']
  readonly name: string | null
  readonly by_name: string
  readonly ended_by_name: string | null
}

function selectHolds(db: Reader) {
  return db
    .selectFrom('complaint_hold')
    .innerJoin('complaint', 'complaint.id', 'complaint_hold.complaint_id')
    .leftJoin('complainant', 'complainant.id', 'complaint.complainant_id')
    .innerJoin('person as setter', 'setter.id', 'complaint_hold.by_id')
    .leftJoin('person as ender', 'ender.id', 'complaint_hold.ended_by')
    .selectAll('complaint_hold')
    .select(['complaint.number', 'complainant.name', 'setter.name as by_name'])
    .select('ender.name as ended_by_name')
}

function toHold(row: NamedHoldRow): LegalHold {
  return {
    id: row.id,
    complaintId: row.complaint_id,
    number: row.number,
    reason: coverText(row.reason, row.name),
    byName: row.by_name,
    at: row.at,
    reviewOn: row.review_on,
    endedAt: row.ended_at,
    endedByName: row.ended_by_name,
    endReason: coverText(row.end_reason, row.name),
  }
}
