import type { ComplaintId } from '#contract/complaintFields'
import type { Reader } from '../../database/schema.ts'
import type { ComplainantRow } from '../tables.ts'
import { fieldsOf, type OpenComplaint } from './rows.ts'

/** Some complaints with nothing covered, by their ids: for the service's own eyes. */
export async function openByIds(
  db: Reader,
  ids: readonly ComplaintId[],
): Promise<ReadonlyMap<ComplaintId, OpenComplaint>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('complaint').selectAll().where('id', 'in', ids).execute()
  const personIds = [...new Set(rows.flatMap(({ complainant_id: id }) => id ?? []))]
  const people =
    personIds.length === 0
      ? []
      : await db.selectFrom('complainant').selectAll().where('id', 'in', personIds).execute()
  const byId = new Map<string, ComplainantRow>(people.map((each) => [each.id, each]))
  return new Map(
    rows.map((row) => [
      row.id,
      { row, fields: fieldsOf(row), complainant: byId.get(row.complainant_id ?? '') ?? null },
    ]),
  )
}
