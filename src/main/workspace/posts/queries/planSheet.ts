import type { PlanChoice, PlanSheet } from '#contract/postLeaving'
import type { Reader } from '../../database/schema.ts'
import { planTiles } from './planRows.ts'
import type { Now } from './rows.ts'
import { holidaysIn, readSheetNames } from './sheetNames.ts'

/** Some sixty pages: more than anybody leafs through. */
const mostOnPaper = 3_000

/** The plan of a period as it stands on paper. */
export async function readPlanSheet(
  db: Reader,
  { period, filter }: Omit<PlanChoice, 'ids'>,
  now: Now,
): Promise<PlanSheet> {
  const tiles = await planTiles(db, { period, filter, ids: null }, now)
  return {
    ...{ period, filter, tiles: tiles.slice(0, mostOnPaper), fitting: tiles.length },
    ...(await readSheetNames(db)),
    holidays: period === null ? [] : await holidaysIn(db, period),
  }
}
