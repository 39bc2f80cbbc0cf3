import type { Reader } from '../../database/schema.ts'

/** By id, in the order of `keptPrints`: another text as soon as that would say something else of it. */
export type LibraryState = ReadonlyMap<string, string>

/** What tells whether `keptPrints` would be another one; what else it reads never changes. */
export async function libraryState(db: Reader): Promise<LibraryState> {
  const rows = await db
    .selectFrom('image')
    .select(['id', 'name', 'parts_version'])
    .where('trashed_at', 'is', null)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return new Map(rows.map((row) => [row.id, `${row.parts_version ?? ''} ${row.name}`]))
}
