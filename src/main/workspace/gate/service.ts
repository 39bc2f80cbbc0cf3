import type { z } from 'zod'
import { WorkspaceError } from '#contract/errors'
import type { gate as gateContract, GateState } from '#contract/gate'
import type { Changes } from '../changes.ts'
import type { OpenWorkspace } from '../open.ts'
import type { Entrance } from '../seat.ts'
import { explain } from '../database/explain.ts'
import { failedState, type Gate } from './gate.ts'

type Input<K extends keyof typeof gateContract> = z.output<(typeof gateContract)[K]['input']>

export interface GateParts {
  readonly gate: Gate
  readonly changes: Changes
  readonly keeper: KeyKeeper | null
  readonly current: () => OpenWorkspace | null
  /** Opens the database of `file` (the workspace's own unless a first run is being made). */
  readonly enter: (dataKey: Uint8Array, file: string, entrance: Entrance) => Promise<OpenWorkspace>
  /** Puts another open workspace, or none, in place of the current one. */
  readonly replace: (next: OpenWorkspace | null) => Promise<void>
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
}

/** The calls that work on the workspace itself: opening, locking, keys, who is at the keyboard. */
export function gateHandlers(parts: GateParts): GateActions {
  const { gate } = parts
  // One after another: two unlocks at once must not open the database twice.
  let last: Promise<unknown> = Promise.resolve()
  let recalled = false

  const state = async (): Promise<GateState> => {
    const open = parts.current()
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
    await parts.replace(await parts.enter(dataKey, gate.folder.database, entrance))
    parts.keeper?.keep(dataKey)
    parts.changes.gateMoved()
    return state()
  }
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
      await parts.replace(null)
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
  }

  return {
    run(member, input) {
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
