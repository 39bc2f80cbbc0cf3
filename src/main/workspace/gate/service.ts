import type { z } from 'zod'
import type { Backup } from '#contract/backups'
import { WorkspaceError, type Reason } from '#contract/errors'
import type { gate as gateContract, GateState } from '#contract/gate'
import type { Instant } from '#contract/values'
import type { Changes } from '../changes.ts'
import type { ClosingHow, OpenWorkspace } from '../open.ts'
import type { Entrance } from '../seat.ts'
import { explain } from '../database/explain.ts'
import { failedState, type Gate } from './gate.ts'
import { tellWork } from './work.ts'

type Input<K extends keyof typeof gateContract> = z.output<(typeof gateContract)[K]['input']>

export interface GateParts {
  readonly gate: Gate
  readonly changes: Changes
  readonly keeper: KeyKeeper | null
  readonly current: () => OpenWorkspace | null
  /** Opens the database of `file` (the workspace's own unless a first run is being made). */
  readonly enter: (dataKey: Uint8Array, file: string, entrance: Entrance) => Promise<OpenWorkspace>
  /** Puts another open workspace, or none, in place of the current one, which is closed. */
  readonly replace: (next: OpenWorkspace | null, how?: ClosingHow) => Promise<Reason | null>
  readonly restoring: Restoring
}

/** Brings back the state of a backup; the gate says with which keys and tells the pages. */
export interface Restoring {
  list(
    folder: string | null,
    known: readonly Uint8Array[],
  ): Promise<{ backups: Backup[]; savedAt: Instant | null }>
  /**
   * Finds the backup and its key; nothing is touched yet.
   * @throws WorkspaceError `backups.unknown`, `backups.secret-needed`, or what the secret says
   */
  choose(wanted: Input<'restore'>, known: readonly Uint8Array[]): Promise<ChosenBackup>
}

export interface ChosenBackup {
  readonly dataKey: Uint8Array
  /** Puts its state into the data folder, closed; a failure leaves the present one. */
  restore(steps: RestoreSteps): Promise<void>
}

export interface RestoreSteps {
  /** The workspace that is left; null where none is open. */
  readonly open: OpenWorkspace | null
  readonly close: () => Promise<unknown>
  /** In hundredths. */
  readonly report: (done: number) => void
}

/**
 * Holds the data key of an open workspace outside its process, in memory only, so that a process
 * that died can be replaced without asking the person again. It is emptied when the gate closes.
 */
export interface KeyKeeper {
  recall(): Uint8Array | null
  /** A person locked the workspace: not even the system's safe storage may open it by itself. */
  isLocked(): boolean
  keep(dataKey: Uint8Array | null): void
}

export interface GateActions {
  run(member: string, input: unknown): Promise<unknown>
  /** Closes for good; a failed backup is said to those who still look. */
  close(isSeen: boolean): Promise<void>
  /** The open database turned out to be damaged: it is closed and a backup offered. */
  foundDamaged(dataKey: Uint8Array): Promise<void>
}

/** So long is shown that the backup at the close failed. */
const failureShownMs = 4_000

