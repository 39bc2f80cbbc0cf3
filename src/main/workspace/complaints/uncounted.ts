import { z } from 'zod'
import type { Clock } from '../context.ts'
import { readerOf, type Writer } from '../database/schema.ts'
import { readSetting, writeSetting } from '../office/queries.ts'
import { openComplaints } from './queries/due.ts'
import { countAnew, openCountBook } from './service/counting.ts'

const setting = 'complaints-uncounted'

/**
 * Counts the open complaints of a workspace that an older version kept, once: what is kept of their
 * clocks hangs on the office's days and sets, which a migration does not know.
 */
export async function countUncounted(writer: Writer, clock: Clock): Promise<void> {
  const db = readerOf(writer)
  if ((await readSetting(db, setting, z.boolean())) !== true) return
  const book = await openCountBook(db)
  for (const id of await openComplaints(db)) {
    await countAnew({ db, writer, clock }, id, book)
  }
  await writeSetting(writer, setting, false)
}
