import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { sketchOf } from '../../../src/main/workspace/images/repeats/decode.ts'
import {
  crops,
  fingerprintBytes,
  fingerprintOf,
  hashBytes,
  hashDistance,
} from '../../../src/main/workspace/images/repeats/fingerprint.ts'
import {
  greyOf,
  greySide,
  sketchFrom,
  sketchLength,
} from '../../../src/main/workspace/images/repeats/sketch.ts'
import type { Sketch } from '../../../src/main/workspace/images/repeats/sketch.ts'
import { randomFrom } from '../../support/drawing.ts'
import { open, plain, scene } from '../../support/pictures.ts'
import type { RawPicture } from '../../support/pictures.ts'

const size = { width: 640, height: 400 }
let picture: RawPicture
let original: Uint8Array

function hashAt(fingerprint: Uint8Array, index: number): Uint8Array {
  return fingerprint.subarray(index * hashBytes, (index + 1) * hashBytes)
}

async function fingerprint(bytes: Uint8Array): Promise<Uint8Array> {
  return fingerprintOf(await sketchOf(sharp, bytes, size))
}

/** A sketch of the given grey samples without colour. */
function greySketch(grey: (x: number, y: number) => number): Sketch {
  const rgb = Uint8Array.from({ length: greySide * greySide * 3 }, (_, at) => {
    const sample = Math.floor(at / 3)
    return grey(sample % greySide, Math.floor(sample / greySide))
  })
  return sketchFrom(rgb, size)
}

/** The whole picture's hash by the definition, term by term. */
function hashByDefinition(sketch: Sketch): boolean[] {
  const grey = greyOf(sketch)
  const cell = (x: number, y: number) => {
    let sum = 0
    for (let at = 0; at < 64; at++) {
      sum += grey[(y * 8 + Math.floor(at / 8)) * greySide + x * 8 + (at % 8)] ?? 0
    }
    return sum / 64
  }
  const cells = Array.from({ length: 32 }, (_, y) =>
    Array.from({ length: 32 }, (_, x) => cell(x, y)),
  )
  const cosine = (frequency: number, at: number) =>
    Math.cos((Math.PI * frequency * (2 * at + 1)) / 64) / 4
  const coefficients: number[] = []
  for (let v = 1; v <= 16; v++) {
    for (let u = 1; u <= 16; u++) {
      let sum = 0
      cells.forEach((row, y) => {
        row.forEach((value, x) => (sum += value * cosine(u, x) * cosine(v, y)))
      })
      coefficients.push(sum)
    }
  }
  const sorted = coefficients.toSorted((one, other) => one - other)
  const median = ((sorted[127] ?? 0) + (sorted[128] ?? 0)) / 2
  return coefficients.map((value) => value > median + 1)
}

beforeAll(async () => {
  picture = await scene(11, size)
  original = await fingerprint(await open(picture).png().toBuffer())
})

describe('a fingerprint', () => {
  it('is what the definition says, bit by bit', async () => {
    const sketch = await sketchOf(sharp, await open(picture).png().toBuffer(), size)
    const hash = hashAt(fingerprintOf(sketch), 0)
    const bits = Array.from({ length: 256 }, (_, bit) => ((hash[bit >> 3] ?? 0) >> (bit & 7)) & 1)
    expect(bits.map(Boolean)).toEqual(hashByDefinition(sketch))
    expect(fingerprintOf(sketch)).toHaveLength(fingerprintBytes)
  })

  it.each([
    ['JPEG q60', () => open(picture).jpeg({ quality: 60 })],
    ['WebP', () => open(picture).webp()],
    ['half size', () => open(picture).resize(320, 200)],
    ['brighter', () => open(picture).linear(1, 12).jpeg({ quality: 90 })],
  ])('hardly changes with %s', async (_, change) => {
    const bytes = await change().toBuffer({ resolveWithObject: false })
    const changed = await sharp(bytes)
      .metadata()
      .then(
        () => fingerprint(bytes),
        async () => fingerprint(await change().png().toBuffer()),
      )
    expect(hashDistance(hashAt(original, 0), hashAt(changed, 0))).toBeLessThanOrEqual(14)
  })

  it('holds the hash of the picture mirrored left to right', async () => {
    const turned = await fingerprint(await open(picture).flop().png().toBuffer())
    expect(hashDistance(hashAt(original, 1), hashAt(turned, 0))).toBeLessThanOrEqual(4)
    expect(hashDistance(hashAt(original, 0), hashAt(turned, 0))).toBeGreaterThan(90)
  })

  it.each(crops.map((crop, index) => [index, crop] as const))(
    'holds the hash of crop %i',
    async (index, crop) => {
      const part = await open(picture)
        .extract({
          left: Math.round(crop.left * size.width),
          top: Math.round(crop.top * size.height),
          width: Math.round(crop.width * size.width),
          height: Math.round(crop.height * size.height),
        })
        .png()
        .toBuffer()
      const whole = hashAt(await fingerprint(part), 0)
      expect(hashDistance(hashAt(original, 2 + index), whole)).toBeLessThanOrEqual(16)
    },
  )

  it('of a blank picture, whatever its grey, has no bit set', () => {
    for (const grey of [0, 127, 255]) {
      expect(fingerprintOf(greySketch(() => grey))).toEqual(new Uint8Array(fingerprintBytes))
    }
  })

  it('of a nearly blank picture does not follow its noise', () => {
    const random = randomFrom(3)
    const noisy = fingerprintOf(greySketch(() => 200 + Math.round((random() - 0.5) * 2)))
    expect(noisy).toEqual(new Uint8Array(fingerprintBytes))
  })
})

describe('a sketch', () => {
  it('keeps 67 584 samples, the size it was told, and no colour of a grey picture', async () => {
    const bytes = await open(plain(size, [90, 90, 90]))
      .png()
      .toBuffer()
    const sketch = await sketchOf(sharp, bytes, size)
    expect({ ...sketch, samples: sketch.samples.length }).toEqual({
      ...size,
      opaque: true,
      samples: sketchLength,
    })
    expect([...new Set(greyOf(sketch))]).toEqual([90])
    expect([...new Set(sketch.samples.subarray(greySide * greySide))]).toEqual([128])
  })

  it('refuses samples of another size', () => {
    expect(() => sketchFrom(new Uint8Array(300), size)).toThrow(RangeError)
  })
})
