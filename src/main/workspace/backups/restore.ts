import { copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Backup } from '#contract/backups'
import { WorkspaceError } from '#contract/errors'
import type { Instant, PersonId } from '#contract/values'
import { appendEntry, type ChainState } from '../audit.ts'
import { latestVersion } from '../database/migrate.ts'
import { openDatabase } from '../database/open.ts'
import { readerOf } from '../database/schema.ts'
import { copyDurably } from '../files/durable.ts'
import { keyFileAt, type DataFolder } from '../gate/folder.ts'
import { databaseKey, deriveKey, type KeyFile } from '../gate/keys.ts'
import { writeSetting } from '../office/queries.ts'
import { findPerson } from '../people/queries.ts'
import { lastPersonSetting, screenLockedSetting } from '../seat.ts'
import { explainFile } from './explainFile.ts'
import {
  filesOf,
  markBad,
  mediaOf,
  mediaPool,
  newestFirst,
  readBackups,
  readManifest,
} from './folderOfBackups.ts'
import type { Hooks } from './make.ts'
import type { Manifest } from './manifest.ts'
import { copyMedia } from './mediaFiles.ts'
import { keyFileName } from './secondFolder.ts'
import { restoredSetting, secondFolderSetting } from './service.ts'
import type { RunDatabaseTask } from './task.ts'

/** The backups in a folder and in the folders right within it, newest first. */
export async function findBackups(folder: string, workspace: string | null): Promise<Backup[]> {
  const within = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const folders = within
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name))
  const found = await Promise.all([folder, ...folders].map((each) => readBackups(each, workspace)))
  return newestFirst(found.flat())
}

/**
 * The manifest of a backup that can be brought back.
 * @throws WorkspaceError `backups.unknown`, or `database.newer` when a later version made it
 */
export async function chosenBackup(folder: string, name: string): Promise<Manifest> {
  const manifest = await readManifest(folder, name)
  if (manifest === null) throw new WorkspaceError('backups.unknown')
  if (manifest.schemaVersion > latestVersion) {
    throw new WorkspaceError('database.newer', {
      ...{ found: manifest.schemaVersion, known: latestVersion },
    })
  }
  return manifest
}

/** Every key file that may open a backup: those beside it, and those of this data folder. */
export async function keyFilesFor(folder: string, places: DataFolder): Promise<KeyFile[]> {
  const files: string[] = []
  for (const each of [folder, places.backups]) {
    const names = await readdir(each).catch(() => [])
    const keys = names.filter((name) => /^kunci(-[\w-]+)?\.json$/.test(name)).toSorted()
    files.push(...keys.map((name) => join(each, name)))
  }
  return [...files, places.keys].map((file) => keyFileAt(file)).filter((keys) => keys !== null)
}

export interface PrepareParts {
  readonly runTask: RunDatabaseTask
  readonly places: DataFolder
  readonly binary?: string | undefined
  readonly dataKey: Uint8Array
}

/**
 * Brings a backup beside the present database, proves it there, and its originals into the media
 * store, where they harm nothing. The present state is not touched.
 * @returns how many originals are not to be had
 * @throws WorkspaceError `backups.damaged` when it does not hold (which is then noted beside it)
 */
export async function prepareRestore(
  { runTask, places, binary, dataKey }: PrepareParts,
  folder: string,
  manifest: Manifest,
  { onProgress }: Hooks = {},
): Promise<number> {
  const { database } = filesOf(folder, manifest.name)
  let copied = 0
  const accept = (sha256: string): boolean => sha256 === manifest.sha256
  const onBytes = (bytes: number): void => {
    copied += bytes
    onProgress?.((20 * copied) / manifest.bytes)
  }
  try {
    await removeRestored(places)
    if (!(await copyDurably(database, places.restored, { accept, onBytes }))) {
      throw new WorkspaceError('backups.damaged')
    }
    const source = { file: places.restored, keyHex: databaseKey(dataKey), binary }
    await runTask({ kind: 'check', source, quick: false })
    onProgress?.(30)
  } catch (error) {
    await removeRestored(places)
    const told = explainFile(error)
    if (!(told instanceof WorkspaceError) || !isDamage(told)) throw told
    noteDamage(folder, manifest.name)
    throw Object.assign(new WorkspaceError('backups.damaged'), { cause: error })
  }
  const media = (await mediaOf(folder, manifest.name)) ?? []
  const total = media.reduce((sum, { bytes }) => sum + bytes, 0)
  let brought = 0
  await mkdir(places.media, { recursive: true })
  const gone = await copyMedia({
    ...{ from: mediaPool(folder), to: places.media, files: media },
    // Whatever happens to one must not happen to the other: originals in use are files of their own.
    mayLink: false,
    onBytes(bytes) {
      brought += bytes
      onProgress?.(30 + (40 * brought) / total)
    },
  })
  onProgress?.(70)
  return gone.length
}

