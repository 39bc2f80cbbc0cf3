import type { PaperNames } from '#contract/complaintPapers'
import { listAccounts } from '../../accounts/queries.ts'
import type { Reader } from '../../database/schema.ts'
import { listPeople } from '../../people/queries.ts'
import { readLists } from '../../reference/queries.ts'

/** What complaints name, for a document. */
export async function readPaperNames(db: Reader): Promise<PaperNames> {
  return {
    lists: await readLists(db),
    people: await listPeople(db),
    accounts: await listAccounts(db),
  }
}
