import { FrameworkId } from '#contract/frameworks'
import type { Reader } from '../../database/schema.ts'

/**
 * A checklist with those it was copied from and those that were copied from it, over however many
 * steps: their controls have the same keys, and a key keeps its meaning in all of them.
 */
export async function familyOf(db: Reader, id: FrameworkId): Promise<FrameworkId[]> {
  const rows = await db
    .selectFrom('framework')
    .leftJoin('framework_version', 'framework_version.id', 'framework.copied_from')
    .select(['framework.id', 'framework_version.framework_id as origin'])
    .orderBy('framework.id')
    .execute()
  const origins = new Map(rows.map((row) => [row.id, row.origin]))
  const eldest = (of: string): string => {
    const origin = origins.get(of) ?? null
    return origin === null || origin === of ? of : eldest(origin)
  }
  const own = eldest(id)
  return rows.flatMap((row) => (eldest(row.id) === own ? [FrameworkId.parse(row.id)] : []))
}