function noteDamage(folder: string, name: string): void {
  try {
    markBad(folder, name)
  } catch {
    // A folder that cannot be written to: the next one who tries finds it again.
  }
}

function isDamage({ reason }: WorkspaceError): boolean {
  return reason === 'backups.damaged' || reason.startsWith('database.')
}

export async function removeRestored(places: DataFolder): Promise<void> {
  for (const end of ['', '-wal', '-shm']) await rm(places.restored + end, { force: true })
  await rm(places.restoredKeys, { force: true })
}

/** What the restored state is told of how it came back. */
export interface RestoreNote {
  readonly at: Instant
  readonly from: string
  /** The backup that undoes it; null where nothing could be backed up. */
  readonly undo: string | null
  /** The end of the audit log that is left; null where none could be read. */
  readonly left: Pick<ChainState, 'entries' | 'head'> | null
  /** Who sits at the keyboard; null where nobody does yet. */
  readonly personId: PersonId | null
  /** The second folder stays as it is on this computer; undefined where that is not known. */
  readonly secondFolder: string | null | undefined
}

/**
 * Brings the restored database to the present schema and writes into its audit log that it was
 * restored, from what, and where the log ended that was left.
 */
export async function noteRestore(
  { places, binary, dataKey }: Omit<PrepareParts, 'runTask'>,
  note: RestoreNote,
): Promise<void> {
  const keyHex = databaseKey(dataKey)
  const db = await openDatabase({ file: places.restored, keyHex, binary })
  try {
    await db.transaction().execute(async (writer) => {
      const { at, from, undo, left, personId } = note
      const person = personId === null ? null : await findPerson(readerOf(writer), personId)
      await writeSetting(writer, restoredSetting, { at, from, undo })
      if (note.secondFolder !== undefined) {
        await writeSetting(writer, secondFolderSetting, { folder: note.secondFolder })
      }
      if (person?.active === true) {
        // Who restores sits here already, whoever sat here when the backup was made.
        await writeSetting(writer, lastPersonSetting, person.id)
        await writeSetting(writer, screenLockedSetting, false)
      }
      await appendEntry(writer, deriveKey(dataKey, 'audit'), {
        ...{ at, personId: person?.id ?? null, action: 'gate.restore' },
        subjects: [
          { table: 'setting', id: restoredSetting, fields: ['value'] },
          { table: 'backup', id: from, fields: ['restored'] },
          ...(left === null
            ? []
            : [{ table: 'audit_entry', id: `${left.entries}:${left.head}`, fields: ['left'] }]),
        ],
      })
    })
  } finally {
    await db.destroy()
  }
}

/** Keeps the key file of the workspace that is left: its backups open with nothing else. */
export async function keepOldKeys(places: DataFolder, stamp: string): Promise<void> {
  if (keyFileAt(places.keys) === null) return
  const kept = join(places.backups, keyFileName.replace('.json', `-${stamp}.json`))
  await copyFile(places.keys, kept)
}

/** When the workspace's own file was last written; null where there is none. */
export async function savedAt(places: DataFolder): Promise<Date | null> {
  const times = await Promise.all(
    [places.database, `${places.database}-wal`].map((file) =>
      stat(file).then(
        ({ mtime }) => mtime,
        () => null,
      ),
    ),
  )
  return times.reduce<Date | null>(
    (latest, time) => (time !== null && (latest === null || time > latest) ? time : latest),
    null,
  )
}
