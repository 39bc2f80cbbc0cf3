import { WorkspaceError, type Reason } from '#contract/errors'
import { beginning } from './audit.ts'
import { removeAside } from './backups/folderOfBackups.ts'
import { keepBackups, type Keeper } from './backups/keeper.ts'
import type { BackupSource } from './backups/make.ts'
import { readSecondFolder } from './backups/service.ts'
import type { RunDatabaseTask } from './backups/task.ts'
import type { Changes } from './changes.ts'
import type { Clock } from './context.ts'
import type { Reader } from './database/schema.ts'
import type { Gate } from './gate/gate.ts'
import { databaseKey, workspaceId } from './gate/keys.ts'
import { auditEnd } from './office/queries.ts'

/** What the backups of a workspace need of the parts it is opened with. */
export interface BackupParts {
  readonly gate: Gate
  readonly changes: Changes
  readonly clock: Clock
  readonly dataKey: Uint8Array
  readonly file: string
  readonly sqliteBinary?: string
  readonly runDatabaseTask: RunDatabaseTask | null
  readonly automaticBackups: boolean
  readonly appVersion: string
  readonly onDamage: () => void
  readonly logUnexpected: (where: string, error: unknown) => string
}

/** The backups of one open workspace. */
export interface OpenBackups {
  /** Null where the database is a server's. */
  readonly keeper: Keeper | null
  auditEnd(): Promise<{ readonly entries: number; readonly head: string }>
  /**
   * What is about to change much at once can be taken back, or it does not begin.
   * @throws WorkspaceError `backups.not-made`
   */
  first(signal: AbortSignal): Promise<void>
  /**
   * Makes a backup and takes away those from before an entry of the audit log, here and in the second
   * folder, with the damaged files that were put aside. Null where the database is a server's.
   */
  readonly renew:
    ((entry: number) => Promise<{ readonly removed: number; readonly away: boolean }>) | null
  /** @returns why none was made where one was due; null where all is well */
  atClose(onProgress?: (done: number) => void): Promise<Reason | null>
  /** Begins the daily ones, and after a process that was cut off a look at every page. */
  begin(wasCutOff: boolean, stopping: AbortSignal): void
  /** Resolves when nothing of it has the file open any more. */
  quiet(): Promise<void>
}

/** After so long a backup at the close is given up. */
const longestCloseMs = 300_000

export function backupSource(parts: BackupParts): BackupSource {
  const { folder } = parts.gate
  const notHere = (): Promise<never> => Promise.reject(new WorkspaceError('backups.not-here'))
  return {
    runTask: parts.runDatabaseTask ?? notHere,
    ...{ database: parts.file, media: folder.media, backups: folder.backups },
    ...{ keyHex: databaseKey(parts.dataKey), binary: parts.sqliteBinary },
    ...{ workspace: workspaceId(parts.dataKey), appVersion: parts.appVersion },
  }
}

export function backupsOf(parts: BackupParts, source: BackupSource, reader: Reader): OpenBackups {
  const { clock, gate, logUnexpected, onDamage } = parts
  let looking: Promise<void> = Promise.resolve()
  const endOfAudit: OpenBackups['auditEnd'] = async () => {
    const { entries, head } = await auditEnd(reader)
    return { entries, head: head ?? beginning }
  }
  const keeper =
    parts.runDatabaseTask === null
      ? null
      : keepBackups({
          ...{ source, clock, keyFile: gate.folder.keys, auditEnd: endOfAudit },
          secondFolder: () => readSecondFolder(reader),
          changed: () => parts.changes.soon(['backups']),
          ...{ logUnexpected, onDamage },
        })

  /** Beside the work: the window is answered meanwhile. */
  async function lookForDamage(stopping: AbortSignal): Promise<void> {
    const file = { file: source.database, keyHex: source.keyHex, binary: source.binary }
    try {
      await source.runTask({ kind: 'check', source: file, quick: true })
    } catch (error) {
      const isDamaged = error instanceof WorkspaceError && error.reason === 'database.damaged'
      if (isDamaged) onDamage()
      else if (!stopping.aborted) logUnexpected('check after a cut-off', error)
    }
  }

  return {
    keeper,
    auditEnd: endOfAudit,

    async first(signal) {
      if (keeper === null || !parts.automaticBackups) return
      try {
        await keeper.ensure('bulk', { signal })
      } catch (error) {
        signal.throwIfAborted()
        throw Object.assign(new WorkspaceError('backups.not-made'), { cause: error })
      }
    },

    renew:
      keeper === null
        ? null
        : async (entry) => {
            await keeper.make('bulk')
            const gone = await keeper.forgetBefore(entry)
            const aside = await removeAside(gate.folder.root)
            return { removed: gone.removed + aside, away: gone.away }
          },

    async atClose(onProgress) {
      if (keeper === null || !parts.automaticBackups) return null
      try {
        if (!(await keeper.hasChanged())) return null
        const signal = AbortSignal.timeout(longestCloseMs)
        await keeper.make('close', { signal, ...(onProgress !== undefined && { onProgress }) })
        return null
      } catch (error) {
        return error instanceof WorkspaceError ? error.reason : 'unexpected'
      }
    },

    begin(wasCutOff, stopping) {
      if (keeper === null) return
      if (parts.automaticBackups) keeper.begin()
      if (wasCutOff) looking = lookForDamage(stopping)
    },

    async quiet() {
      await keeper?.stop()
      await looking
    },
  }
}
