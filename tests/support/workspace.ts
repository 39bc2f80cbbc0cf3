import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { PGlite } from '@electric-sql/pglite'
import { Kysely, PGliteDialect, sql } from 'kysely'
import { Instant } from '#contract/values'
import type { WatchedPort } from '#contract/wire'
import { runInThread } from '../../src/main/hosts/databaseWorkers.ts'
import { startNodeImageWorker } from '../../src/main/hosts/nodeImageWorkers.ts'
import type { RunDatabaseTask } from '../../src/main/workspace/backups/task.ts'
import { openDatabase } from '../../src/main/workspace/database/open.ts'
import { migrateToLatest } from '../../src/main/workspace/database/migrate.ts'
import type { Tables, Writer } from '../../src/main/workspace/database/schema.ts'
import type { StartImageWorker } from '../../src/main/workspace/images/workers/line.ts'
import {
  startWorkspace,
  type Clock,
  type KeyKeeper,
  type LogEntry,
  type RunningWorkspace,
  type SafeStorage,
} from '../../src/main/workspace/index.ts'
import { createWorkspaceClient, type WorkspaceClient } from '../../src/renderer/workspace/client.ts'
import { keepPostgres, rememberStart, startPostgres, startPostgresFrom } from './postgres.ts'
import { present } from './present.ts'
import { runFolderName, temporaryRoot } from './runFolder.ts'

/** The databases every service test runs on. */
export const databases = ['sqlite', 'postgres'] as const
export type DatabaseName = (typeof databases)[number]

export const testPassphrase = 'jambatan merah di lembah sunyi'

/** A clock that stands still until it is told to move. */
export interface FixedClock extends Clock {
  set(iso: string): void
}

export function fixedClock(start = '2026-11-23T01:00:00.000Z'): FixedClock {
  let now = Instant.parse(start)
  return {
    now: () => now,
    set: (iso) => {
      now = Instant.parse(iso)
    },
  }
}

export interface TestWorkspace {
  readonly client: WorkspaceClient
  readonly workspace: WorkspaceClient['workspace']
  readonly running: RunningWorkspace
  readonly folder: string
  readonly clock: FixedClock
  readonly log: LogEntry[]
  /** The database itself, for expected values by SQL of the test's own. */
  rows<T>(query: string): Promise<T[]>
  /** Rows that no call of the workspace would write so, in one transaction. */
  write(change: (db: Writer) => Promise<void>): Promise<void>
  /** The page goes away, as when it is loaded again, and comes back over another port. */
  reconnect(): void
  /** Stops this process's workspace and starts another on the same folder, still locked. */
  restart(): Promise<void>
  stop(): Promise<void>
}

export interface TestOptions {
  readonly safeStorage?: SafeStorage
  readonly keyKeeper?: KeyKeeper
  /** Image workers of the test's own; else those of the command line. */
  readonly startImageWorker?: StartImageWorker
  /** Backups by themselves: daily, at the close, before bulk work. Off unless asked for. */
  readonly automaticBackups?: boolean
  /** Work on database files by the test's own hand; else in a thread as in the application. */
  readonly runDatabaseTask?: RunDatabaseTask
  /** Left at the first run when false; else created and open as Siti Aminah. */
  readonly created?: boolean
  /** Goes through its own first run: keys and ids unlike those of any other test. */
  readonly ownFirstRun?: boolean
  /** Stretches passphrases as the application does: a third of a second each. */
  readonly fullStretching?: boolean
}

/**
 * A whole workspace behind a real port, on encrypted SQLite or on PostgreSQL (PGlite, in-process).
 */
export async function startTestWorkspace(
  database: DatabaseName,
  options: TestOptions = {},
): Promise<TestWorkspace> {
  const isCreated = options.created !== false
  const isUsual = options.ownFirstRun !== true && options.fullStretching !== true
  const copies = isCreated && isUsual && createdOnce(database) !== null
  if (copies) await makeCreated(database)
  const folder = await mkdtemp(join(temporaryRoot(), 'ruang-kerja-'))
  if (copies) await cp(present(createdOnce(database)).data, folder, { recursive: true })
  const clock = fixedClock()
  const log: LogEntry[] = []
  const server = database === 'postgres' ? await freshPostgres(copies) : null
  let opened: Writer | null = null
  const start = (): RunningWorkspace =>
    startWorkspace({
      folder,
      clock,
      safeStorage: options.safeStorage ?? null,
      ...(options.keyKeeper !== undefined && { keyKeeper: options.keyKeeper }),
      startImageWorker: options.startImageWorker ?? startNodeImageWorker,
      runDatabaseTask: server === null ? (options.runDatabaseTask ?? runInThread) : null,
      automaticBackups: options.automaticBackups ?? false,
      log: (entry) => log.push(entry),
      checkOutput: true,
      ...(options.fullStretching === true ? {} : { stretchCost: { N: 1024, r: 8, p: 1 } }),
      openDatabase: async (file, keyHex) => {
        if (server === null) {
          opened = await openDatabase({ file, keyHex })
        } else {
          // The gate asks for a file; where the database is a server, an empty one stands in.
          await writeFile(file, '')
          opened = server
        }
        return opened
      },
    })
  const client = createWorkspaceClient()
  let running = start()
  connect(running, client)

  const test: TestWorkspace = {
    client,
    workspace: client.workspace,
    get running() {
      return running
    },
    folder,
    clock,
    log,
    async rows<T>(query: string) {
      if (opened === null) throw new Error('No database is open')
      return (await sql.raw<T>(query).execute(opened)).rows
    },
    async write(change) {
      if (opened === null) throw new Error('No database is open')
      await opened.transaction().execute(change)
    },
    reconnect: () => connect(running, client),
    async restart() {
      await running.stop()
      running = start()
      connect(running, client)
    },
    async stop() {
      await running.stop()
      client.giveUp()
      await rm(folder, { recursive: true, force: true })
    },
  }
  if (copies) {
    const secret = { kind: 'passphrase', passphrase: testPassphrase } as const
    await client.workspace.gate.unlock({ secret, remember: false })
  } else if (isCreated) {
    await createWorkspace(test)
  }
  return test
}

