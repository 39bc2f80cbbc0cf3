import { verifyChain } from '../../../src/main/workspace/audit.ts'
import { checkDatabase } from '../../../src/main/workspace/database/copying.ts'
import { openDatabase } from '../../../src/main/workspace/database/open.ts'
import { readerOf } from '../../../src/main/workspace/database/schema.ts'
import { auditChain } from '../../../src/main/workspace/office/queries.ts'
import { auditKey, batchRows } from './ground.ts'

export interface Found {
  /** Whole batches that are there. */
  readonly batches: number
  /** What is wrong, in words; empty where nothing is. */
  readonly wrong: readonly string[]
  readonly openedInMs: number
}

/** Opens a database after the worst and counts what is there, by SQL of its own. */
export async function lookAt(file: string, keyHex: string): Promise<Found> {
  const began = performance.now()
  const db = await openDatabase({ file, keyHex })
  const openedInMs = performance.now() - began
  const wrong: string[] = []
  try {
    const perBatch = new Map<string, number>()
    for (const { id } of await db.selectFrom('person').select('id').execute()) {
      const batch = id.split('-')[0] ?? ''
      perBatch.set(batch, (perBatch.get(batch) ?? 0) + 1)
    }
    const parts = [...perBatch.values()].filter((rows) => rows !== batchRows).length
    if (parts > 0) wrong.push(`${parts} part batches`)
    const chain = verifyChain(await auditChain(readerOf(db)), auditKey)
    if (chain.firstBroken !== null) wrong.push('a broken audit log')
    if (chain.entries !== perBatch.size) wrong.push('another number of audit entries than batches')
    // The first batches without a gap: a later one never stands without an earlier one.
    const gaps = [...perBatch.keys()].filter((batch) => Number(batch) >= perBatch.size).length
    if (gaps > 0) wrong.push(`${gaps} batches out of order`)
    return { batches: perBatch.size, wrong, openedInMs }
  } finally {
    await db.destroy()
    checkDatabase({ file, keyHex }, 'integrity_check')
  }
}
