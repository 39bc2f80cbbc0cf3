import type { PersonalDetail, PersonalKind } from '#contract/imageMetadata'
import type { ByteRange } from '../../files/byteRange.ts'
import { personalDetails, plainDetails } from '../measure/personal.ts'

/** The formats that are made of boxes (ISO/IEC 14496-12, and QuickTime before it). */
export const boxedFormats: ReadonlySet<string> = new Set(['mp4', 'm4v', 'mov', '3gp'])

/** One box that holds what was said beside pictures and sound. */
export interface ToldBox {
  /** Where its four letters stand. */
  readonly typeAt: number
  /** Its content: `to` is behind its last byte. */
  readonly from: number
  readonly to: number
}

/** What stands beside the frames: texts for people, tables of keys, and boxes of whoever likes. */
const told = new Set(['udta', 'meta', 'uuid'])
/** Boxes in which those may stand. */
const around = new Set(['moov', 'trak', 'mdia', 'moof', 'traf'])

/** More boxes than any camera or program writes. */
const boxesAtMost = 100_000
/** Bytes of such a box that are looked through for details. */
const readAtMost = 1_000_000

class Unusual extends Error {}

/**
 * Where a video says things of persons and places: in `udta`, `meta` and `uuid`, at the top, in the
 * film and in its tracks. Null where the boxes do not follow one another as they should.
 */
export async function toldBoxes(bytes: ByteRange): Promise<ToldBox[] | null> {
  const found: ToldBox[] = []
  let left = boxesAtMost

  async function walk(start: number, end: number): Promise<void> {
    for (let at = start; at + 8 <= end;) {
      left -= 1
      const head = Buffer.from(await bytes.read(at, Math.min(end, at + 16)))
      if (left < 0 || head.length < 8) throw new Unusual()
      const short = head.readUInt32BE(0)
      if (short === 1 && head.length < 16) throw new Unusual()
      const size = short === 0 ? end - at : short === 1 ? Number(head.readBigUInt64BE(8)) : short
      const content = at + (short === 1 ? 16 : 8)
      const to = at + size
      if (content > to || to > end) throw new Unusual()
      const type = head.toString('latin1', 4, 8)
      if (told.has(type)) found.push({ typeAt: at + 4, from: content, to })
      else if (around.has(type)) await walk(content, to)
      at = to
    }
  }

  try {
    await walk(0, bytes.size)
    return found
  } catch (error) {
    if (error instanceof Unusual) return null
    throw error
  }
}

/** What these boxes say of persons and places. */
export async function detailsIn(
  bytes: ByteRange,
  boxes: readonly ToldBox[],
): Promise<PersonalDetail[]> {
  const found: PersonalDetail[] = []
  for (const { from, to } of boxes) {
    const content = Buffer.from(await bytes.read(from, Math.min(to, from + readAtMost)))
    found.push(...textsIn(content), ...keysIn(content), ...packetIn(content))
  }
  return plainDetails(found)
}

/** QuickTime's texts by their names, as 3GPP and Apple write them. */
const textNames: readonly (readonly [string, PersonalKind])[] = [
  ['\u00a9xyz', 'location'],
  ['\u00a9aut', 'author'],
  ['\u00a9ART', 'author'],
  ['\u00a9swr', 'editor'],
  ['\u00a9prf', 'people'],
  ['auth', 'author'],
  ['perf', 'people'],
]

/** A length of two bytes, a language of two, the text; in iTunes' lists it is a box `data`. */
function textsIn(content: Buffer): PersonalDetail[] {
  return textNames.flatMap(([name, kind]) => {
    const at = content.indexOf(Buffer.from(name, 'latin1'))
    const end = at < 4 ? 0 : at - 4 + content.readUInt32BE(at - 4)
    // The letters may only stand in a longer word.
    if (end <= at + 8 || end > content.length) return []
    const body = content.subarray(at + 4, end)
    if (body.toString('latin1', 4, 8) === 'data') {
      return [{ kind, value: body.subarray(16).toString('utf8') }]
    }
    // 3GPP: version and flags, language, then the text.
    const skipped = name.startsWith('\u00a9') ? 4 : 6
    return [{ kind, value: body.subarray(skipped).toString('utf8') }]
  })
}

const keyNames: readonly (readonly [string, PersonalKind])[] = [
  ['com.apple.quicktime.location.ISO6709', 'location'],
  ['com.apple.quicktime.location.name', 'location'],
  ['com.apple.quicktime.author', 'author'],
  ['com.apple.quicktime.artist', 'author'],
  ['com.apple.quicktime.director', 'author'],
]

/** Keys by number in `keys`, their values in `ilst`, each a box named by the number. */
function keysIn(content: Buffer): PersonalDetail[] {
  const at = content.indexOf('keys', 0, 'latin1')
  const list = content.indexOf('ilst', 0, 'latin1')
  if (at < 4 || list < 4 || at + 12 > content.length) return []
  const names: string[] = []
  let place = at + 12
  for (let left = Math.min(content.readUInt32BE(at + 8), 200); left > 0; left--) {
    if (place + 8 > content.length) break
    const size = content.readUInt32BE(place)
    names.push(content.toString('utf8', place + 8, place + size))
    place += Math.max(8, size)
  }
  const values = new Map<number, string>()
  for (place = list + 4; place + 24 <= content.length;) {
    const size = content.readUInt32BE(place)
    if (size < 24) break
    values.set(content.readUInt32BE(place + 4), content.toString('utf8', place + 24, place + size))
    place += size
  }
  return keyNames.flatMap(([name, kind]) => {
    const value = values.get(names.indexOf(name) + 1)
    return value === undefined ? [] : [{ kind, value }]
  })
}

/** An XMP packet, as Adobe's programs put into `uuid` and `udta`. */
function packetIn(content: Buffer): PersonalDetail[] {
  return content.includes('<x:xmpmeta') ? personalDetails({ xmp: content }) : []
}

/**
 * A video as it streams by, without what `toldBoxes` found: those boxes are named `free`, which every
 * player skips, and hold zeros. Nothing moves, so that the tables of frames still hold.
 */
export async function* withoutTold(
  pieces: AsyncIterable<Uint8Array>,
  boxes: readonly ToldBox[],
): AsyncGenerator<Uint8Array> {
  let at = 0
  for await (const piece of pieces) {
    const end = at + piece.length
    const touched = boxes.filter(({ typeAt, to }) => typeAt < end && to > at)
    const clean = touched.length === 0 ? piece : Uint8Array.from(piece)
    for (const { typeAt, from, to } of touched) {
      for (const [index, letter] of [...Buffer.from('free')].entries()) {
        const place = typeAt + index - at
        if (place >= 0 && place < clean.length) clean[place] = letter
      }
      clean.fill(0, Math.max(0, from - at), Math.max(0, Math.min(clean.length, to - at)))
    }
    yield clean
    at = end
  }
}
