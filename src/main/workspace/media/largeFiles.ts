import { randomBytes } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { flushFolder } from '../files/durable.ts'
import {
  headerBytes,
  newHeader,
  readChunks,
  readHeader,
  sealedSize,
  writeChunks,
} from './chunked.ts'

/** Writes a large file beside its place, and puts it there only when `accept` says so. */
export interface NewLarge {
  readonly file: string
  readonly key: Uint8Array
  /** Sealed along, so that one file cannot be passed off as another. */
  readonly name: string
  /** Of the plain content, known before it is read. */
  readonly size: number
  readonly plain: AsyncIterable<Uint8Array>
  /** Asked when everything was read: false leaves no trace. */
  readonly accept: () => boolean
}

/** Returns the bytes it takes on disk, or null where it was not accepted. */
export async function writeLarge(large: NewLarge): Promise<number | null> {
  const { file, key, name, size, plain, accept } = large
  await mkdir(dirname(file), { recursive: true })
  const beside = `${file}.${randomBytes(4).toString('hex')}.baharu`
  const header = newHeader(size)
  try {
    const handle = await open(beside, 'w', 0o600)
    let written: number
    try {
      written = await writeChunks(handle, header, { key, name }, plain)
      await handle.sync()
    } finally {
      await handle.close()
    }
    if (written === size && accept()) {
      await rename(beside, file)
      flushFolder(dirname(file))
      return sealedSize(header)
    }
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
  await rm(beside, { force: true })
  return null
}

/** Some bytes of a large file; see `MediaStore.readLarge`. */
export async function readLarge(
  file: string,
  seal: { readonly key: Uint8Array; readonly name: string },
  from: number,
  to: number,
): Promise<{ readonly bytes: Uint8Array; readonly size: number } | null> {
  const handle = await open(file, 'r').catch(() => null)
  if (handle === null) return null
  try {
    const head = Buffer.alloc(headerBytes)
    await handle.read(head, 0, headerBytes, 0)
    const header = readHeader(head)
    if (header === null || (await handle.stat()).size !== sealedSize(header)) return null
    const { size } = header
    const bytes = await readChunks(handle, header, seal, Math.min(from, size), Math.min(to, size))
    return bytes === null ? null : { bytes, size }
  } finally {
    await handle.close()
  }
}
