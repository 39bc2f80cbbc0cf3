import { existsSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { z } from 'zod'
import type { backups } from '#contract/backups'
import { BackupName } from '#contract/backups'
import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import { Instant } from '#contract/values'
import type { Contexts } from '../context.ts'
import type { Reader } from '../database/schema.ts'
import { openDays } from '../days/queries.ts'
import { countWorkingDays } from '../days/rules/calendar.ts'
import { malaysianTime } from '../days/rules/malaysianTime.ts'
import { readSetting, writeSetting } from '../office/queries.ts'
import type { Keeper } from './keeper.ts'
import type { BackupSource, Hooks } from './make.ts'
import { workingDaysWithout } from './rules.ts'
import { refuseInside } from './secondFolder.ts'
import { readKeptState, writeKeptState } from './stateFile.ts'

/** The second folder, by its absolute path. */
export const secondFolderSetting = 'backup-folder'
/** What a restore wrote into the state it brought back. */
export const restoredSetting = 'restored'

export const SecondFolderSetting = z.object({ folder: z.string().nullable() })
export const RestoredSetting = z.object({
  at: Instant,
  from: BackupName,
  undo: BackupName.nullable(),
})

export interface BackupHandlerParts {
  /** Null where the database is a server's: it is backed up there. */
  readonly keeper: Keeper | null
  readonly source: BackupSource
  readonly dataFolder: string
}

export function readSecondFolder(db: Reader): Promise<string | null> {
  return readSetting(db, secondFolderSetting, SecondFolderSetting).then(
    (found) => found?.folder ?? null,
  )
}

const nothingYet = { lastGoodAt: null, failingSince: null, reason: null }

/** Backups of an open workspace; restoring is the gate's, for nothing may be open meanwhile. */
export function backupHandlers({
  keeper,
  source,
  dataFolder,
}: BackupHandlerParts): SliceHandlers<typeof backups, Contexts> {
  const here = (): Keeper => {
    if (keeper === null) throw new WorkspaceError('backups.not-here')
    return keeper
  }
  return {
    async overview({ db, clock }) {
      const own = here()
      const { database: file, keyHex, binary } = source
      const facts = await source.runTask({ kind: 'facts', source: { file, keyHex, binary } })
      const list = await own.list()
      const lastGoodAt = list.find(({ state }) => state === 'good')?.at ?? null
      return {
        ...{ folder: source.backups, backups: list, lastGoodAt },
        overdue: await isOverdue(db, lastGoodAt, clock.now()),
        lastFailure: readKeptState(source.backups).lastFailure,
        ...{ running: own.isRunning, second: await own.secondState() },
        present: { audit: facts.audit, rows: { ...facts.rows } },
        restored: await readSetting(db, restoredSetting, RestoredSetting),
      }
    },

    async notice({ db, clock }) {
      if (keeper === null)
        return { running: false, overdue: false, lastGoodAt: null, failed: false }
      const lastGoodAt = (await keeper.newestGood())?.at ?? null
      return {
        ...{ running: keeper.isRunning, lastGoodAt },
        overdue: await isOverdue(db, lastGoodAt, clock.now()),
        failed: readKeptState(source.backups).lastFailure !== null,
      }
    },

    make: ({ signal, report }) => here().make('manual', hooksOf(signal, report)),

    async copyToSecond({ signal, report }) {
      return { copied: await here().copyToSecond(hooksOf(signal, report)) }
    },

    async chooseFolder({ writer, record, afterCommit }, { folder }) {
      if (folder !== null) {
        if (!isAbsolute(folder) || !existsSync(folder)) {
          throw new WorkspaceError('backups.folder-missing')
        }
        refuseInside(folder, dataFolder)
      }
      await writeSetting(writer, secondFolderSetting, { folder })
      record('setting', secondFolderSetting, ['folder'])
      afterCommit(() => {
        writeKeptState(source.backups, { second: nothingYet })
        // In the background: the state of the folder tells how it went.
        if (folder !== null) void keeper?.copyToSecond().catch(() => undefined)
        return Promise.resolve()
      })
      return { folder }
    },
  }
}

function hooksOf(
  signal: AbortSignal,
  report: (progress: { done: number; total: number }) => void,
): Hooks {
  return { signal, onProgress: (done) => report({ done: Math.round(done), total: 100 }) }
}

/** Working days by the calendar of the federal capital, where the unit sits. */
async function isOverdue(db: Reader, lastGoodAt: string | null, now: string): Promise<boolean> {
  const first = await db
    .selectFrom('audit_entry')
    .select('at')
    .orderBy('sequence')
    .limit(1)
    .executeTakeFirst()
  const since = lastGoodAt ?? first?.at ?? now
  const [from, to] = [malaysianTime(since).day, malaysianTime(now).day]
  if (from >= to) return false
  const days = await openDays(db, { from, to })
  return countWorkingDays(days, 'MY-14', from, to) > workingDaysWithout
}
