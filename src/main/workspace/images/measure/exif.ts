/** What the check asks of a picture's EXIF block. */
export interface ExifFacts {
  readonly fromCamera: boolean
  readonly hasLocation: boolean
}

/** Tags of EXIF 2.32: maker, model, pointer to the EXIF directory, pointer to the GPS directory. */
const make = 0x010f
const model = 0x0110
const exifDirectory = 0x8769
const gpsDirectory = 0x8825
const exposureTime = 0x829a
const gpsLatitude = 0x0002

/** Directories have a few dozen entries; more means nonsense. */
const entriesAtMost = 512

/**
 * Reads the block as sharp hands it over. A block that makes no sense says nothing; it never throws,
 * for it may come from anybody.
 */
export function exifFacts(exif: Uint8Array | undefined): ExifFacts {
  const block = openExif(exif)
  if (block === null) return { fromCamera: false, hasLocation: false }
  return {
    fromCamera:
      (block.first.has(make) && block.first.has(model)) ||
      (block.inner?.has(exposureTime) ?? false),
    hasLocation: block.gps?.has(gpsLatitude) ?? false,
  }
}

/** One entry of a directory: where in the block its value is. */
interface Entry {
  readonly type: number
  readonly count: number
  readonly at: number
}

export type Directory = ReadonlyMap<number, Entry>

/** The directories of a block that may hold something of interest. */
export interface ExifBlock {
  readonly view: DataView
  readonly littleEndian: boolean
  readonly first: Directory
  readonly inner: Directory | null
  readonly gps: Directory | null
}

/** Null for a block that makes no sense. */
export function openExif(exif: Uint8Array | undefined): ExifBlock | null {
  if (exif === undefined) return null
  const named = exif[0] === 0x45 && exif[1] === 0x78 && exif[2] === 0x69 && exif[3] === 0x66
  const start = named ? 6 : 0
  if (exif.length < start + 8) return null
  const view = new DataView(exif.buffer, exif.byteOffset + start, exif.byteLength - start)
  const order = view.getUint16(0)
  if (order !== 0x4949 && order !== 0x4d4d) return null
  const littleEndian = order === 0x4949
  const first = directory(view, view.getUint32(4, littleEndian), littleEndian)
  if (first === null) return null
  const pointed = (tag: number): Directory | null => {
    const entry = first.get(tag)
    if (entry === undefined || entry.at + 4 > view.byteLength) return null
    return directory(view, view.getUint32(entry.at, littleEndian), littleEndian)
  }
  return { view, littleEndian, first, inner: pointed(exifDirectory), gps: pointed(gpsDirectory) }
}

/** Bytes of one value of each type of TIFF 6.0; 0 is unknown. */
const sizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

function directory(view: DataView, offset: number, littleEndian: boolean): Directory | null {
  if (offset + 2 > view.byteLength) return null
  const count = view.getUint16(offset, littleEndian)
  if (count > entriesAtMost) return null
  const entries = new Map<number, Entry>()
  for (let entry = 0; entry < count; entry++) {
    const from = offset + 2 + entry * 12
    if (from + 12 > view.byteLength) break
    const type = view.getUint16(from + 2, littleEndian)
    const values = view.getUint32(from + 4, littleEndian)
    // Up to four bytes stand in the entry itself.
    const inside = values * (sizes[type] ?? 0) <= 4
    const at = inside ? from + 8 : view.getUint32(from + 8, littleEndian)
    entries.set(view.getUint16(from, littleEndian), { type, count: values, at })
  }
  return entries
}
