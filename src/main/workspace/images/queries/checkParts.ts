import type { CheckId } from '#contract/values'
import type { Reader, Writer } from '../../database/schema.ts'
import type { ImageCheckPartsRow } from '../tables.ts'

/** One statement binds a limited number of values. */
const atOnce = 1_000

export async function insertCheckParts(
  db: Writer,
  rows: readonly ImageCheckPartsRow[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += atOnce) {
    await db
      .insertInto('image_check_parts')
      .values(rows.slice(start, start + atOnce))
      .onConflict((c) =>
        c.column('check_id').doUpdateSet((e) => ({
          parts: e.ref('excluded.parts'),
          parts_version: e.ref('excluded.parts_version'),
        })),
      )
      .execute()
  }
}

/** Base64 by check, of those that were made in the given way. */
export async function checkPartsOf(
  db: Reader,
  ids: readonly CheckId[],
  version: number,
): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (let start = 0; start < ids.length; start += atOnce) {
    const rows = await db
      .selectFrom('image_check_parts')
      .select(['check_id', 'parts'])
      .where('check_id', 'in', ids.slice(start, start + atOnce))
      .where('parts_version', '=', version)
      .orderBy('check_id')
      .execute()
    for (const row of rows) found.set(row.check_id, row.parts)
  }
  return found
}
