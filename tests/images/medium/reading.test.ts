import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { deflateSync } from 'node:zlib'
import { lookIn } from '../../../src/main/workspace/images/workers/lookIn.ts'
import { readMedium } from '../../../src/main/workspace/images/medium/readMedium.ts'
import { mediumOf, videoFormatOf } from '../../../src/main/workspace/images/medium/sniff.ts'
import { hashOf } from '../../../src/main/workspace/images/measure/read.ts'
import { defaultSizeRules } from '../../../src/main/workspace/images/rules/defaults.ts'
import { lockedPdf, samplePdf } from '../../support/samplePdf.ts'
import { sampleMp4, sampleWebm } from '../../support/sampleVideos.ts'
import { jpeg, testPool } from '../folder.ts'

const { limits } = defaultSizeRules

async function read(name: string, bytes: Uint8Array) {
  const medium = mediumOf(bytes) ?? 'video'
  const outcome = await readMedium({ kind: 'bytes', name, bytes }, medium, limits)
  return outcome.kind === 'read' ? outcome.facts : outcome.unreadable.code
}

/** Seconds from the start of the first block of a live WebM to that of the last, read by hand. */
function lastBlockOf(webm: Buffer): number {
  let last = 0
  let cluster = 0
  for (let at = 0; at < webm.length - 8; at++) {
    // A cluster, and the time code as its first child.
    if (webm.readUInt32BE(at) === 0x1f43b675) {
      const from = webm.indexOf(0xe7, at + 4)
      const size = webm.readUInt8(from + 1) & 0x7f
      cluster = webm.readUIntBE(from + 2, size)
    }
    // A block of track 1: name, length, track, time within the cluster.
    if (webm[at] === 0xa1) {
      const size = Math.clz32(webm[at + 1] ?? 0) - 23
      if (webm[at + 1 + size] === 0x81) last = cluster + webm.readInt16BE(at + 2 + size)
    }
  }
  return last / 1_000
}

/** Seconds of all fragments: the sample durations in their `trun` boxes, by the scale of `mdhd`. */
function fragmentsOf(mp4: Buffer): number {
  const header = mp4.indexOf('mdhd') + 4
  // Version 1 has longer times before it.
  const scale = mp4.readUInt32BE(header + (mp4[header] === 1 ? 20 : 12))
  let units = 0
  for (let at = mp4.indexOf('trun'); at >= 0; at = mp4.indexOf('trun', at + 4)) {
    const flags = mp4.readUInt32BE(at + 4) & 0xffffff
    const samples = mp4.readUInt32BE(at + 8)
    const fields = [0x100, 0x200, 0x400, 0x800].filter((flag) => (flags & flag) !== 0).length
    let from = at + 12 + ((flags & 1) !== 0 ? 4 : 0) + ((flags & 4) !== 0 ? 4 : 0)
    for (let sample = 0; sample < samples; sample++, from += fields * 4) {
      units += mp4.readUInt32BE(from)
    }
  }
  return units / scale
}

describe('what a video says of itself', () => {
  it('WebM recorded live', async () => {
    const facts = await read('a.webm', sampleWebm)
    expect(facts).toMatchObject({
      ...{ medium: 'video', format: 'webm', width: 320, height: 180, codec: 'VP9', pages: null },
      byteSize: sampleWebm.length,
    })
    const { duration } = z.object({ duration: z.number() }).parse(facts)
    const last = lastBlockOf(sampleWebm)
    expect(last).toBeGreaterThan(1)
    // The last frame stays for about as long as those before it: a tenth of a second.
    expect(duration).toBeGreaterThanOrEqual(last)
    expect(duration - last).toBeLessThan(0.2)
  })

  it('MP4 in fragments', async () => {
    const facts = await read('a.mp4', sampleMp4)
    expect(facts).toMatchObject({ format: 'mp4', width: 320, height: 180, codec: 'H.264' })
    const { duration } = z.object({ duration: z.number() }).parse(facts)
    expect(duration).toBeCloseTo(fragmentsOf(sampleMp4), 1)
  })

  it('AVI by its main header', async () => {
    const avi = Buffer.alloc(2_000)
    avi.write('RIFF', 0)
    avi.writeUInt32LE(avi.length - 8, 4)
    avi.write('AVI LIST', 8)
    avi.write('hdrlavih', 20)
    avi.writeUInt32LE(56, 28)
    avi.writeUInt32LE(40_000, 32)
    avi.writeUInt32LE(250, 48)
    avi.writeUInt32LE(640, 64)
    avi.writeUInt32LE(360, 68)
    const facts = await read('a.avi', avi)
    expect(facts).toMatchObject({ format: 'avi', width: 640, height: 360, duration: 10 })
    expect(await read('a.avi', avi.subarray(0, 1_000))).toBe('damaged-video')
  })
})

describe('what a PDF says of itself', () => {
  it('pages, and the size of the first at 96 to the inch', async () => {
    const pdf = samplePdf([
      { width: 900, height: 472.5 },
      { width: 595, height: 842 },
      { width: 595, height: 842 },
    ])
    // 900 points are 12.5 inches.
    const expected = { width: 12.5 * 96, height: (472.5 / 72) * 96, pages: 3, locked: false }
    expect(await read('a.pdf', pdf)).toMatchObject({ medium: 'document', ...expected })
  })

  it('that it asks for a password', async () => {
    expect(await read('a.pdf', lockedPdf())).toMatchObject({ locked: true, pages: null })
  })
})

