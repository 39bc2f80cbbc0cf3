import { sql, type Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import { WorkspaceError } from '#contract/errors'
import { explain } from './explain.ts'
import { migrations } from './migrations/index.ts'

/** The number of a migration is the first four digits of its name: `0010-foundation` → 10. */
export function schemaVersion(names: Iterable<string>): number {
  return Math.max(0, ...[...names].map((name) => Number(name.slice(0, 4))))
}

export const latestVersion = schemaVersion(Object.keys(migrations))

/**
 * Brings a database to the newest schema, all steps in one transaction: whole or not at all.
 * @throws WorkspaceError `database.newer` when it holds steps this program does not know,
 *   `database.migration-failed` with the step's name when one fails; nothing is left of it.
 */
export async function migrateToLatest<T>(
  db: Kysely<T>,
  steps: Readonly<Record<string, Migration>> = migrations,
): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: () => Promise.resolve({ ...steps }) },
  })
  const known = new Set(Object.keys(steps))
  const { error, results } = await migrator.migrateToLatest()
  if (error === undefined) return
  const explained = explain(error)
  if (explained instanceof WorkspaceError) throw explained
  const executed = await executedMigrations(db)
  const unknown = executed.filter((name) => !known.has(name))
  if (unknown.length > 0) {
    throw new WorkspaceError('database.newer', {
      found: schemaVersion(unknown),
      known: schemaVersion(known),
    })
  }
  const failed = results?.find((result) => result.status === 'Error')?.migrationName ?? ''
  throw Object.assign(new WorkspaceError('database.migration-failed', { step: failed }), {
    cause: error,
  })
}

async function executedMigrations<T>(db: Kysely<T>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === 'kysely_migration')) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db)
  return rows.map((row) => row.name)
}
