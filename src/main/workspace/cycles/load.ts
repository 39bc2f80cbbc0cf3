import type { Instant } from '#contract/values'
import type { Subject } from '../audit.ts'
import { readerOf, type Writer } from '../database/schema.ts'
import { malaysianTime } from '../days/rules/malaysianTime.ts'
import { itemsOf } from '../reference/queries.ts'
import { makeCycle, phaseStarts } from './making.ts'
import { cyclesThere } from './queries.ts'
import { calendarYear, divide } from './rules/division.ts'

/**
 * Brings the first cycle, over the current Malaysian year, into a workspace that has none, in the
 * caller's transaction. From then on it is the office's; one that was archived does not come back.
 * The lists of reference data must be there: the phases take their names and colours from them.
 * @returns the rows that were added, for the audit log
 */
export async function loadFirstCycle(
  db: Writer,
  parts: { readonly newId: () => string; readonly at: Instant },
): Promise<Subject[]> {
  const reader = readerOf(db)
  if ((await cyclesThere(reader)).any) return []
  const year = Number(malaysianTime(parts.at).day.slice(0, 4))
  const phases = phaseStarts(
    await itemsOf(reader, 'phases', true),
    divide(calendarYear(year)) ?? [],
  )
  const words = { name: `Kitaran ${year}`, nameEn: `Cycle ${year}`, note: '', example: false }
  return (await makeCycle(db, words, phases, parts)).subjects
}
