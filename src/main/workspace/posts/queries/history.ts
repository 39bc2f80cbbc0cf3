import type { PhaseId } from '#contract/cycles'
import type { Reader } from '../../database/schema.ts'

/** Whether one of these phases has a post of one of these titles, in the trash or not. */
export async function hasPostTitled(
  db: Reader,
  titles: readonly string[],
  phases: readonly PhaseId[],
): Promise<boolean> {
  const row = await db
    .selectFrom('post')
    .select('id')
    .where('phase_id', 'in', phases)
    .where('title', 'in', titles)
    .orderBy('id')
    .executeTakeFirst()
  return row !== undefined
}
