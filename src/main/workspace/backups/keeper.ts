import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { Backup, BackupReason, SecondFolder } from '#contract/backups'
import { WorkspaceError } from '#contract/errors'
import type { Instant } from '#contract/values'
import { readBackups, removeBefore } from './folderOfBackups.ts'
import { makeBackup, type BackupSource, type Hooks } from './make.ts'
import { isDailyDue } from './rules.ts'
import { copyToSecond, isOnSameDisk, placeIn } from './secondFolder.ts'
import { readKeptState, writeKeptState } from './stateFile.ts'

export interface KeeperParts {
  readonly source: BackupSource
  readonly keyFile: string
  readonly clock: { now(): Instant }
  /** How far the audit log is now. */
  readonly auditEnd: () => Promise<{ readonly entries: number; readonly head: string }>
  /** The second folder as the office chose it; null where there is none. */
  readonly secondFolder: () => Promise<string | null>
  /** Backups began, ended, or failed: pages look again. */
  readonly changed: () => void
  /** A failure nobody foresaw is written down. */
  readonly logUnexpected: (where: string, error: unknown) => string
  /** Reading the workspace for a backup showed that its file is damaged. */
  readonly onDamage: () => void
}

/** Makes the backups of an open workspace, one at a time. */
export interface Keeper {
  /** Makes one now, and copies it to the second folder without letting that fail it. */
  make(reason: BackupReason, hooks?: Hooks): Promise<Backup>
  /** Makes one where anything changed since the newest good one; else that one stands for now. */
  ensure(reason: BackupReason, hooks?: Hooks): Promise<Backup>
  /** Whether anything changed since the newest good backup. */
  hasChanged(): Promise<boolean>
  copyToSecond(hooks?: Hooks): Promise<number>
  /**
   * Removes the backups from before an entry of the audit log, here and in the second folder. Comes
   * after a newer one was made. `away`: the second folder could not be reached, and holds its own.
   */
  forgetBefore(entry: number): Promise<{ readonly removed: number; readonly away: boolean }>
  list(): Promise<Backup[]>
  newestGood(): Promise<Backup | null>
  secondState(): Promise<SecondFolder | null>
  readonly isRunning: boolean
  /** Something changed that the audit log does not tell: what is half typed. */
  noteScratch(): void
  /** From here on the first backup of each day is made by itself, and the second folder caught up. */
  begin(): void
  /** No more by itself; resolves when the one under way has ended. `make` works still. */
  stop(): Promise<void>
}

const lookEveryMs = 600_000
/** So long a close waits for the second folder. */
const secondAtCloseMs = 15_000

