import { randomUUID } from 'node:crypto'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import manifest from '../../package.json' with { type: 'json' }

/** The files of an empty PostgreSQL of this version; may be deleted at any time. */
const version = manifest.devDependencies['@electric-sql/pglite']
const emptyFiles = fileURLToPath(new URL(`../../.cache/pglite-${version}.tar`, import.meta.url))

/**
 * An empty PostgreSQL in this process. Making its files takes two busy seconds, so they are made
 * once and kept; a start from kept files takes a fifth of that.
 */
export async function startPostgres(): Promise<PGlite> {
  const kept = await startPostgresFrom(emptyFiles)
  if (kept !== null) return kept
  const started = new PGlite()
  await started.waitReady
  await keepPostgres(started, emptyFiles)
  return started
}

/** A PostgreSQL with what `keepPostgres` kept; null where nothing is kept. */
export async function startPostgresFrom(file: string): Promise<PGlite | null> {
  const kept = await readFile(file).catch(() => null)
  if (kept === null) return null
  const started = new PGlite({ loadDataDir: new Blob([kept]) })
  await started.waitReady
  return started
}

/** Whole under its name or not there at all, whatever other test files start beside this one. */
export async function keepPostgres(pglite: PGlite, file: string): Promise<void> {
  const files = await pglite.dumpDataDir('none')
  const unfinished = `${file}.${randomUUID()}`
  await writeFile(unfinished, Buffer.from(await files.arrayBuffer()))
  await rename(unfinished, file)
}

/**
 * Remembers how a migrated database looks, and returns what brings it back there: a hundredth of
 * the time that migrating again would take. No column counts by itself, which deleting would not
 * bring back.
 * @returns false from then on when a test changed the schema itself, which only migrating mends.
 */
export async function rememberStart(pglite: PGlite): Promise<() => Promise<boolean>> {
  const tables = await namesOf(pglite, "schemaname = 'public'")
  const schema = await shapeOf(pglite)
  const filled: string[] = []
  await pglite.exec('drop schema if exists start cascade; create schema start')
  for (const table of tables) {
    const { rows } = await pglite.query(`select 1 from public.${table} limit 1`)
    if (rows.length === 0) continue
    await pglite.exec(`create table start.${table} as table public.${table}`)
    filled.push(table)
  }
  const refill = filled.map((table) => `insert into public.${table} select * from start.${table}`)
  // Foreign keys are kept by triggers, which a replica does not run: the order is no matter. To
  // delete few rows takes a tenth of what it takes to truncate a hundred tables.
  const back = [
    'set session_replication_role = replica',
    ...tables.map((table) => `delete from public.${table}`),
    ...refill,
    'set session_replication_role = default',
  ].join(';')
  return async () => {
    if ((await shapeOf(pglite)) !== schema) return false
    await pglite.exec(back)
    return true
  }
}

async function namesOf(pglite: PGlite, which: string): Promise<string[]> {
  const { rows } = await pglite.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where ${which} order by 1`,
  )
  return rows.map(({ name }) => name)
}

/** Every table, view, index, column and trigger of the schema, as one text. */
async function shapeOf(pglite: PGlite): Promise<string> {
  const { rows } = await pglite.query<{ shape: string }>(`
    select md5(string_agg(part, ';' order by part)) as shape from (
      select concat_ws(' ', relname, relkind, attname, tgname) as part
      from pg_class
      join pg_namespace on pg_namespace.oid = relnamespace and nspname = 'public'
      left join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
      left join pg_trigger on tgrelid = pg_class.oid and not tgisinternal
    ) as parts`)
  return rows[0]?.shape ?? ''
}
