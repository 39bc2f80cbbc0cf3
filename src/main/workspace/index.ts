import { randomUUID } from 'node:crypto'
import type { WatchedPort } from '#contract/wire'
import { contract } from '#contract/index'
import { WorkspaceError } from '#contract/errors'
import type { RunDatabaseTask } from './backups/task.ts'
import { announceChanges } from './changes.ts'
import { systemClock, type Clock, type LogEntry } from './context.ts'
import { Gate, type GateOptions, type SafeStorage } from './gate/gate.ts'
import { gateHandlers, type KeyKeeper } from './gate/service.ts'
import type { StartImageWorker } from './images/workers/line.ts'
import type { Media, MediaRequest } from './media/request.ts'
import { openWorkspace, type OpenDatabase, type OpenWorkspace } from './open.ts'
import { restoring } from './restoring.ts'
import { traceOf } from './trace.ts'
import { serve, type FoundCall, type RunCall, type ServedPage } from './serve.ts'

export type { Clock, KeyKeeper, LogEntry, Media, MediaRequest, SafeStorage }

export interface WorkspaceOptions extends GateOptions {
  readonly startImageWorker: StartImageWorker
  /** Does long work on the database file elsewhere; null where the database is no file here. */
  readonly runDatabaseTask: RunDatabaseTask | null
  /** Backups by themselves: daily, at the close, before bulk work. Tests mostly do without. */
  readonly automaticBackups?: boolean
  /** Of the application, for the manifests of backups. */
  readonly appVersion?: string
  /** Left out where nothing outlives the process that holds the workspace. */
  readonly keyKeeper?: KeyKeeper
  readonly clock?: Clock
  readonly newId?: () => string
  readonly log: (entry: LogEntry) => void
  /** Opens another database than the encrypted file of the data folder; tests run on PostgreSQL so. */
  readonly openDatabase?: OpenDatabase
  /** Checks every handler's output against the contract; tests switch it on. */
  readonly checkOutput?: boolean
}

export interface RunningWorkspace {
  /** Answers a page until it goes away; what it had running is then called off. */
  connect(port: WatchedPort): void
  /** Null when there is no such picture, or the workspace is locked. */
  readMedia(request: MediaRequest): Promise<Media | null>
  /** Writes down a failure nobody foresaw, as those of calls are; returns its reference. */
  report(where: string, error: unknown): string
  /** Lets running writes finish, closes the database and lets go of the folder. */
  stop(): Promise<void>
}

/** Runs one workspace for any number of pages. It starts locked; the gate's calls open it. */
export function startWorkspace(options: WorkspaceOptions): RunningWorkspace {
  const clock = options.clock ?? systemClock
  const newId = options.newId ?? randomUUID
  const gate = new Gate(options)
  const changes = announceChanges()
  const pages = new Set<ServedPage>()
  let open: OpenWorkspace | null = null

  const logUnexpected = (where: string, error: unknown): string => {
    const reference = newId().slice(0, 8).toUpperCase()
    options.log({ reference, at: clock.now(), where, error: traceOf(error) })
    return reference
  }
  const actions = gateHandlers({
    gate,
    changes,
    keeper: options.keyKeeper ?? null,
    current: () => open,
    enter: async (dataKey, file, entrance) => {
      const entered: OpenWorkspace = await openWorkspace({
        ...options,
        ...{ clock, newId, gate, changes, dataKey, file, entrance, logUnexpected },
        ...{ automaticBackups: options.automaticBackups ?? true },
        ...{ appVersion: options.appVersion ?? '0.0.0' },
        onDamage: () => {
          // Later than what found it, which is still waited for.
          setImmediate(() => {
            if (open === entered) void actions.foundDamaged(entered.dataKey)
          })
        },
      })
      return entered
    },
    replace: async (next, how) => {
      const before = open
      open = next
      if (before === null || before === next) return null
      return before.close(how)
    },
    restoring: restoring({ ...options, gate, clock }),
  })
  const run: RunCall = (found, input, hooks) => {
    if (found.call.kind === 'action') return actions.run(found.member, input)
    if (open === null) throw new WorkspaceError('gate.locked')
    return open.run(found, input, hooks)
  }

  const permit = (found: FoundCall): void => {
    if (open !== null) open.seat.permit(found)
    else if (found.call.kind !== 'action') throw new WorkspaceError('gate.locked')
  }

  return {
    connect(port) {
      const served = serve(port, {
        contract,
        run,
        permit,
        logUnexpected,
        checkOutput: options.checkOutput ?? false,
      })
      pages.add(served)
      const leave = changes.join(served.page)
      port.onClose(() => {
        leave()
        pages.delete(served)
        served.close()
      })
    },
    readMedia: async (request) => (open === null ? null : open.readMedia(request)),
    report: logUnexpected,
    async stop() {
      await actions.close(pages.size > 0)
      changes.stop()
      for (const served of pages) served.close()
      gate.release()
    },
  }
}
