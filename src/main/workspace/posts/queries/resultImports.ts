import { z } from 'zod'
import type { ImportId } from '#contract/postImports'
import { ResultId } from '#contract/postIds'
import { ResultCounts, type ResultImport } from '#contract/postResultImports'
import { Instant, PersonId } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { ResultImportRow } from '../importTables.ts'

/** One result of an import: what it became, and what it was; null where it was none. */
export const ImportedResult = z.object({
  id: ResultId,
  after: ResultCounts,
  before: z.object({ counts: ResultCounts, by: PersonId, at: Instant }).nullable(),
})
export type ImportedResult = z.infer<typeof ImportedResult>

const ImportedResults = z.array(ImportedResult)

/** Newest first. */
export async function listResultImports(db: Reader): Promise<ResultImport[]> {
  const rows = await db
    .selectFrom('result_import')
    .innerJoin('person', 'person.id', 'result_import.imported_by')
    .selectAll('result_import')
    .select('person.name as by_name')
    .orderBy('imported_at', 'desc')
    .orderBy('result_import.id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, name: row.file_name, results: toResults(row).length },
    ...{ byName: row.by_name, at: row.imported_at, undoneAt: row.undone_at },
  }))
}

/** An import with its results, in the order of their rows. */
export async function findResultImport(
  db: Reader,
  id: ImportId,
): Promise<{ results: ImportedResult[]; undoneAt: Instant | null } | null> {
  const row = await db
    .selectFrom('result_import')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row === undefined ? null : { results: toResults(row), undoneAt: row.undone_at }
}

export async function insertResultImport(db: Writer, row: ResultImportRow): Promise<void> {
  await db.insertInto('result_import').values(row).execute()
}

export async function setResultsUndone(db: Writer, id: ImportId, at: Instant): Promise<void> {
  await db.updateTable('result_import').set({ undone_at: at }).where('id', '=', id).execute()
}

function toResults({ results }: Pick<ResultImportRow, 'results'>): ImportedResult[] {
  return ImportedResults.parse(JSON.parse(results))
}
