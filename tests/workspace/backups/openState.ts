import { createHash } from 'node:crypto'
import type { TestWorkspace } from '../../support/workspace.ts'

type Rows = Readonly<Record<string, readonly unknown[]>>

/** All rows of all tables of an open workspace, by SQL of the test's own. */
export async function openState(test: TestWorkspace): Promise<Rows> {
  // What a restore opened is another connection than the one the test was started with.
  const tables = await test.rows<{ name: string }>(
    "select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name",
  )
  const found: Record<string, unknown[]> = {}
  for (const { name } of tables) found[name] = await test.rows(`select * from ${name} order by 1`)
  return found
}

/** SHA-256 of each table's rows, but for those named. */
export function tableHashes(rows: Rows, without: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(rows)
      .filter(([name]) => !without.includes(name))
      .map(([name, all]) => [name, createHash('sha256').update(JSON.stringify(all)).digest('hex')]),
  )
}
