import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { WorkspaceError } from '#contract/errors'
import { renameDurably, writeDurably } from '../files/durable.ts'
import { probePlacement } from '../files/placementProbe.ts'
import { KeyFile } from './keys.ts'

/** Where things lie in a data folder. */
export interface DataFolder {
  readonly root: string
  readonly database: string
  readonly keys: string
  /** The same, in the backups. */
  readonly keysCopy: string
  readonly lock: string
  readonly media: string
  readonly backups: string
  /** A first run is made here and moved out when it is complete. */
  readonly unfinished: string
  /** What a restore brings, until it takes the place of what was there; see `swap.ts`. */
  readonly restored: string
  readonly restoredKeys: string
  readonly restoring: string
}

export function dataFolder(root: string): DataFolder {
  return {
    root,
    database: join(root, 'ruang-kerja.db'),
    keys: join(root, 'kunci.json'),
    keysCopy: join(root, 'sandaran', 'kunci.json'),
    lock: join(root, 'pemilik.lock'),
    media: join(root, 'media'),
    backups: join(root, 'sandaran'),
    unfinished: join(root, 'baharu.db'),
    restored: join(root, 'pulih.db'),
    restoredKeys: join(root, 'pulih-kunci.json'),
    restoring: join(root, 'pulih.json'),
  }
}

/**
 * @throws WorkspaceError `database.folder-unwritable` with the folder's path; where it lies on a
 *   network or is synchronised, `database.folder-network` or `.folder-synced`, before anything is
 *   written
 */
export function prepareFolder(folder: DataFolder): void {
  const placement = probePlacement(folder.root)
  if (placement.kind === 'network') {
    throw new WorkspaceError('database.folder-network', { folder: folder.root })
  }
  if (placement.kind === 'synced') {
    const { service } = placement
    throw new WorkspaceError('database.folder-synced', { folder: folder.root, service })
  }
  try {
    mkdirSync(folder.root, { recursive: true, mode: 0o700 })
    const probe = join(folder.root, '.boleh-tulis')
    writeDurably(probe, '')
    rmSync(probe)
  } catch (error) {
    throw Object.assign(new WorkspaceError('database.folder-unwritable', { folder: folder.root }), {
      cause: error,
    })
  }
}

/**
 * Finishes a first run that was cut off between its last two steps: the key file is there, the
 * database still lies where it was filled.
 */
export function completeFirstRun(folder: DataFolder): void {
  if (!existsSync(folder.keys) || existsSync(folder.database)) return
  if (existsSync(folder.unfinished)) renameDurably(folder.unfinished, folder.database)
}

/**
 * The key file, or its copy where it is lost or damaged; null before the first run. Writes nothing.
 * @throws WorkspaceError `database.key-file-missing`, `.key-file-damaged` or `.missing`
 */
export function readKeyFile(folder: DataFolder): KeyFile | null {
  const files = [folder.keys, folder.keysCopy].filter((file) => existsSync(file))
  if (files.length === 0) {
    if (existsSync(folder.database)) throw new WorkspaceError('database.key-file-missing')
    return null
  }
  const found = files.map((file) => keyFileAt(file))
  const keys = found.find((one) => one !== null) ?? null
  if (keys === null) throw new WorkspaceError('database.key-file-damaged')
  if (!existsSync(folder.database)) throw new WorkspaceError('database.missing')
  return keys
}

/** A key file anywhere, such as beside backups; null where there is none that can be read. */
export function keyFileAt(file: string): KeyFile | null {
  try {
    return KeyFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // Another copy may be whole; when none is, the caller says so.
    return null
  }
}

/** Twice: without it the data cannot be opened by anybody, recovery code or not. */
export function writeKeyFile(folder: DataFolder, keys: KeyFile): void {
  const text = `${JSON.stringify(keys, null, 2)}\n`
  mkdirSync(folder.backups, { recursive: true, mode: 0o700 })
  writeDurably(folder.keys, text)
  writeDurably(folder.keysCopy, text)
}

/** Puts back whichever of the two was lost or damaged. */
export function mendKeyFiles(folder: DataFolder, keys: KeyFile): void {
  const whole = [folder.keys, folder.keysCopy].every((file) => keyFileAt(file) !== null)
  if (!whole) writeKeyFile(folder, keys)
}
