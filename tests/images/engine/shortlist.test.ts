import { beforeAll, describe, expect, it } from 'vitest'
import type { Seen } from '../../../src/main/workspace/images/engine/seen.ts'
import { keyOf } from '../../../src/main/workspace/images/engine/seen.ts'
import { shortlist } from '../../../src/main/workspace/images/engine/shortlist.ts'
import { CandidateIndex } from '../../../src/main/workspace/images/repeats/candidates.ts'
import { sketchOf } from '../../../src/main/workspace/images/repeats/decode.ts'
import { fingerprintOf } from '../../../src/main/workspace/images/repeats/fingerprint.ts'
import type { Sketch } from '../../../src/main/workspace/images/repeats/sketch.ts'
import { hashOf } from '../../../src/main/workspace/images/measure/read.ts'
import sharp from 'sharp'
import { randomFrom } from '../../support/drawing.ts'
import { drawPoster, open, posterText } from '../../support/pictures.ts'

const size = { width: 1_200, height: 630 }
const siblings = 400
let template: Sketch
let poster: Sketch
let copies: Record<'jpeg' | 'webp', Sketch>
let others: { sketch: Sketch; fingerprint: Uint8Array }[]

async function sketched(bytes: Buffer): Promise<Sketch> {
  return sketchOf(sharp, bytes, size)
}

/** The template with one word's worth of samples changed, each time at another place. */
function sibling(seed: number): Sketch {
  const random = randomFrom(seed)
  const samples = Uint8Array.from(template.samples)
  const [left, top] = [Math.floor(random() * 200) + 20, Math.floor(random() * 200) + 20]
  for (let y = top; y < top + 3; y++) {
    for (let x = left; x < left + 8; x++) {
      samples[y * 256 + x] = Math.floor(random() * 256)
    }
  }
  return { ...template, samples }
}

function seen(
  where: 'batch' | 'library',
  id: string,
  sketch: Sketch,
  fingerprint = fingerprintOf(sketch),
): Seen {
  return {
    target: { where, id, name: id },
    bytesHash: hashOf(Buffer.from(id)),
    ...size,
    pages: 1,
    transparent: false,
    fingerprint,
    sketch: () => Promise.resolve(sketch.samples),
    isAtHand: () => where === 'batch',
    source: () => Promise.resolve(null),
    pixelsHash: () => Promise.resolve(null),
  }
}

beforeAll(async () => {
  const text = posterText(4, 5)
  const drawn = await drawPoster({ template: 'table', style: 4, textSize: 24, text })
  template = await sketched(await open(drawn).png({ compressionLevel: 1 }).toBuffer())
  const lines = ['Makluman lain pada hari Isnin', ...text.lines.slice(1)]
  const other = open(
    await drawPoster({ template: 'table', style: 4, textSize: 24, text: { ...text, lines } }),
  )
  poster = await sketched(await other.clone().png({ compressionLevel: 1 }).toBuffer())
  copies = {
    jpeg: await sketched(await other.clone().jpeg({ quality: 60 }).toBuffer()),
    webp: await sketched(await other.clone().webp().toBuffer()),
  }
  others = Array.from({ length: siblings }, (_, seed) => {
    const sketch = sibling(seed)
    return { sketch, fingerprint: fingerprintOf(sketch) }
  })
})

const groups = { firstOf: (target: Seen['target']) => target }

/** The poster among all its siblings. */
function crowd(seenAs: (id: string, sketch: Sketch, fingerprint?: Uint8Array) => Seen) {
  const index = new CandidateIndex()
  const originals = new Map<string, Seen>()
  const add = (one: Seen) => {
    originals.set(keyOf(one.target), one)
    index.add(keyOf(one.target), one.fingerprint)
  }
  for (const [at, { sketch, fingerprint }] of others.entries()) {
    if (at === siblings - 100) add(seenAs('the poster', poster))
    add(seenAs(`sibling ${at}`, sketch, fingerprint))
  }
  return {
    index,
    list: (copy: Sketch) =>
      shortlist(
        seen('batch', 'copy', copy),
        copy.samples,
        index.near(fingerprintOf(copy)),
        (id) => originals.get(id),
        groups,
      ),
  }
}

describe('a copy is compared however many posters of its template there are', () => {
  it.each(['batch', 'library'] as const)('%s', async (where) => {
    const { index, list } = crowd((id, sketch, fingerprint) => seen(where, id, sketch, fingerprint))
    for (const copy of [poster, copies.jpeg, copies.webp]) {
      expect(index.near(fingerprintOf(copy)).length).toBeGreaterThan(siblings * 0.9)
      const listed = await list(copy)
      expect(listed.map(({ seen: { target } }) => target.id)).toContain('the poster')
      expect(listed[0]?.seen.target.id).toBe('the poster')
      expect(listed.length).toBeLessThan(20)
    }
  })

  it('though few sketches of a long batch are made again for it', async () => {
    let made = 0
    const { list } = crowd((id, sketch, fingerprint) => ({
      ...seen('batch', id, sketch, fingerprint),
      isAtHand: () => false,
      sketch: () => {
        made++
        return Promise.resolve(sketch.samples)
      },
    }))
    const listed = await list(copies.jpeg)
    expect(listed[0]?.seen.target.id).toBe('the poster')
    expect(made).toBeLessThanOrEqual(3)
  })
})
