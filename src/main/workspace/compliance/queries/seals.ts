import { sql } from 'kysely'
import { z } from 'zod'
import type { Reader } from '../../database/schema.ts'

const Subjects = z.array(
  z.object({ table: z.string(), id: z.string(), seal: z.string().optional() }),
)

/**
 * What the audit log says of approved snapshots: the hash that its chain holds of each, or null where
 * it was approved before the log carried hashes. One of which the log says nothing is not there.
 */
export async function sealsOf(
  db: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('audit_entry')
    .select('subjects')
    // The very words of the partial index, which a value bound to the statement would not be.
    .where(sql<boolean>`action = 'compliance.approveAssessment'`)
    .where((e) => e.or(ids.map((id) => e('subjects', 'like', `%${id}%`))))
    .orderBy('sequence')
    .execute()
  const wanted = new Set(ids)
  const seals = new Map<string, string | null>()
  for (const { subjects } of rows) {
    for (const { table, id, seal } of Subjects.parse(JSON.parse(subjects))) {
      if (table === 'assessment_snapshot' && wanted.has(id)) seals.set(id, seal ?? null)
    }
  }
  return seals
}
