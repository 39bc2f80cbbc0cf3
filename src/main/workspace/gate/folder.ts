import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { WorkspaceError } from '#contract/errors'
import { KeyFile } from './keys.ts'

/** Where things lie in a data folder. */
export interface DataFolder {
  readonly root: string
  readonly database: string
  readonly keys: string
  readonly lock: string
  readonly media: string
  readonly backups: string
  /** A first run is made here and moved out when it is complete. */
  readonly unfinished: string
}

export function dataFolder(root: string): DataFolder {
  return {
    root,
    database: join(root, 'ruang-kerja.db'),
    keys: join(root, 'kunci.json'),
    lock: join(root, 'pemilik.lock'),
    media: join(root, 'media'),
    backups: join(root, 'sandaran'),
    unfinished: join(root, 'baharu.db'),
  }
}

/** @throws WorkspaceError `database.folder-unwritable` with the folder's path */
export function prepareFolder(folder: DataFolder): void {
  try {
    mkdirSync(folder.root, { recursive: true })
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
 * The key file, or null before the first run. A first run that stopped between its last two steps
 * is completed here.
 * @throws WorkspaceError `database.key-file-missing`, `.key-file-damaged` or `.missing`
 */
export function readKeyFile(folder: DataFolder): KeyFile | null {
  if (!existsSync(folder.keys)) {
    if (existsSync(folder.database)) throw new WorkspaceError('database.key-file-missing')
    return null
  }
  const keys = parseKeyFile(readFileSync(folder.keys, 'utf8'))
  if (!existsSync(folder.database)) {
    if (!existsSync(folder.unfinished)) throw new WorkspaceError('database.missing')
    renameSync(folder.unfinished, folder.database)
  }
  return keys
}

function parseKeyFile(text: string): KeyFile {
  try {
    return KeyFile.parse(JSON.parse(text))
  } catch (error) {
    throw Object.assign(new WorkspaceError('database.key-file-damaged'), { cause: error })
  }
}

export function writeKeyFile(folder: DataFolder, keys: KeyFile): void {
  writeDurably(folder.keys, `${JSON.stringify(keys, null, 2)}\n`)
}

/** Written beside, flushed, then renamed: the old content or the new one, never half of it. */
function writeDurably(file: string, content: string | Uint8Array): void {
  const beside = `${file}.baharu`
  const handle = openSync(beside, 'w', 0o600)
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content
    let written = 0
    while (written < bytes.length) written += writeSync(handle, bytes, written)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(beside, file)
  flushFolder(dirname(file))
}

/** Windows cannot open a folder; there the rename itself is journalled by NTFS. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