export function keepBackups(parts: KeeperParts): Keeper {
  const { source, clock } = parts
  let last: Promise<unknown> = Promise.resolve()
  let lastSecond: Promise<unknown> = Promise.resolve()
  let running = 0
  let scratched = false
  let stopped = false
  let timer: NodeJS.Timeout | null = null

  /** One after another: two at once would take each other's half-made files for leftovers. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    running += 1
    parts.changed()
    const next = last.then(work).finally(() => {
      running -= 1
      parts.changed()
    })
    last = next.catch(() => undefined)
    return next
  }

  /** In a queue of its own: a share that does not answer holds up no backup. */
  function secondInTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = lastSecond.then(work).finally(parts.changed)
    lastSecond = next.catch(() => undefined)
    return next
  }

  const list = async (): Promise<Backup[]> =>
    (await readBackups(source.backups, source.workspace)).filter(({ own }) => own)

  const newestGood = async (): Promise<Backup | null> =>
    (await list()).find(({ state }) => state === 'good') ?? null

  async function makeNow(reason: BackupReason, hooks: Hooks): Promise<Backup> {
    const at = clock.now()
    const before = scratched
    scratched = false
    try {
      const made = await makeBackup(source, { at, reason }, hooks)
      writeKeptState(source.backups, { lastFailure: null })
      return made
    } catch (error) {
      scratched = before
      if (hooks.signal?.aborted === true) throw new WorkspaceError('call.cancelled')
      const told = error instanceof WorkspaceError ? error.reason : 'unexpected'
      if (told === 'unexpected') parts.logUnexpected('backup', error)
      writeKeptState(source.backups, { lastFailure: { at, reason: told } })
      if (told === 'database.damaged') parts.onDamage()
      throw error
    }
  }

  async function copySecond(hooks: Hooks): Promise<number> {
    const folder = await parts.secondFolder()
    if (folder === null) throw new WorkspaceError('backups.no-second-folder')
    const now = clock.now()
    const { second } = readKeptState(source.backups)
    try {
      const { backups: from, workspace } = source
      const copied = await copyToSecond(
        { from, folder, workspace, keyFile: parts.keyFile, now },
        hooks,
      )
      const well = { lastGoodAt: now, failingSince: null, reason: null }
      writeKeptState(source.backups, { second: well })
      return copied
    } catch (error) {
      if (hooks.signal?.aborted === true) throw new WorkspaceError('call.cancelled')
      const reason = error instanceof WorkspaceError ? error.reason : 'unexpected'
      if (reason === 'unexpected') parts.logUnexpected('second folder', error)
      const failing = { ...second, failingSince: second.failingSince ?? now, reason }
      writeKeptState(source.backups, { second: failing })
      throw error
    }
  }

  async function alsoSecond({ signal }: Hooks): Promise<void> {
    try {
      if ((await parts.secondFolder()) !== null) await copySecond(signal ? { signal } : {})
    } catch {
      // Its state says why not; the backup itself stands.
    }
  }

  async function hasChanged(): Promise<boolean> {
    const newest = await newestGood()
    const { entries, head } = await parts.auditEnd()
    const { audit } = newest ?? { audit: null }
    return scratched || audit?.entries !== entries || audit.head !== head
  }

  const make: Keeper['make'] = async (reason, hooks = {}) => {
    const made = await inTurn(() => makeNow(reason, hooks))
    const copied = secondInTurn(() => alsoSecond(hooks))
    // What is not reached before the application closes is copied when it is opened again.
    await (reason === 'close'
      ? Promise.race([copied, wait(secondAtCloseMs, null, { ref: false })])
      : copied)
    return made
  }

  const ensure: Keeper['ensure'] = async (reason, hooks = {}) => {
    const { backup, isNew } = await inTurn(async () => {
      const newest = await newestGood()
      if (newest !== null && !(await hasChanged())) return { backup: newest, isNew: false }
      return { backup: await makeNow(reason, hooks), isNew: true }
    })
    // Whoever waits for the backup does not wait for the second folder.
    if (isNew && !stopped) void secondInTurn(() => alsoSecond({}))
    return backup
  }

  async function look(): Promise<void> {
    if (stopped) return
    try {
      const newest = await newestGood()
      if (isDailyDue(newest?.at ?? null, clock.now()) && (await hasChanged())) await make('daily')
      else await secondInTurn(() => alsoSecond({}))
    } catch {
      // What failed is in the state that the pages show; the next look tries again.
    }
  }

  return {
    make,
    ensure,
    hasChanged,
    copyToSecond: (hooks = {}) => secondInTurn(() => copySecond(hooks)),
    async forgetBefore(entry) {
      const { backups, workspace } = source
      const removed = await inTurn(() => removeBefore(backups, workspace, entry))
      const second = await parts.secondFolder()
      if (second === null) return { removed, away: false }
      if (!existsSync(second)) return { removed, away: true }
      const there = placeIn(second, workspace)
      const also = await secondInTurn(() => removeBefore(there, workspace, entry))
      return { removed: removed + also, away: false }
    },
    list,
    newestGood,
    get isRunning() {
      return running > 0
    },
    noteScratch: () => (scratched = true),
    async secondState() {
      const folder = await parts.secondFolder()
      if (folder === null) return null
      const { second } = readKeptState(source.backups)
      const state =
        second.reason === 'backups.folder-missing'
          ? 'away'
          : second.failingSince !== null
            ? 'failing'
            : second.lastGoodAt === null
              ? 'waiting'
              : 'good'
      return { folder, state, ...second, sameDisk: isOnSameDisk(folder, source.backups) }
    },
    begin() {
      timer = setInterval(() => void look(), lookEveryMs)
      timer.unref()
      void look()
    },
    async stop() {
      stopped = true
      if (timer !== null) clearInterval(timer)
      await last
    },
  }
}
