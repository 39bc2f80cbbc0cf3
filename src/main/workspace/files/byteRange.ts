import { constants } from 'node:fs'
import { open } from 'node:fs/promises'

/**
 * Where a file's bytes are. `rawPath` is the path as the file system has it, for names that are
 * not valid UTF-8 and so cannot be opened by `path`; null where the two agree.
 */
export type FileSource =
  | { readonly kind: 'file'; readonly path: string; readonly rawPath: Uint8Array | null }
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array }

/** A file's bytes, of which only some are held in memory at a time. */
export interface ByteRange {
  readonly size: number
  /** Fewer bytes than asked for where the file ends. */
  read(from: number, to: number): Promise<Uint8Array>
  /** @throws FileMoved when it was written to since it was opened */
  proveUnmoved(): Promise<void>
}

/** The file was written to while it was being read. */
export class FileMoved extends Error {}

/** Windows has no such flag, and no named pipes among its files. */
const nonBlocking = process.platform === 'win32' ? 0 : constants.O_NONBLOCK

/**
 * Opens a file for `work` and closes it afterwards.
 * @throws what the file system answers; `ENODEV` for what is no regular file
 */
export async function withBytes<T>(
  source: FileSource,
  work: (bytes: ByteRange) => Promise<T>,
): Promise<T> {
  if (source.kind === 'bytes') {
    const { bytes } = source
    return work({
      size: bytes.length,
      read: (from, to) => Promise.resolve(bytes.subarray(from, to)),
      proveUnmoved: () => Promise.resolve(),
    })
  }
  const path = source.rawPath === null ? source.path : Buffer.from(source.rawPath)
  const handle = await open(path, constants.O_RDONLY | nonBlocking)
  try {
    const before = await handle.stat({ bigint: true })
    if (!before.isFile()) throw Object.assign(new Error('not a file'), { code: 'ENODEV' })
    return await work({
      size: Number(before.size),
      async read(from, to) {
        const bytes = Buffer.allocUnsafe(Math.max(0, to - from))
        let length = 0
        while (length < bytes.length) {
          const left = bytes.length - length
          const { bytesRead } = await handle.read(bytes, length, left, from + length)
          if (bytesRead === 0) break
          length += bytesRead
        }
        return bytes.subarray(0, length)
      },
      async proveUnmoved() {
        const { size, mtimeNs } = await handle.stat({ bigint: true })
        if (size !== before.size || mtimeNs !== before.mtimeNs) throw new FileMoved()
      },
    })
  } finally {
    await handle.close()
  }
}

/** Bytes handed on at a time. */
export const pieceBytes = 1_048_576

/** The whole file from its start, piece by piece; the last one may be shorter. */
export async function* pieces(bytes: ByteRange): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.size; from += pieceBytes) {
    const piece = await bytes.read(from, Math.min(bytes.size, from + pieceBytes))
    yield piece
  }
}
