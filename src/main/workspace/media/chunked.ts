import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'

/**
 * A large file at rest, in chunks that are sealed one by one, so that neither writing nor reading
 * holds it in memory and any part of it can be read alone:
 *
 * `BKKC` version(1) 000 chunkBytes(4) size(8) file(16) | nonce(12) sealed tag(16) | nonce sealed tag | …
 *
 * Every chunk's seal covers the header, the name it is kept under and its own number. A chunk that
 * was changed, left out, doubled, moved to another place or taken from another file does not open,
 * and neither does any chunk when the header was changed; the file's length must fit its header.
 */
export interface ChunkedHeader {
  readonly chunkBytes: number
  /** Of the plain content. */
  readonly size: number
  /** As it stands in the file. */
  readonly bytes: Buffer
}

const magic = Buffer.from('BKKC\x01\0\0\0', 'latin1')
export const headerBytes = 36
export const nonceBytes = 12
export const tagBytes = 16
const overhead = nonceBytes + tagBytes
const usualChunk = 1_048_576
/** What a header may ask to be held in memory for one chunk. */
const largestChunk = 16_777_216

/** @param chunkBytes plain bytes a chunk */
export function newHeader(size: number, chunkBytes: number = usualChunk): ChunkedHeader {
  const bytes = Buffer.alloc(headerBytes)
  magic.copy(bytes)
  bytes.writeUInt32BE(chunkBytes, 8)
  bytes.writeBigUInt64BE(BigInt(size), 12)
  randomBytes(16).copy(bytes, 20)
  return { chunkBytes, size, bytes }
}

/** Null when it is no such header. */
export function readHeader(bytes: Buffer): ChunkedHeader | null {
  if (bytes.length < headerBytes || !bytes.subarray(0, 8).equals(magic)) return null
  const chunkBytes = bytes.readUInt32BE(8)
  const size = Number(bytes.readBigUInt64BE(12))
  if (chunkBytes === 0 || chunkBytes > largestChunk || !Number.isSafeInteger(size)) return null
  return { chunkBytes, size, bytes: Buffer.from(bytes.subarray(0, headerBytes)) }
}

/** How long the file on disk must be. */
export function sealedSize({ size, chunkBytes }: ChunkedHeader): number {
  return headerBytes + size + Math.ceil(size / chunkBytes) * overhead
}

/** Seals what `plain` yields in pieces of any length, and writes it. Returns the bytes it yielded. */
export async function writeChunks(
  handle: FileHandle,
  header: ChunkedHeader,
  seal: { readonly key: Uint8Array; readonly name: string },
  plain: AsyncIterable<Uint8Array>,
): Promise<number> {
  await handle.write(header.bytes)
  let pending: Uint8Array[] = []
  let held = 0
  let total = 0
  let number = 0
  const flush = async (chunk: Uint8Array): Promise<void> => {
    await handle.write(sealChunk(chunk, header, seal, number++))
  }
  for await (const piece of plain) {
    total += piece.length
    pending.push(piece)
    held += piece.length
    while (held >= header.chunkBytes) {
      const all = Buffer.concat(pending)
      await flush(all.subarray(0, header.chunkBytes))
      pending = [all.subarray(header.chunkBytes)]
      held -= header.chunkBytes
    }
  }
  if (held > 0) await flush(Buffer.concat(pending))
  return total
}

/**
 * Plain bytes from `from` up to `to`, both within the file.
 * @returns null when a chunk fails its seal
 */
export async function readChunks(
  handle: FileHandle,
  header: ChunkedHeader,
  seal: { readonly key: Uint8Array; readonly name: string },
  from: number,
  to: number,
): Promise<Uint8Array | null> {
  if (to <= from) return new Uint8Array(0)
  const { chunkBytes, size } = header
  const first = Math.floor(from / chunkBytes)
  const last = Math.floor((to - 1) / chunkBytes)
  const opened: Uint8Array[] = []
  for (let number = first; number <= last; number++) {
    const plain = Math.min(chunkBytes, size - number * chunkBytes)
    const sealed = Buffer.alloc(plain + overhead)
    const at = headerBytes + number * (chunkBytes + overhead)
    const { bytesRead } = await handle.read(sealed, 0, sealed.length, at)
    const chunk = bytesRead < sealed.length ? null : openChunk(sealed, header, seal, number)
    if (chunk === null) return null
    opened.push(chunk)
  }
  const start = first * chunkBytes
  return Buffer.concat(opened).subarray(from - start, to - start)
}

function boundTo(header: ChunkedHeader, name: string, number: number): Buffer {
  const place = Buffer.alloc(8)
  place.writeBigUInt64BE(BigInt(number))
  return Buffer.concat([header.bytes, place, Buffer.from(name, 'utf8')])
}

function sealChunk(
  chunk: Uint8Array,
  header: ChunkedHeader,
  { key, name }: { readonly key: Uint8Array; readonly name: string },
  number: number,
): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(boundTo(header, name, number))
  return Buffer.concat([nonce, cipher.update(chunk), cipher.final(), cipher.getAuthTag()])
}

function openChunk(
  sealed: Buffer,
  header: ChunkedHeader,
  { key, name }: { readonly key: Uint8Array; readonly name: string },
  number: number,
): Uint8Array | null {
  const nonce = sealed.subarray(0, nonceBytes)
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
  decipher.setAAD(boundTo(header, name, number))
  decipher.setAuthTag(sealed.subarray(-tagBytes))
  try {
    return Buffer.concat([
      decipher.update(sealed.subarray(nonceBytes, -tagBytes)),
      decipher.final(),
    ])
  } catch {
    return null
  }
}
