import { describe, expect, it } from 'vitest'
import {
  detailsIn,
  toldBoxes,
  withoutTold,
} from '../../../src/main/workspace/images/medium/boxes.ts'
import { readVideo } from '../../../src/main/workspace/images/medium/videoFile.ts'
import { sampleMp4 } from '../../support/sampleVideos.ts'
import { box, text, withTold } from '../../support/toldVideo.ts'

function rangeOf(bytes: Buffer) {
  return {
    size: bytes.length,
    read: (from: number, to: number) => Promise.resolve(bytes.subarray(from, to)),
    proveUnmoved: () => Promise.resolve(),
  }
}

async function* inPieces(bytes: Buffer, length: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) {
    yield await Promise.resolve(bytes.subarray(at, at + length))
  }
}

async function cleaned(bytes: Buffer, length: number): Promise<Buffer> {
  const boxes = (await toldBoxes(rangeOf(bytes))) ?? []
  const pieces: Uint8Array[] = []
  for await (const piece of withoutTold(inPieces(bytes, length), boxes)) pieces.push(piece)
  return Buffer.concat(pieces)
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

/** Keys and their values as iPhones write them. */
function appleMeta(entries: Readonly<Record<string, string>>): Buffer {
  const keys = Object.keys(entries).map((name) => box('mdta', Buffer.from(name)))
  const values = Object.values(entries).map((value, at) =>
    box(number(at + 1).toString('latin1'), box('data', number(1), number(0), Buffer.from(value))),
  )
  return box('meta', box('keys', number(0), number(keys.length), ...keys), box('ilst', ...values))
}

const frames = box('mdat', Buffer.from('udta meta uuid: only frames'))
const told = Buffer.concat([
  box('ftyp', Buffer.from('qt  ')),
  box(
    'moov',
    box('mvhd', Buffer.alloc(100)),
    box('trak', box('tkhd', Buffer.alloc(84)), box('udta', text('\u00a9aut', 'Siti Aminah'))),
    box('udta', text('\u00a9xyz', '+03.1390+101.6869/')),
    appleMeta({
      'com.apple.quicktime.make': 'Apple',
      'com.apple.quicktime.location.ISO6709': '+04.2+101.3/',
      'com.apple.quicktime.author': 'Ahmad',
    }),
  ),
  frames,
  box(
    'uuid',
    Buffer.alloc(16, 7),
    Buffer.from('<x:xmpmeta><dc:creator>Mei Ling</dc:creator></x:xmpmeta>'),
  ),
])

describe('what a video says beside its frames', () => {
  it('is read from texts, keys and XMP', async () => {
    const boxes = await toldBoxes(rangeOf(told))
    expect(boxes).toHaveLength(4)
    expect(await detailsIn(rangeOf(told), boxes ?? [])).toEqual([
      { kind: 'author', value: 'Siti Aminah' },
      { kind: 'location', value: '+03.1390+101.6869/' },
      { kind: 'location', value: '+04.2+101.3/' },
      { kind: 'author', value: 'Ahmad' },
      { kind: 'author', value: 'Mei Ling' },
    ])
  })

  it.each([1, 7, 64, 100_000])('is gone when it streams by in pieces of %d', async (length) => {
    const left = await cleaned(told, length)
    expect(left.length).toBe(told.length)
    for (const word of ['Siti', '+03', '+04', 'Ahmad', 'Mei', 'Apple', 'xmpmeta']) {
      expect(left.includes(word)).toBe(false)
    }
    expect(left.includes(frames)).toBe(true)
    expect(await toldBoxes(rangeOf(left))).toEqual([])
  })

  it('is not needed to play it: frames, size and duration stay', async () => {
    const place = '+03.1390+101.6869/'
    const video = withTold(sampleMp4, place)
    const left = await cleaned(video, 1_000)
    expect(left.includes(place)).toBe(false)
    const [before, after] = [await readVideo(rangeOf(sampleMp4)), await readVideo(rangeOf(left))]
    expect(after).toMatchObject({ kind: 'read', content: { width: 320, codec: 'H.264' } })
    expect(after).toEqual(before)
  })

  it('cannot be told of boxes that reach beyond one another', async () => {
    const broken = Buffer.from(told)
    broken.writeUInt32BE(5_000, told.indexOf('udta') - 4)
    expect(await toldBoxes(rangeOf(broken))).toBeNull()
    expect(await toldBoxes(rangeOf(told.subarray(0, -3)))).toBeNull()
  })
})
