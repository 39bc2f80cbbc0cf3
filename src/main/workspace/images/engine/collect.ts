import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { unreadable } from '../measure/measurement.ts'
import type { Unreadable } from '../measure/measurement.ts'
import type { PictureSource } from '../measure/read.ts'

/** One entry to be looked at, before anybody has given it an id. */
export interface CollectedSource {
  /** The path as it was given, joined with the way to the entry; for people to read. */
  readonly name: string
  readonly source: PictureSource
  readonly trouble: Unreadable | null
}

interface Entry extends CollectedSource {
  /** The path's bytes, by which entries are ordered. */
  readonly bytes: Buffer
}

/**
 * Everything the given files and folders hold. Folders are entered, hidden entries (a leading dot)
 * are left out unless they were named themselves, and every other entry has its place in the result:
 * also pipes, broken links, links to folders (which are not entered, so that circles end) and
 * folders that cannot be read. Ordered by path, code point by code point (which is the order of
 * UTF-8 bytes); an entry that is reached in two ways stands there once, under the first of its names.
 * @throws the signal's reason as soon as it is called off, even while a network drive does not answer.
 */
export function collectSources(
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<CollectedSource[]> {
  const calledOff = signal ?? new AbortController().signal
  return orCalledOff(collect(paths, calledOff), calledOff)
}

async function collect(paths: readonly string[], signal: AbortSignal): Promise<CollectedSource[]> {
  const entries: Entry[] = []
  for (const path of paths) await collectNamed(path, entries, signal)
  entries.sort((one, other) => Buffer.compare(one.bytes, other.bytes))
  return (await withoutRepeatedNames(entries, signal)).map(({ name, source, trouble }) => ({
    name,
    source,
    trouble,
  }))
}

/** The work ends by itself at its next step; nobody waits for a step that hangs. */
async function orCalledOff<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = (): void => undefined
  const off = new Promise<never>((_resolve, reject) => {
    stop = () => reject(reasonOf(signal))
    signal.addEventListener('abort', stop)
    if (signal.aborted) stop()
  })
  try {
    return await Promise.race([off, work])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/** A path somebody named: a link to a folder is entered here, and only here. */
async function collectNamed(path: string, into: Entry[], signal: AbortSignal): Promise<void> {
  signal.throwIfAborted()
  const folder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
  const bytes = Buffer.from(path)
  if (folder) await collectFolder(bytes, into, signal)
  else into.push(entry(bytes))
}

async function collectFolder(folder: Buffer, into: Entry[], signal: AbortSignal): Promise<void> {
  let children: Buffer[]
  try {
    children = await readdir(folder, { encoding: 'buffer' })
  } catch (error) {
    into.push(entry(folder, unreadable(codeOf(error))))
    return
  }
  for (const child of children) {
    if (child[0] === dot) continue
    signal.throwIfAborted()
    const path = joined(folder, child)
    const isFolder = await lstat(path).then(
      (found) => found.isDirectory(),
      () => false,
    )
    if (isFolder) await collectFolder(path, into, signal)
    else into.push(entry(path))
  }
}

function reasonOf({ reason }: AbortSignal): Error {
  return reason instanceof Error ? reason : new Error('called off')
}

const dot = 0x2e
const slash = 0x2f
const backslash = 0x5c

function joined(folder: Buffer, child: Buffer): Buffer {
  const last = folder[folder.length - 1]
  const ends = last === slash || (process.platform === 'win32' && last === backslash)
  const between = process.platform === 'win32' ? '\\' : '/'
  return Buffer.concat(ends ? [folder, child] : [folder, Buffer.from(between), child])
}

function entry(bytes: Buffer, trouble: Unreadable | null = null): Entry {
  const name = bytes.toString('utf8')
  const readable = Buffer.from(name).equals(bytes)
  return {
    name,
    bytes,
    trouble,
    source: { kind: 'file', path: name, rawPath: readable ? null : bytes },
  }
}

function codeOf(error: unknown): Unreadable['code'] {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'EACCES' || code === 'EPERM' ? 'no-permission' : 'not-found'
}

/** The same entry of the same folder, whichever way it was named. A link is an entry of its own. */
async function withoutRepeatedNames(
  sorted: readonly Entry[],
  signal: AbortSignal,
): Promise<Entry[]> {
  const folders = new Map<string, Promise<Buffer>>()
  const seen = new Set<string>()
  const kept: Entry[] = []
  for (const one of sorted) {
    signal.throwIfAborted()
    const { folder, last } = split(one.bytes)
    const key = folder.toString('latin1')
    const real = folders.get(key) ?? realFolder(folder)
    folders.set(key, real)
    const identity = Buffer.concat([await real, Buffer.of(0), last]).toString('latin1')
    if (seen.has(identity)) continue
    seen.add(identity)
    kept.push(one)
  }
  return kept
}

function split(path: Buffer): { folder: Buffer; last: Buffer } {
  const at = Math.max(
    path.lastIndexOf(slash),
    process.platform === 'win32' ? path.lastIndexOf(backslash) : -1,
  )
  return at < 0
    ? { folder: Buffer.from('.'), last: path }
    : { folder: path.subarray(0, at + 1), last: path.subarray(at + 1) }
}

async function realFolder(folder: Buffer): Promise<Buffer> {
  try {
    return await realpath(folder, { encoding: 'buffer' })
  } catch {
    return folder
  }
}
