import { openSharp } from '../../media/sharp.ts'
import { readSource } from '../measure/read.ts'
import { pixelsFor } from '../repeats/decode.ts'
import type { Extent, Pixels } from '../repeats/decode.ts'
import type { Picture } from '../repeats/judge.ts'
import { savedLike } from '../repeats/savedLike.ts'
import type { Decodable } from './tasks.ts'

/** Thrown when a file is not what it was when it was measured. */
export class FileChanged extends Error {}

/** Bytes of decoded pixels held for the next pair: one picture is often compared with several. */
const heldAtMost = 40_000_000

const held = new Map<string, Promise<Pixels>>()
let heldBytes = 0

/** How a picture's pixels are had, decoded once for as long as they are held. */
export function decodedPicture(
  { source, bytesHash }: Decodable,
  megabytes: number,
): Pick<Picture, 'pixels' | 'savedLike'> {
  const bytes = async (): Promise<Uint8Array> => {
    const read = await readSource(source, megabytes)
    if (!read.ok || read.bytesHash !== bytesHash) throw new FileChanged()
    return read.bytes
  }
  return {
    pixels: (extent) => holding(bytesHash, extent, bytes),
    async *savedLike(pixels, own) {
      yield* savedLike(openSharp(), { bytes: await bytes(), pixels: own }, pixels)
    },
  }
}

function holding(
  bytesHash: string,
  extent: Extent,
  bytes: () => Promise<Uint8Array>,
): Promise<Pixels> {
  const key = `${bytesHash} ${extent.width}×${extent.height}`
  const size = extent.width * extent.height * 3
  const known = held.get(key)
  if (known !== undefined) {
    // The last one asked for is the last to go.
    held.delete(key)
    held.set(key, known)
    return known
  }
  const pixels = bytes().then((read) => pixelsFor(openSharp(), read, extent))
  if (size > heldAtMost / 4) return pixels
  held.set(key, pixels)
  heldBytes += size
  pixels.catch(() => forget(key, size))
  makeRoom(key)
  return pixels
}

function forget(key: string, size: number): void {
  if (held.delete(key)) heldBytes -= size
}

function makeRoom(newest: string): void {
  for (const key of held.keys()) {
    if (heldBytes <= heldAtMost || key === newest) return
    const [, width = 0, height = 0] = (/ (\d+)×(\d+)$/.exec(key) ?? []).map(Number)
    forget(key, width * height * 3)
  }
}
