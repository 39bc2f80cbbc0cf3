import { Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

/** A file of an archive, its text as it comes. */
export interface ZipFile {
  readonly name: string
  readonly text: AsyncIterable<string> | readonly string[]
}

interface Written {
  readonly name: Uint8Array
  readonly checksum: number
  readonly packed: number
  readonly size: number
  readonly at: number
}

/** Sizes follow the data; names are UTF-8. */
const flags = 0x0808
const deflated = 8
/** The earliest day that the format knows: archives of the same content are the same bytes. */
const firstDay = 0x21
const versionNeeded = 20

/**
 * A ZIP archive (APPNOTE 6.3) written as its content comes: nothing is held but what is being
 * packed. Files of less than 4 GB.
 */
export async function* zipPieces(files: readonly ZipFile[]): AsyncGenerator<Uint8Array> {
  const written: Written[] = []
  let at = 0
  for (const { name: title, text } of files) {
    const name = new TextEncoder().encode(title)
    const head = record(0x04034b50, [
      [2, versionNeeded],
      ...facts(0, 0, 0),
      [2, name.length],
      [2, 0],
    ])
    yield head
    yield name
    const told = { checksum: 0, size: 0, packed: 0 }
    const packing = Readable.from(counted(text, told)).pipe(createDeflateRaw())
    for await (const piece of packing as AsyncIterable<Uint8Array>) {
      told.packed += piece.byteLength
      yield piece
    }
    const { checksum, packed, size } = told
    const tail = record(0x08074b50, [
      [4, checksum],
      [4, packed],
      [4, size],
    ])
    yield tail
    written.push({ name, checksum, packed, size, at })
    at += head.length + name.length + packed + tail.length
  }
  let length = 0
  for (const { name, checksum, packed, size, at: from } of written) {
    const entry = record(0x02014b50, [
      ...([
        [2, versionNeeded],
        [2, versionNeeded],
      ] as const),
      ...facts(checksum, packed, size),
      ...([
        [2, name.length],
        [2, 0],
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, from],
      ] as const),
    ])
    yield entry
    yield name
    length += entry.length + name.length
  }
  const count = written.length
  yield record(0x06054b50, [
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, length],
    [4, at],
    [2, 0],
  ])
}

type Field = readonly [bytes: 2 | 4, value: number]

/** What stands of a file both before it and in the list at the end. */
function facts(checksum: number, packed: number, size: number): Field[] {
  return [
    ...([
      [2, flags],
      [2, deflated],
      [2, 0],
      [2, firstDay],
    ] as const),
    ...([
      [4, checksum],
      [4, packed],
      [4, size],
    ] as const),
  ]
}

function record(signature: number, fields: readonly Field[]): Uint8Array {
  const bytes = Buffer.alloc(4 + fields.reduce((sum, [length]) => sum + length, 0))
  let at = bytes.writeUInt32LE(signature, 0)
  for (const [length, value] of fields) at = bytes.writeUIntLE(value, at, length)
  return bytes
}

async function* counted(
  text: ZipFile['text'],
  told: { checksum: number; size: number },
): AsyncGenerator<Uint8Array> {
  for await (const part of text) {
    const bytes = Buffer.from(part, 'utf8')
    told.checksum = crc32(bytes, told.checksum)
    told.size += bytes.byteLength
    yield bytes
  }
}
