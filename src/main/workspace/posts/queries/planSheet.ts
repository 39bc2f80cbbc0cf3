import type { PlanChoice, PlanSheet } from '#contract/postLeaving'
import type { Period, PostTile } from '#contract/posts'
import type { Reader } from '../../database/schema.ts'
import { notesBetween } from '../../planning/queries/notes.ts'
import { readPlanningSettings } from '../../planning/queries/settings.ts'
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
  const shown = tiles.slice(0, mostOnPaper)
  const days = period ?? daysOf(shown)
  return {
    ...{ period, filter, tiles: shown, fitting: tiles.length },
    ...(await readSheetNames(db)),
    holidays: days === null ? [] : await holidaysIn(db, days),
    notes: days === null ? [] : await notesBetween(db, days.from, days.to),
    weekStartsOn: (await readPlanningSettings(db)).weekStartsOn,
  }
}

/** From the first to the last day of some slots, which come by their day, those without one last. */
function daysOf(tiles: readonly PostTile[]): Period | null {
  const from = tiles[0]?.day ?? null
  const to = tiles.findLast(({ day }) => day !== null)?.day ?? null
  return from === null || to === null ? null : { from, to }
}
