import { createHash } from 'node:crypto'
import { constants, fstatSync } from 'node:fs'
import type { BigIntStats, Stats } from 'node:fs'
import { access, open, stat } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { Sha256 } from '#contract/values'
import type { FileSource } from '../../files/byteRange.ts'
import { headBytes } from '../medium/sniff.ts'
import type { OtherMedium } from '../medium/sniff.ts'
import { inMega, mega, unreadable } from './measurement.ts'
import type { Unreadable } from './measurement.ts'
import { giveBack, takeBuffer } from './readBuffers.ts'

/** Where a picture's bytes are. */
export type PictureSource = FileSource

export type Read =
  | {
      readonly ok: true
      readonly bytes: Buffer
      readonly bytesHash: Sha256
      /** For whoever is done with the bytes, and has given them to nobody: their memory is read into again. */
      readonly release: () => void
    }
  | {
      readonly ok: false
      readonly unreadable: Unreadable
      /** What it is, where the caller asked for such contents to be left unread. */
      readonly aside?: OtherMedium
    }

/** Recognises by a file's first bytes what is not to be read whole. */
type Aside = (head: Uint8Array) => OtherMedium | null

/**
 * Reads a picture once, into memory. Only regular files (or links to one) of at most `megabytes`
 * are opened for reading; a pipe, device, socket or folder never is, so that nothing can wait for
 * ever. Never throws for anything the file system may answer.
 */
export async function readSource(
  source: PictureSource,
  megabytes: number,
  aside: Aside | null = null,
): Promise<Read> {
  const limit = megabytes * mega
  if (source.kind === 'bytes') {
    const bytes = Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength)
    const other = aside?.(bytes.subarray(0, headBytes)) ?? null
    if (other !== null) return leftAside(other)
    const refused = refusedSize(bytes.length, limit)
    return refused === null ? hashed(bytes) : { ok: false, unreadable: refused }
  }
  const path = source.rawPath === null ? source.path : Buffer.from(source.rawPath)
  try {
    // Looked at before it is opened: opening some devices already does something.
    const found = await stat(path)
    if (!found.isFile()) return no(await reasonAgainst(path, found))
    // And opened without waiting, in case a pipe was put in its place meanwhile.
    const handle = await open(path, constants.O_RDONLY | nonBlocking)
    try {
      return await readOpened(handle, limit, aside)
    } finally {
      await handle.close()
    }
  } catch (error) {
    return { ok: false, unreadable: unreadable(codeOf(error)) }
  }
}

/** A folder stands in a batch where it could not be entered. */
async function reasonAgainst(path: string | Buffer, found: Stats): Promise<Unreadable['code']> {
  if (found.isDirectory()) await access(path, constants.R_OK | constants.X_OK)
  return 'not-a-regular-file'
}

/** Windows has no such flag, and no named pipes among its files. */
const nonBlocking = process.platform === 'win32' ? 0 : constants.O_NONBLOCK

/** Bytes up to which a file is read whole at once, whatever it turns out to be. */
const readAtOnce = 1_000_000

async function readOpened(handle: FileHandle, limit: number, aside: Aside | null): Promise<Read> {
  // Of an open file it is known without waiting; a thread to ask for it costs more than the answer.
  const before = fstatSync(handle.fd, { bigint: true })
  if (!before.isFile()) return no('not-a-regular-file')
  const size = Number(before.size)
  const refused = refusedSize(size, limit)
  if (aside !== null && (refused !== null || size > readAtOnce)) {
    const head = Buffer.alloc(headBytes)
    await handle.read(head, 0, headBytes, 0)
    const other = aside(head)
    if (other !== null) return leftAside(other)
  }
  if (refused !== null) return { ok: false, unreadable: refused }
  const bytes = takeBuffer(size)
  const length = await fill(handle, bytes)
  const after = fstatSync(handle.fd, { bigint: true })
  if (length !== size || moved(before, after)) return no('changed-while-reading')
  const other = aside?.(bytes.subarray(0, headBytes)) ?? null
  return other === null ? hashed(bytes, () => giveBack(bytes)) : leftAside(other)
}

/** Reads until the buffer is full or the file ends. Returns the number of bytes read. */
async function fill(handle: FileHandle, bytes: Buffer): Promise<number> {
  let length = 0
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return length
}

function moved(before: BigIntStats, after: BigIntStats): boolean {
  return before.size !== after.size || before.mtimeNs !== after.mtimeNs
}

function refusedSize(size: number, limit: number): Unreadable | null {
  if (size === 0) return unreadable('empty-file', { byteSize: 0 })
  if (size <= limit) return null
  return unreadable('too-many-bytes', {
    byteSize: size,
    measured: inMega(size, 'MB'),
    required: inMega(limit, 'MB'),
  })
}

function hashed(bytes: Buffer, release: () => void = () => undefined): Read {
  return { ok: true, bytes, bytesHash: hashOf(bytes), release }
}

export function hashOf(bytes: Uint8Array): Sha256 {
  return Sha256.parse(createHash('sha256').update(bytes).digest('hex'))
}

function leftAside(aside: OtherMedium): Read {
  return { ok: false, unreadable: unreadable('unsupported-format'), aside }
}

function no(code: Unreadable['code']): Read {
  return { ok: false, unreadable: unreadable(code) }
}

function codeOf(error: unknown): Unreadable['code'] {
  switch (error instanceof Error && 'code' in error ? error.code : null) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
      return 'not-found'
    case 'EACCES':
    case 'EPERM':
    // Windows, when another program holds the file.
    case 'EBUSY':
      return 'no-permission'
    // A circle of links, a socket, a device without a driver, a folder put in the file's place.
    case 'ELOOP':
    case 'ENXIO':
    case 'ENODEV':
    case 'EISDIR':
      return 'not-a-regular-file'
    default:
      // The disk or the network drive failed while reading.
      return 'damaged'
  }
}
