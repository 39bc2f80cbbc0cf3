import type { z } from 'zod'
import { AuditEntry } from '#contract/office'
import { Reminders } from '#contract/reminders'
import type { AuditRow } from '../auditTables.ts'
import type { Reader, Writer } from '../database/schema.ts'

/** A setting parsed by its own schema, or null when it was never set. */
export async function readSetting<T>(
  db: Reader,
  name: string,
  schema: z.ZodType<T>,
): Promise<T | null> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('name', '=', name)
    .executeTakeFirst()
  return row === undefined ? null : schema.parse(JSON.parse(row.value))
}

export const officeSetting = 'office'
export const remindersSetting = 'reminders'

/** Half an hour after the office opens, and time enough to post by hand; Kuala Lumpur. Ours. */
export const defaultReminders = Reminders.parse({
  ...{ on: true, morning: '08:30', minutesBefore: 15, state: 'MY-14' },
})

/** When the office wants to be reminded, and whose working days are its own. */
export async function readReminders(db: Reader): Promise<Reminders> {
  return (await readSetting(db, remindersSetting, Reminders)) ?? defaultReminders
}

export async function writeSetting(db: Writer, name: string, value: unknown): Promise<void> {
  await db
    .insertInto('setting')
    .values({ name, value: JSON.stringify(value) })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: JSON.stringify(value) }))
    .execute()
}

/** The newest entries first, before a given sequence. */
export async function auditPage(
  db: Reader,
  before: number | null,
  limit: number,
): Promise<AuditEntry[]> {
  const rows = await db
    .selectFrom('audit_entry')
    .leftJoin('person', 'person.id', 'audit_entry.person_id')
    .select(['sequence', 'at', 'person_id', 'person.name as person_name', 'action', 'subjects'])
    .select('hash')
    .$if(before !== null, (q) => q.where('sequence', '<', before ?? 0))
    .orderBy('sequence', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) =>
    AuditEntry.parse({
      sequence: row.sequence,
      at: row.at,
      personId: row.person_id,
      personName: row.person_name,
      action: row.action,
      subjects: JSON.parse(row.subjects) as unknown,
      hash: row.hash,
    }),
  )
}

/** The whole log in order, for recomputing its chain. */
export async function auditChain(db: Reader): Promise<AuditRow[]> {
  return db.selectFrom('audit_entry').selectAll().orderBy('sequence').execute()
}

/** Number of entries, and the newest one's hash (null before the first), without recomputing. */
export async function auditEnd(db: Reader): Promise<{ entries: number; head: string | null }> {
  const counted = await db
    .selectFrom('audit_entry')
    .select((e) => e.fn.countAll<number | string>().as('entries'))
    .executeTakeFirstOrThrow()
  const newest = await db
    .selectFrom('audit_entry')
    .select('hash')
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { entries: Number(counted.entries), head: newest?.hash ?? null }
}

/** When the last change was saved; null before the first. */
export async function lastSaved(db: Reader): Promise<string | null> {
  const row = await db
    .selectFrom('audit_entry')
    .select('at')
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.at ?? null
}
