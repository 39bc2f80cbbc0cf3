import type { ComplainantFlag, DueFlag, FlagId } from '#contract/complaintFlags'
import type { ComplainantId } from '#contract/complaintFields'
import type { PlainDate } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import { coverName, coverText } from '../rules/cover.ts'
import type { ComplainantFlagRow } from '../recordTables.ts'

type NamedFlagRow = ComplainantFlagRow & {
  readonly name: string
  readonly asked_by_name: string
  readonly approved_by_name: string | null
}

/** The flag of a complainant that has not ended; null where there is none. */
export async function findFlagOf(db: Reader, id: ComplainantId): Promise<NamedFlagRow | null> {
  const row = await selectFlags(db)
    .where('complainant_flag.complainant_id', '=', id)
    .where('complainant_flag.ended_at', 'is', null)
    .executeTakeFirst()
  return row ?? null
}

/** A flag, also one that has ended; null where there is none. */
export async function findFlag(db: Reader, id: FlagId): Promise<NamedFlagRow | null> {
  const row = await selectFlags(db).where('complainant_flag.id', '=', id).executeTakeFirst()
  return row ?? null
}

/** Flags that wait for their approval, or whose day has come, of people with a complaint. */
export async function listDueFlags(db: Reader, today: PlainDate): Promise<DueFlag[]> {
  const rows = await selectFlags(db)
    .where('complainant_flag.ended_at', 'is', null)
    .where((e) => e.or([e('approved_at', 'is', null), e('review_on', '<=', today)]))
    .execute()
  const due: DueFlag[] = []
  for (const row of rows) {
    const newest = await db
      .selectFrom('complaint')
      .select('id')
      .where('complainant_id', '=', row.complainant_id)
      .orderBy('ordinal', 'desc')
      .executeTakeFirst()
    if (newest === undefined) continue
    due.push({ ...toFlag(row), name: coverName(row.name), complaintId: newest.id })
  }
  return due
}

export async function insertFlag(db: Writer, row: ComplainantFlagRow): Promise<void> {
  await db.insertInto('complainant_flag').values(row).execute()
}

export async function updateFlag(
  db: Writer,
  id: FlagId,
  changes: Partial<Omit<ComplainantFlagRow, 'id' | 'complainant_id'>>,
): Promise<void> {
  await db.updateTable('complainant_flag').set(changes).where('id', '=', id).execute()
}

/** A flag as it is shown, its reason covered. */
export function toFlag(row: NamedFlagRow): ComplainantFlag {
  return {
    id: row.id,
    complainantId: row.complainant_id,
    reason: coverText(row.reason, row.name),
    reviewOn: row.review_on,
    askedBy: row.asked_by,
    askedByName: row.asked_by_name,
    askedAt: row.asked_at,
    approvedByName: row.approved_by_name,
    approvedAt: row.approved_at,
  }
}

function selectFlags(db: Reader) {
  return db
    .selectFrom('complainant_flag')
    .innerJoin('complainant', 'complainant.id', 'complainant_flag.complainant_id')
    .innerJoin('person as asker', 'asker.id', 'complainant_flag.asked_by')
    .leftJoin('person as approver', 'approver.id', 'complainant_flag.approved_by')
    .selectAll('complainant_flag')
    .select([
      ...(['complainant.name', 'asker.name as asked_by_name'] as const),
      'approver.name as approved_by_name',
    ])
    .orderBy('complainant_flag.review_on')
    .orderBy('complainant_flag.id')
}