describe('hostile files come to an end', () => {
  const box = (name: string, size: number) => {
    const bytes = Buffer.alloc(8)
    bytes.writeUInt32BE(size, 0)
    bytes.write(name, 4)
    return bytes
  }
  const start = Buffer.concat([box('ftyp', 16), Buffer.from('isom\0\0\0\0')])

  it.each([
    ['nothing after the start', start],
    ['a box of a gigabyte that is not there', Buffer.concat([start, box('moov', 1_000_000_000)])],
    ['boxes without length', Buffer.concat([start, ...many(64, box('moov', 4))])],
    ['endless small boxes', Buffer.concat([start, ...many(200_000, box('free', 8))])],
    ['boxes within boxes', Buffer.concat([start, ...nested(2_000)])],
    ['a cut MP4', sampleMp4.subarray(0, sampleMp4.length - 10)],
    ['a WebM without a whole frame', sampleWebm.subarray(0, 600)],
    ['WebM that is only its name', Buffer.from([0x1a, 0x45, 0xdf, 0xa3])],
  ])('video: %s', async (_, bytes) => {
    expect(await read('a.mp4', bytes)).toBe('damaged-video')
  })

  function many(count: number, one: Buffer): Buffer[] {
    return Array.from({ length: count }, () => one)
  }

  function nested(depth: number): Buffer[] {
    return Array.from({ length: depth }, (_, at) => box('moov', (depth - at) * 8))
  }

  it.each([
    ['only its name', Buffer.from('%PDF-1.7\n')],
    ['cut in two', samplePdf([{ width: 100, height: 100 }]).subarray(0, 120)],
    [
      'pages that are their own pages',
      Buffer.from(
        samplePdf([{ width: 9, height: 9 }])
          .toString('latin1')
          .replace('/Kids[3 0 R]', '/Kids[2 0 R]'),
      ),
    ],
    ['no end of opening', Buffer.from(`%PDF-1.4\n${'<<[('.repeat(100_000)}`)],
  ])('PDF: %s', async (_, bytes) => {
    expect(await read('a.pdf', bytes)).toBe('damaged-document')
  })

  it('empty and too large ones are said to be so, and not read', async () => {
    expect(await read('a.mp4', new Uint8Array(0))).toBe('empty-file')
    const small = { ...limits, videoMegabytes: 0.001, megabytes: 0.0001 }
    const source = { kind: 'bytes', name: 'a.mp4', bytes: sampleMp4 } as const
    expect(await readMedium(source, 'video', small)).toMatchObject({
      unreadable: { code: 'too-many-bytes', byteSize: sampleMp4.length },
    })
    expect(await readMedium(source, 'document', small)).toMatchObject({
      unreadable: { code: 'too-many-bytes' },
    })
  })

  it('a PDF that unpacks without end is stopped by the clock', { timeout: 60_000 }, async () => {
    const bytes = packedWithoutEnd(400_000_000)
    const source = { kind: 'bytes', name: 'a.pdf', bytes } as const
    const asking = { pool: testPool(), limits: { ...limits, secondsPerFile: 1 } }
    const looked = await lookIn(asking, source)
    expect(looked).toMatchObject({ kind: 'unreadable', unreadable: { code: 'took-too-long' } })
    // And the next file is looked at as ever.
    const next = { kind: 'bytes', name: 'a.webm', bytes: sampleWebm } as const
    const again = await lookIn({ ...asking, limits }, next)
    expect(again).toMatchObject({ kind: 'medium', facts: { bytesHash: hashOf(sampleWebm) } })
  })
})

/** An object stream that the page tree is in, and behind it nothing but spaces. */
function packedWithoutEnd(spaces: number): Buffer {
  const packed = deflateSync(Buffer.concat([Buffer.from('1 0 2 40 '), Buffer.alloc(spaces, 32)]))
  const start = Buffer.from('%PDF-1.5\n')
  const stream = Buffer.concat([
    Buffer.from(
      `5 0 obj<</Type/ObjStm/N 2/First 9/Filter/FlateDecode/Length ${packed.length}>>stream\n`,
    ),
    packed,
    Buffer.from('\nendstream endobj\n'),
  ])
  const entry = (type: number, at: number, more: number) => {
    const bytes = Buffer.alloc(7)
    bytes.writeUInt8(type, 0)
    bytes.writeUInt32BE(at, 1)
    bytes.writeUInt16BE(more, 5)
    return bytes
  }
  const at = start.length + stream.length
  const table = Buffer.concat([
    ...[entry(0, 0, 65_535), entry(2, 5, 0), entry(2, 5, 1), entry(0, 0, 0), entry(0, 0, 0)],
    ...[entry(1, start.length, 0), entry(1, at, 0)],
  ])
  const tail = `6 0 obj<</Type/XRef/Size 7/W[1 4 2]/Root 1 0 R/Length ${table.length}>>stream\n`
  const end = Buffer.from(`\nendstream endobj\nstartxref\n${at}\n%%EOF`)
  return Buffer.concat([start, stream, Buffer.from(tail), table, end])
}

describe('what a file is, by its first bytes', () => {
  it.each([
    ['ftypisom', 'mp4'],
    ['ftypqt  ', 'mov'],
    ['ftypM4V ', 'm4v'],
    ['ftyp3gp5', '3gp'],
    ['ftypheic', null],
    ['ftypmif1', null],
    ['ftypavif', null],
    ['ftypcrx ', null],
    ['moov....', 'mov'],
  ])('%s', (text, format) => {
    const head = Buffer.from(`\0\0\0\x18${text}`, 'latin1')
    expect(videoFormatOf(head)).toBe(format)
    expect(mediumOf(head)).toBe(format === null ? null : 'video')
  })

  it('a picture is none, a PDF with something before it is one', async () => {
    expect(mediumOf(await jpeg(64, 64))).toBeNull()
    expect(mediumOf(Buffer.from('junk\n%PDF-1.4'))).toBe('document')
  })
})
