import type { Instant } from '#contract/values'
import { loadAccounts } from './accounts/load.ts'
import type { Subject } from './audit.ts'
import { loadFirstCycle } from './cycles/load.ts'
import { loadFrameworks } from './compliance/load.ts'
import type { Writer } from './database/schema.ts'
import { loadHolidayList } from './days/load.ts'
import { loadTemplates } from './posts/load.ts'
import { loadReference } from './reference/load.ts'

/**
 * Brings what this version of the application ships into a workspace, in the caller's transaction:
 * the public holidays, the lists of reference data, then the accounts, which name channels of those
 * lists, the first cycle, whose phases take their names from them, the templates of posts, and the
 * checklists.
 * @returns the rows that changed, none where everything was there
 */
export async function loadShipped(
  db: Writer,
  parts: { readonly newId: () => string; readonly at: Instant },
): Promise<Subject[]> {
  const holidays = await loadHolidayList(db, parts.newId)
  const lists = await loadReference(db)
  const accounts = await loadAccounts(db, parts)
  const cycles = await loadFirstCycle(db, parts)
  const templates = await loadTemplates(db, parts.newId)
  const frameworks = await loadFrameworks(db, parts)
  return [...holidays, ...lists, ...accounts, ...cycles, ...templates, ...frameworks]
}
