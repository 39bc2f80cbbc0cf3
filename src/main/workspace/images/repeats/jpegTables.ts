/**
 * What a JPEG file says of how it was made: its quantisation tables and the size of its colour
 * samples. Only the header is read (ITU-T T.81, B.2).
 */

export interface JpegCoding {
  /** 64 steps in zigzag order, of grey and of colour; colour is null in a grey-scale file. */
  grey: readonly number[]
  colour: readonly number[] | null
  /** Colour at half resolution (4:2:0), or at all pixels (4:4:4). */
  subsampled: boolean
}

const marker = {
  start: 0xd8,
  quantisation: 0xdb,
  scan: 0xda,
  end: 0xd9,
  /** Baseline, extended and progressive frames with Huffman coding. */
  frames: [0xc0, 0xc1, 0xc2],
  progressive: 0xc2,
} as const

const tableLength = 64

function tablesIn(segment: DataView, tables: Map<number, number[]>): void {
  let at = 0
  while (at < segment.byteLength) {
    const head = segment.getUint8(at++)
    const isWide = head >> 4 !== 0
    const table = Array.from({ length: tableLength }, (_, step) =>
      isWide ? segment.getUint16(at + 2 * step) : segment.getUint8(at + step),
    )
    tables.set(head & 15, table)
    at += tableLength * (isWide ? 2 : 1)
  }
}

interface Component {
  across: number
  down: number
  table: number
}

function componentsIn(segment: DataView): Component[] {
  return Array.from({ length: segment.getUint8(5) }, (_, index) => {
    const sampling = segment.getUint8(7 + 3 * index)
    const table = segment.getUint8(8 + 3 * index)
    return { across: sampling >> 4, down: sampling & 15, table }
  })
}

interface Header {
  tables: ReadonlyMap<number, number[]>
  components: readonly Component[]
  progressive: boolean
  /** How many components the first scan holds. */
  scanned: number
}

/** Null when the bytes are no JPEG, or break off in the header. */
function headerOf(bytes: Uint8Array): Header | null {
  try {
    return read(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
  } catch (error) {
    // A read past the end: the header is cut off or lies about its lengths.
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Segments are walked, never searched for. */
function read(view: DataView): Header | null {
  if (view.getUint8(0) !== 0xff || view.getUint8(1) !== marker.start) return null
  const tables = new Map<number, number[]>()
  let components: Component[] = []
  let progressive = false
  let scanned = 0
  for (let at = 2; ;) {
    if (view.getUint8(at) !== 0xff) return null
    const kind = view.getUint8(at + 1)
    // Any number of fill bytes may come before a marker.
    if (kind === 0xff) {
      at++
      continue
    }
    if (kind === marker.scan) scanned = view.getUint8(at + 4)
    if (kind === marker.scan || kind === marker.end) break
    const length = view.getUint16(at + 2)
    if (length < 2) return null
    const segment = new DataView(view.buffer, view.byteOffset + at + 4, length - 2)
    if (kind === marker.quantisation) tablesIn(segment, tables)
    if (marker.frames.some((frame) => frame === kind)) {
      components = componentsIn(segment)
      progressive = kind === marker.progressive
    }
    at += 2 + length
  }
  return { tables, components, progressive, scanned }
}

/** The 64 steps of grey (or of the first ink) in zigzag order; null where the header has none. */
export function greyTableOf(bytes: Uint8Array): readonly number[] | null {
  const { tables, components: [first] = [] } = headerOf(bytes) ?? {}
  return (first && tables?.get(first.table)) ?? null
}

/** Null when the bytes are no JPEG of one or three components, or break off in the header. */
export function jpegCodingOf(bytes: Uint8Array): JpegCoding | null {
  const header = headerOf(bytes)
  if (header === null) return null
  const { tables, components } = header
  const [first, second] = components
  const grey = first && tables.get(first.table)
  if (first === undefined || grey === undefined) return null
  if (second === undefined) return { grey, colour: null, subsampled: false }
  const colour = components.length === 3 ? tables.get(second.table) : undefined
  if (colour === undefined) return null
  return { grey, colour, subsampled: first.across > second.across || first.down > second.down }
}

/** Of a coefficient while it waits for the scans to come. */
const coefficientBytes = 2

/**
 * Bytes a pixel that a decoder holds of the whole picture before it can draw its first row: none of
 * a JPEG whose only scan holds everything; all coefficients of one that comes in several scans.
 */
export function bytesHeldByScans(bytes: Uint8Array): number {
  const { components = [], progressive = false, scanned = 0 } = headerOf(bytes) ?? {}
  if (!progressive && scanned >= components.length) return 0
  const across = Math.max(...components.map((component) => component.across))
  const down = Math.max(...components.map((component) => component.down))
  const samples = components.reduce((sum, one) => sum + one.across * one.down, 0)
  return (samples / (across * down)) * coefficientBytes
}
