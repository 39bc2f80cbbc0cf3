import { mkdirSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Backup, BackupReason } from '#contract/backups'
import type { Instant } from '#contract/values'
import { renameDurably, writeDurably } from '../files/durable.ts'
import { explainFile } from './explainFile.ts'
import {
  filesOf,
  mediaPool,
  namesTaken,
  removeBackup,
  removeLeftovers,
  thinOut,
} from './folderOfBackups.ts'
import { mediaKey, writeMediaList, type Manifest } from './manifest.ts'
import { copyMedia, listMedia } from './mediaFiles.ts'
import { backupName } from './rules.ts'
import type { RunDatabaseTask } from './task.ts'

/** One workspace as far as its backups are concerned. */
export interface BackupSource {
  readonly runTask: RunDatabaseTask
  /** The database file, its media folder, and the folder of its backups. */
  readonly database: string
  readonly media: string
  readonly backups: string
  readonly keyHex: string
  readonly binary?: string | undefined
  /** See `workspaceId`. */
  readonly workspace: string
  readonly appVersion: string
}

export interface Hooks {
  readonly signal?: AbortSignal
  /** In hundredths. */
  readonly onProgress?: (done: number) => void
}

/**
 * Makes a backup: a proved copy of the database, the originals it needs, and a manifest. It has its
 * name only when all of it is on the disk; a cut-off, a full disk or a cancel leaves the backups
 * before it as they were and nothing of this one.
 * @throws WorkspaceError `database.damaged` where the workspace itself cannot be read, else one of
 *   `backups.*`
 */
export async function makeBackup(
  source: BackupSource,
  { at, reason }: { readonly at: Instant; readonly reason: BackupReason },
  { signal, onProgress }: Hooks = {},
): Promise<Backup> {
  const folder = source.backups
  let name: string | null = null
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    await removeLeftovers(folder)
    name = backupName(at, reason, await namesTaken(folder))
    const files = filesOf(folder, name)
    const file = { file: source.database, keyHex: source.keyHex, binary: source.binary }
    const watch = watchGrowth(source.database, files.unfinished, onProgress)
    const copied = await source
      .runTask({ kind: 'copy', source: file, to: files.unfinished })
      .finally(watch)
    signal?.throwIfAborted()
    onProgress?.(70)

    const media = await listMedia(source.media)
    const there = new Set(media.map(mediaKey))
    const named = (copied.media ?? []).filter((each) => !there.has(mediaKey(each)))
    const gone = await copyMedia({
      ...{ from: source.media, to: mediaPool(folder), files: media, mayLink: true },
      ...(signal !== undefined && { signal }),
    })
    const kept = media.filter((each) => !gone.includes(each))
    onProgress?.(95)

    const manifest: Manifest = {
      ...{ format: 1, workspace: source.workspace, name, at, reason },
      ...{ appVersion: source.appVersion, schemaVersion: copied.schemaVersion },
      ...{ bytes: copied.bytes, sha256: copied.sha256, audit: copied.audit, rows: copied.rows },
      media: {
        files: kept.length,
        bytes: kept.reduce((sum, each) => sum + each.bytes, 0),
        missing: named.length + gone.length,
      },
    }
    writeDurably(files.media, writeMediaList(kept))
    writeDurably(files.manifest, `${JSON.stringify(manifest, null, 2)}\n`)
    renameDurably(files.unfinished, files.database)
    // From here on it stands, whatever goes wrong with what follows.
    name = null
    await thinOut(folder, source.workspace, at)
    onProgress?.(100)
    const { workspace: _, format: __, sha256: ___, ...told } = manifest
    return { ...told, folder, state: 'good', own: true }
  } catch (error) {
    if (name !== null) await removeBackup(folder, name).catch(() => undefined)
    throw explainFile(error)
  }
}

/** Tells how far a copy has grown; returns how to stop watching. */
function watchGrowth(from: string, to: string, onProgress: Hooks['onProgress']): () => void {
  if (onProgress === undefined) return () => undefined
  let whole = 0
  void stat(from).then(
    ({ size }) => (whole = size),
    () => undefined,
  )
  const timer = setInterval(() => {
    void stat(to).then(
      ({ size }) => whole > 0 && onProgress(Math.min(50, Math.round((50 * size) / whole))),
      () => undefined,
    )
  }, 200)
  return () => clearInterval(timer)
}
