import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { Sha256 } from '#contract/values'
import { copyDocument } from '../../../src/main/workspace/images/copy/document.ts'
import { readDocument } from '../../../src/main/workspace/images/medium/documentFile.ts'
import { toldInPdf, withoutToldInPdf } from '../../../src/main/workspace/images/pdf/told.ts'
import { present } from '../../support/present.ts'
import { lockedPdf, samplePdf } from '../../support/samplePdf.ts'
import { secrets, toldPdf } from '../../support/toldPdf.ts'

let jpeg: Buffer
beforeAll(async () => {
  const create = { width: 64, height: 32, channels: 3, background: '#0b3d91' } as const
  jpeg = await sharp({ create }).jpeg().toBuffer()
})

/** All that anybody could read in it: its bytes, its packed streams, and text of two bytes a letter. */
function readable(bytes: Uint8Array): string {
  const plain = Buffer.from(bytes).toString('latin1')
  const streams = [...plain.matchAll(/FlateDecode[^]*?stream\n/g)].map(({ index, 0: head }) =>
    inflateSync(bytes.subarray(index + head.length)).toString('latin1'),
  )
  const wide = [...[plain, ...streams].join('').matchAll(/<([0-9a-f]+)>/g)].map(([, hex = '']) =>
    Buffer.from(hex, 'hex').swap16().toString('utf16le'),
  )
  return [plain, ...streams, ...wide].join('\n')
}

function clean(bytes: Uint8Array): Uint8Array {
  return withoutToldInPdf(bytes, present(toldInPdf(bytes)))
}

async function facts(bytes: Uint8Array) {
  const read = await readDocument(bytes)
  if (read.kind !== 'read') throw new Error('It does not open')
  return read.content
}

describe.each(['plain', 'packed'] as const)('what a PDF says of persons, %s', (kind) => {
  it('is shown: who made it, what it is called, with which program', async () => {
    const { personal } = await facts(toldPdf(jpeg, kind))
    expect(personal).toEqual(
      expect.arrayContaining([
        { kind: 'author', value: 'Siti Aminah' },
        { kind: 'title', value: 'Poster (draf) (2)' },
        { kind: 'program', value: 'Siti Aminah >> 1' },
        { kind: 'author', value: 'Ahmad bin Ali' },
      ]),
    )
  })

  it('is gone from a copy, in which nothing that is seen has moved', async () => {
    const told = toldPdf(jpeg, kind)
    const found = secrets.filter((secret) => readable(told).includes(secret))
    expect(found).toEqual(secrets)
    const copy = clean(told)
    expect(copy.length).toBe(told.length)
    for (const secret of [...secrets, 'D:2026']) expect(readable(copy)).not.toContain(secret)
    expect(await facts(copy)).toEqual({ ...(await facts(told)), personal: [] })
    // The picture's own data, from its first table on.
    const pixels = jpeg.subarray(jpeg.indexOf(Buffer.from([0xff, 0xdb])))
    expect(Buffer.from(copy).includes(pixels)).toBe(true)
    // Cleaned once more, nothing changes.
    expect(Buffer.from(clean(copy)).equals(copy)).toBe(true)
  })
})

it('what an earlier saving said is gone as well', () => {
  const more = '7 0 obj<</Author(Siti lama)>>endobj trailer<</Root 1 0 R/Info 7 0 R>>'
  const told = Buffer.concat([toldPdf(jpeg, 'plain'), Buffer.from(more)])
  expect(readable(clean(told))).not.toContain('Siti')
})

it('what only looks like it inside a page is left alone', () => {
  // 4 is the page's own content.
  const drawn = 'BT (4 0 obj<</Author(Siti)>>endobj /Info 4 0 R) Tj ET'
  const pdf = samplePdf([{ width: 900, height: 472.5, drawn }])
  expect(Buffer.from(clean(pdf)).equals(pdf)).toBe(true)
})

describe('a copy', () => {
  const limits = { megapixels: 100, megabytes: 50 }
  const copied = (bytes: Buffer) =>
    copyDocument(
      { kind: 'bytes', name: 'a.pdf', bytes },
      Sha256.parse(createHash('sha256').update(bytes).digest('hex')),
      limits,
    )

  it('is read again before it counts', async () => {
    const outcome = await copied(toldPdf(jpeg, 'packed'))
    expect(outcome.kind).toBe('cleaned')
  })

  it.each([
    ['is encrypted', () => lockedPdf()],
    [
      'has its XMP packed in another way',
      () =>
        Buffer.from(
          toldPdf(jpeg, 'packed')
            .toString('latin1')
            .replace('XML/Filter/Flate', 'XML/Filter/LZWwA'),
          'latin1',
        ),
    ],
  ])('is left as it is where the file %s', async (_, make) => {
    expect(await copied(make())).toEqual({ kind: 'as-is' })
  })

  it('is of the very bytes that were kept', async () => {
    const bytes = toldPdf(jpeg, 'plain')
    const other = Sha256.parse('0'.repeat(64))
    const source = { kind: 'bytes', name: 'a.pdf', bytes } as const
    expect(await copyDocument(source, other, limits)).toEqual({ kind: 'failed', why: 'changed' })
  })
})