/** Goes through the first run as a person would; returns the recovery code. */
export async function createWorkspace({ workspace }: TestWorkspace): Promise<string> {
  const { recoveryCode } = await workspace.gate.begin({})
  await workspace.gate.create({
    typedRecoveryCode: recoveryCode,
    passphrase: testPassphrase,
    unitName: 'Bahagian Komunikasi Korporat',
    letterhead: ['Jabatan Kerja Raya Malaysia', '50480 Kuala Lumpur'],
    logo: null,
    language: 'ms',
    administrator: { name: 'Siti Aminah binti Abdullah', post: 'Pereka' },
    remember: false,
  })
  return recoveryCode
}

/**
 * The first run takes a third of a second and on PostgreSQL three, so it is gone through once for
 * each database in a whole run of the tests; the others begin with a copy of what it left.
 */
function createdOnce(database: DatabaseName) {
  const run = process.env[runFolderName]
  if (run === undefined) return null
  const whole = join(run, database)
  return { whole, ...partsOf(whole) }
}

/** The data folder, and where the database is no file in it the files of the server. */
function partsOf(whole: string) {
  return { data: join(whole, 'data'), server: join(whole, 'server.tar') }
}

async function makeCreated(database: DatabaseName): Promise<void> {
  const kept = present(createdOnce(database))
  if (existsSync(kept.whole)) return
  const made = await startTestWorkspace(database, { created: false })
  await createWorkspace(made)
  await made.running.stop()
  const unfinished = `${kept.whole}.${randomUUID()}`
  const parts = partsOf(unfinished)
  await cp(made.folder, parts.data, { recursive: true })
  if (database === 'postgres') await keepPostgres(present(postgres).pglite, parts.server)
  await made.stop()
  // Another test file may have been quicker; then all go on with what that one made.
  await rename(unfinished, kept.whole).catch(async (error: unknown) => {
    if (!existsSync(kept.whole)) throw error
    await rm(unfinished, { recursive: true, force: true })
  })
}

/** A PostgreSQL and the way back to how it was, which the tests of a file go one after the other. */
interface KeptPostgres {
  readonly pglite: PGlite
  readonly backToStart: () => Promise<boolean>
}

/** Those of this test file: migrated and empty, and as the first run left it. */
let postgres: KeptPostgres | null = null
let createdPostgres: KeptPostgres | null = null

async function freshPostgres(created: boolean): Promise<Kysely<Tables>> {
  if (created) {
    if (createdPostgres === null || !(await createdPostgres.backToStart())) {
      await createdPostgres?.pglite.close()
      createdPostgres = await startCreated()
    }
    return keepOpen(over(createdPostgres.pglite))
  }
  const pglite = postgres?.pglite ?? (await startPostgres())
  const db = over(pglite)
  if (postgres === null || !(await postgres.backToStart())) {
    await pglite.exec('drop schema public cascade; create schema public')
    await migrateToLatest(db)
    postgres = { pglite, backToStart: await rememberStart(pglite) }
  }
  return keepOpen(db)
}

async function startCreated(): Promise<KeptPostgres> {
  const pglite = present(await startPostgresFrom(present(createdOnce('postgres')).server))
  return { pglite, backToStart: await rememberStart(pglite) }
}

function over(pglite: PGlite): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) })
}

/** The workspace closes its database when it locks; the shared PostgreSQL must survive that. */
function keepOpen(db: Kysely<Tables>): Kysely<Tables> {
  return new Proxy(db, {
    get(target, name) {
      if (name === 'destroy') return () => Promise.resolve()
      const member: unknown = Reflect.get(target, name, target)
      return typeof member === 'function' ? (member.bind(target) as unknown) : member
    },
  })
}

function connect(running: RunningWorkspace, client: WorkspaceClient): void {
  const { port1, port2 } = new MessageChannel()
  running.connect(portOver(port1))
  client.connect(portOver(port2))
}

/** Node's own port as the contract's: messages are structured clones, as between processes. */
export function portOver(port: MessagePort): WatchedPort {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', listener),
    onClose: (listener) => port.once('close', listener),
    close: () => port.close(),
  }
}
