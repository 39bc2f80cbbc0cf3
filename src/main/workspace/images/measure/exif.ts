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
  const first = exif === undefined ? null : firstDirectory(exif)
  if (first === null) return { fromCamera: false, hasLocation: false }
  const inner = first.read(first.tags.get(exifDirectory))
  const gps = first.read(first.tags.get(gpsDirectory))
  return {
    fromCamera:
      (first.tags.has(make) && first.tags.has(model)) || (inner?.has(exposureTime) ?? false),
    hasLocation: gps?.has(gpsLatitude) ?? false,
  }
}

/** Each tag with its value, or with the offset of its value; both are pointers for our four. */
type Tags = ReadonlyMap<number, number>

interface FirstDirectory {
  readonly tags: Tags
  read(offset: number | undefined): Tags | null
}

function firstDirectory(exif: Uint8Array): FirstDirectory | null {
  const named = exif[0] === 0x45 && exif[1] === 0x78 && exif[2] === 0x69 && exif[3] === 0x66
  const start = named ? 6 : 0
  if (exif.length < start + 8) return null
  const view = new DataView(exif.buffer, exif.byteOffset + start, exif.byteLength - start)
  const order = view.getUint16(0)
  if (order !== 0x4949 && order !== 0x4d4d) return null
  const littleEndian = order === 0x4949
  const read = (offset: number | undefined): Tags | null =>
    offset === undefined ? null : directory(view, offset, littleEndian)
  const tags = read(view.getUint32(4, littleEndian))
  return tags === null ? null : { tags, read }
}

function directory(view: DataView, offset: number, littleEndian: boolean): Tags | null {
  if (offset + 2 > view.byteLength) return null
  const count = view.getUint16(offset, littleEndian)
  if (count > entriesAtMost) return null
  const tags = new Map<number, number>()
  for (let entry = 0; entry < count; entry++) {
    const at = offset + 2 + entry * 12
    if (at + 12 > view.byteLength) break
    tags.set(view.getUint16(at, littleEndian), view.getUint32(at + 8, littleEndian))
  }
  return tags
}
