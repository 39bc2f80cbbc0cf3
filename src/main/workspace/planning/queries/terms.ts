import { SensitiveTerm, type TermFields, type TermId } from '#contract/planning'
import { Instant } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { SensitiveTermRow } from '../tables.ts'

/** The office's sensitive terms, by the alphabet. */
export async function listTerms(db: Reader): Promise<SensitiveTerm[]> {
  const rows = await db
    .selectFrom('sensitive_term')
    .selectAll()
    .where('removed_at', 'is', null)
    .orderBy((e) => e.fn<string>('lower', ['term']))
    .orderBy('id')
    .execute()
  return rows.map(toTerm)
}

/** Terms that were taken out, the latest first. */
export async function removedTerms(
  db: Reader,
): Promise<(SensitiveTerm & { removedAt: Instant })[]> {
  const rows = await db
    .selectFrom('sensitive_term')
    .selectAll()
    .where('removed_at', 'is not', null)
    .orderBy('removed_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...toTerm(row), removedAt: Instant.parse(row.removed_at) }))
}

export async function findTerm(
  db: Reader,
  id: TermId,
): Promise<{ term: SensitiveTerm; removed: boolean } | null> {
  const row = await db
    .selectFrom('sensitive_term')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : { term: toTerm(row), removed: row.removed_at !== null }
}

export async function insertTerm(db: Writer, id: TermId, fields: TermFields): Promise<void> {
  const { term, why, suggestion } = fields
  await db
    .insertInto('sensitive_term')
    .values({ id, term, why, suggestion, removed_at: null })
    .execute()
}

export async function updateTerm(db: Writer, id: TermId, fields: TermFields): Promise<void> {
  const { term, why, suggestion } = fields
  await db
    .updateTable('sensitive_term')
    .set({ term, why, suggestion })
    .where('id', '=', id)
    .execute()
}

export async function setTermRemoved(db: Writer, id: TermId, at: Instant | null): Promise<void> {
  await db.updateTable('sensitive_term').set({ removed_at: at }).where('id', '=', id).execute()
}

function toTerm({ id, term, why, suggestion }: SensitiveTermRow): SensitiveTerm {
  return SensitiveTerm.parse({ id, term, why, suggestion })
}
