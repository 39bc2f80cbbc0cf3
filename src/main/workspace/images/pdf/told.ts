import { constants, deflateSync, inflateSync } from 'node:zlib'
import { toldSegments } from './jpegSegments.ts'
import { dictionaryAt, filtersIn, numberIn, objectsOf } from './syntax.ts'
import type { PdfObject, Span } from './syntax.ts'

/** What to write over the bytes from a place on, so that they say nothing any more. */
export interface Overwrite {
  readonly at: number
  readonly bytes: Uint8Array
}

export interface ToldInPdf {
  readonly overwrites: readonly Overwrite[]
  /** Blocks of pictures within it, EXIF and XMP, as they stand. */
  readonly blocks: readonly { readonly kind: 'exif' | 'xmp'; readonly bytes: Uint8Array }[]
}

/** Room that what is packed may unpack to. */
const unpackedAtMost = 200_000_000
const space = 0x20

/** It is written in a way that is not understood well enough to change it. */
class Unusual extends Error {}

/**
 * Where a PDF says things of persons, programs and places: in its information dictionary, also those
 * of earlier savings, in packets of XMP, and in the heads of JPEG pictures. Nothing moves, so that its
 * tables of places still hold. Null for an encrypted one, and where it is written too unusually.
 */
export function toldInPdf(bytes: Uint8Array): ToldInPdf | null {
  const text = Buffer.from(bytes).toString('latin1')
  if (/\/Encrypt\s*(<<|\d+\s+\d+\s+R)/.test(text)) return null
  const objects = [...objectsOf(text)]
  const wanted = informationIn(text, objects)
  try {
    const overwrites: Overwrite[] = directInfo(text)
    const blocks: ToldInPdf['blocks'][number][] = []
    for (const object of objects) {
      const { dictionary, stream } = object
      const said = text.slice(dictionary.from, dictionary.to)
      // It has no type; whatever has one is something else by the same number.
      if (wanted.has(object.number) && !/\/Type\b/.test(said)) overwrites.push(blank(dictionary))
      if (stream === null) continue
      if (/\/Type\s*\/Metadata\b/.test(said)) overwrites.push(emptyPacket(said, stream))
      if (/\/Type\s*\/ObjStm\b/.test(said)) {
        overwrites.push(...packedInfo(bytes, said, stream, wanted))
      }
      if (filtersIn(said).join() === 'DCTDecode') {
        for (const segment of toldSegments(bytes, stream)) {
          overwrites.push({ at: segment.from, bytes: new Uint8Array(segment.to - segment.from) })
          if (segment.block !== null) blocks.push(segment.block)
        }
      }
    }
    return { overwrites, blocks }
  } catch (error) {
    if (error instanceof Unusual) return null
    throw error
  }
}

/** The numbers that trailers name as information: not what only looks so in the content of a stream. */
function informationIn(text: string, objects: readonly PdfObject[]): Set<number> {
  const streams = objects.flatMap(({ stream }) => stream ?? [])
  const named = [...text.matchAll(/\/Info\s+(\d{1,10})\s+\d{1,5}\s+R/g)]
  const outside = named.filter(
    ({ index }) => !streams.some(({ from, to }) => from <= index && index < to),
  )
  return new Set(outside.map(([, number]) => Number(number)))
}

/** Of the same length, with everything found written over. */
export function withoutToldInPdf(bytes: Uint8Array, { overwrites }: ToldInPdf): Uint8Array {
  const clean = Uint8Array.from(bytes)
  for (const { at, bytes: over } of overwrites) clean.set(over, at)
  return clean
}

/** Against the rules, yet written: the dictionary itself where its number should stand. */
function directInfo(text: string): Overwrite[] {
  return [...text.matchAll(/\/Info\s*<</g)].flatMap(({ index, 0: found }) => {
    const dictionary = dictionaryAt(text, index + found.length)
    return dictionary === null ? [] : [blank(dictionary)]
  })
}

function blank({ from, to }: Span): Overwrite {
  return { at: from, bytes: new Uint8Array(to - from).fill(space) }
}

const packet =
  '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">' +
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta><?xpacket end="w"?>'

/** XMP that says nothing, where there is room for it. */
function emptyPacket(dictionary: string, stream: Span): Overwrite {
  const { at, bytes } = blank(stream)
  const filters = filtersIn(dictionary)
  if (filters.length === 0) {
    if (packet.length <= bytes.length) bytes.set(Buffer.from(packet))
    return { at, bytes }
  }
  if (filters.join() !== 'FlateDecode') throw new Unusual()
  return { at, bytes: packed(Buffer.alloc(0), bytes.length) }
}

/** The information dictionary where it is packed together with other objects. */
function packedInfo(
  bytes: Uint8Array,
  dictionary: string,
  stream: Span,
  wanted: ReadonlySet<number>,
): Overwrite[] {
  const [count, first] = [numberIn(dictionary, 'N'), numberIn(dictionary, 'First')]
  const filters = filtersIn(dictionary).join()
  const isPlain =
    filters === '' || (filters === 'FlateDecode' && !dictionary.includes('/Predictor'))
  if (count === null || first === null || !isPlain) throw new Unusual()
  const content = bytes.subarray(stream.from, stream.to)
  const inner = filters === '' ? Buffer.from(content) : unpacked(content)
  const text = inner.toString('latin1')
  const heads = text.slice(0, first).trim().split(/\s+/).map(Number)
  let changed = false
  for (let at = 0; at < count; at++) {
    const [number = -1, offset = 0] = heads.slice(2 * at, 2 * at + 2)
    if (!wanted.has(number)) continue
    const start = /\s*<</y
    start.lastIndex = first + offset
    if (!start.test(text)) continue
    const found = dictionaryAt(text, start.lastIndex)
    if (found === null) throw new Unusual()
    inner.fill(space, found.from, found.to)
    changed = true
  }
  if (!changed) return []
  return [{ at: stream.from, bytes: filters === '' ? inner : packed(inner, content.length) }]
}

function unpacked(content: Uint8Array): Buffer {
  try {
    // What stands behind its end is not looked at; a missing end is forgiven, as readers do.
    return inflateSync(content, {
      finishFlush: constants.Z_SYNC_FLUSH,
      maxOutputLength: unpackedAtMost,
    })
  } catch {
    throw new Unusual()
  }
}

/** Packed again into the room there was; readers pass over the zeros behind its end. */
function packed(content: Uint8Array, room: number): Uint8Array {
  const bytes = deflateSync(content, { level: 9 })
  if (bytes.length > room) throw new Unusual()
  const filled = new Uint8Array(room)
  filled.set(bytes)
  return filled
}