/** The calls that work on the workspace itself: opening, locking, keys, who is at the keyboard. */
export function gateHandlers(parts: GateParts): GateActions {
  const { gate } = parts
  // One after another: two unlocks at once must not open the database twice.
  let last: Promise<unknown> = Promise.resolve()
  let recalled = false

  /** The key of a database that turned out to be damaged, so that a backup opens without asking. */
  let damaged: Uint8Array | null = null
  const work = tellWork(parts.changes)

  const state = async (): Promise<GateState> => {
    if (work.state !== null) return work.state
    const open = parts.current()
    if (open === null && damaged !== null)
      return failedState(new WorkspaceError('database.damaged'))
    if (open === null) return gate.closedState()
    const folder = gate.folder.root
    if (open.seat.isLocked) return { kind: 'screen-locked', folder, ...(await open.seat.locked()) }
    return {
      kind: 'open',
      folder,
      actor: open.seat.actor(),
      remembered: gate.isRemembered(),
      canRemember: gate.canRemember,
    }
  }
  const openWith = async (dataKey: Uint8Array, entrance: Entrance): Promise<GateState> => {
    // Where the file is gone an empty one must not take its place.
    gate.keyFile()
    try {
      await parts.replace(await parts.enter(dataKey, gate.folder.database, entrance))
      damaged = null
      parts.keeper?.keep(dataKey)
    } catch (error) {
      const told = explain(error)
      if (!(told instanceof WorkspaceError) || told.reason !== 'database.damaged') throw told
      damaged = dataKey
    }
    parts.changes.gateMoved()
    return state()
  }
  /** Keys that need not be asked for. */
  const known = (): Uint8Array[] =>
    [parts.current()?.dataKey ?? null, damaged].filter((key) => key !== null)
  const closing = (): Promise<Reason | null> =>
    work.during('close', (onProgress) => parts.replace(null, { backUp: true, onProgress }))
  /** The folder must still be ours and in order, whoever held the key meanwhile. */
  const recallKept = (): Uint8Array | null =>
    gate.keyFile() === null ? null : (parts.keeper?.recall() ?? null)
  const opened = (): OpenWorkspace => {
    const open = parts.current()
    if (open === null) throw new WorkspaceError('gate.locked')
    return open
  }

  const handlers: {
    readonly [K in keyof typeof gateContract]: (input: Input<K>) => Promise<unknown>
  } = {
    async state() {
      // The system's safe storage spares the typing at start, but not after "lock now".
      if (parts.current() === null && !recalled && parts.keeper?.isLocked() !== true) {
        recalled = true
        try {
          const kept = recallKept()
          if (kept !== null) return await openWith(kept, 'taken-over')
          const dataKey = await gate.recall()
          if (dataKey !== null) return await openWith(dataKey, 'safe-storage')
        } catch (error) {
          return failedState(error)
        }
      }
      return state()
    },
    begin: () => Promise.resolve(gate.begin()),
    async create(wanted) {
      const dataKey = await gate.create(wanted, async (key, file) => {
        const made = await parts.enter(key, file, 'created')
        try {
          await made.furnish(wanted)
        } finally {
          await made.close()
        }
      })
      recalled = true
      return openWith(dataKey, 'created')
    },
    async unlock({ secret, remember }) {
      if (parts.current() !== null) throw new WorkspaceError('gate.already-open')
      recalled = true
      const dataKey = await gate.unlock(secret, remember)
      return openWith(dataKey, secret.kind)
    },
    async lock() {
      parts.keeper?.keep(null)
      gate.closed()
      damaged = null
      if (parts.current() !== null) await closing()
      parts.changes.gateMoved()
      return state()
    },
    async changePassphrase({ current, passphrase }) {
      const open = opened()
      open.requireActor()
      await gate.changePassphrase(open.dataKey, current, passphrase)
      await open.note('gate.changePassphrase')
      return {}
    },
    async remember({ remember }) {
      const open = opened()
      open.requireActor()
      await gate.remember(open.dataKey, remember)
      await open.note('gate.remember')
      parts.changes.gateMoved()
      return state()
    },
    async switchPerson({ id, pin }) {
      await opened().seat.switchPerson(id, pin)
      parts.changes.gateMoved()
      return state()
    },
    async lockScreen() {
      await opened().seat.lockScreen()
      return state()
    },
    async unlockScreen({ id, proof }) {
      await opened().seat.unlockScreen(id, proof)
      parts.changes.gateMoved()
      return state()
    },
    stillHere() {
      parts.current()?.seat.touch()
      return Promise.resolve({})
    },
    async setPin({ current, pin }) {
      await opened().seat.setPin(current, pin)
      return state()
    },
    backups: ({ folder }) => parts.restoring.list(folder, known()),
    restore: (wanted) => restore(wanted),
  }

  const restore = async (wanted: Input<'restore'>): Promise<GateState> => {
    const open = parts.current()
    const entrance: Entrance =
      open !== null
        ? 'taken-over'
        : (wanted.secret?.kind ?? (damaged ? 'passphrase' : 'taken-over'))
    const chosen = await parts.restoring.choose(wanted, known())
    const { dataKey } = chosen
    try {
      await work.during('restore', (report) =>
        chosen.restore({ open, report, close: () => parts.replace(null) }),
      )
      recalled = true
      const isAnother = open !== null && !sameBytes(open.dataKey, dataKey)
      return await openWith(dataKey, isAnother ? (wanted.secret?.kind ?? 'passphrase') : entrance)
    } catch (error) {
      // Where it got as far as closing, what was open is opened again.
      if (open !== null && open.isQuiet) await openWith(open.dataKey, 'taken-over')
      throw error
    } finally {
      parts.changes.gateMoved()
    }
  }

  return {
    async close(isSeen) {
      if (parts.current() === null) return
      const failed = await closing()
      if (failed === null || !isSeen) return
      work.showFailure('close', failed)
      await new Promise((resolve) => setTimeout(resolve, failureShownMs))
    },
    async foundDamaged(dataKey) {
      damaged = dataKey
      await parts.replace(null)
      parts.changes.gateMoved()
    },
    run(member, input) {
      // How far the work is must be told while it goes on.
      if (member === 'state' && work.state !== null) return Promise.resolve(work.state)
      const handler = (handlers as unknown as Record<string, (input: unknown) => Promise<unknown>>)[
        member
      ]
      if (handler === undefined) return Promise.reject(new WorkspaceError('call.unknown'))
      const next = last
        .then(() => handler(input))
        .catch((error: unknown) => {
          throw explain(error)
        })
      last = next.catch(() => undefined)
      return next
    },
  }
}

function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
}
