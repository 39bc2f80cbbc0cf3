/**
 * What becomes of other pixels when they are saved the way a file was: the encoder's own damage, known
 * exactly instead of allowed for. A copy then differs from the file in next to nothing, and what was
 * edited stands out (docs/decisions/0003).
 */
import type { AvifOptions, Sharp } from 'sharp'
import { nextQuality } from './bySize.ts'
import { pixelsFor } from './decode.ts'
import type { OpenSharp, Pixels } from './decode.ts'
import { firstGeneration } from './firstGeneration.ts'
import { jpegOptionsFor } from './jpegQuality.ts'
import { jpegCodingOf } from './jpegTables.ts'
import { meanOff } from './meanOff.ts'

/** Above this many pixels an encoding costs more than a person's look. */
const mostPixels = { jpeg: 40_000_000, webp: 16_000_000, avif: 3_000_000 }
/** For AVIF where sharp is WebAssembly (Electron on Linux), eight times slower at it. */
const mostPixelsSlowly = 1_000_000

/** Mean difference in levels at which nothing nearer is looked for. */
const asGood = 0.02

export interface SavedFile {
  bytes: Uint8Array
  /** All its pixels, at its own size. */
  pixels: Pixels
}

type Encode = (picture: Sharp) => Sharp

async function through(open: OpenSharp, { data, ...raw }: Pixels, encode: Encode) {
  const encoded = await encode(open(data, { raw })).toBuffer()
  return { size: encoded.length, pixels: await pixelsFor(open, encoded) }
}

/**
 * Nearer and nearer guesses, none for a lossless file, a format that is not known or one turned by
 * EXIF. `pixels` are those of another picture of the file's size.
 */
export async function* savedLike(
  open: OpenSharp,
  file: SavedFile,
  pixels: Pixels,
): AsyncGenerator<Pixels> {
  const { format, compression, orientation, chromaSubsampling } = await open(file.bytes).metadata()
  const count = pixels.width * pixels.height
  if ((orientation ?? 1) !== 1) return
  if (format === 'jpeg' && count <= mostPixels.jpeg) yield* likeJpeg(open, file, pixels)
  if (format === 'webp' && count <= mostPixels.webp && isLossyWebp(file.bytes)) {
    yield* likeWebp(open, file, pixels)
  }
  const mostAvif = isSlow(open) ? mostPixelsSlowly : mostPixels.avif
  if (format === 'heif' && compression === 'av1' && count <= mostAvif) {
    yield* likeAvif(open, file, pixels, chromaSubsampling ?? '4:4:4')
  }
}

async function* likeJpeg(open: OpenSharp, file: SavedFile, pixels: Pixels): AsyncGenerator<Pixels> {
  const coding = jpegCodingOf(file.bytes)
  if (coding === null || coding.colour === null) return
  const options = await jpegOptionsFor(open, coding)
  const once = await through(open, pixels, (picture) => picture.jpeg(options))
  yield once.pixels
  if (meanOff(once.pixels, file.pixels) <= asGood) return
  const first = await firstGeneration(open, file.pixels, pixels, once.pixels, options)
  if (first === null) return
  const earlier = await through(open, pixels, (picture) => picture.jpeg(first))
  yield (await through(open, earlier.pixels, (picture) => picture.jpeg(options))).pixels
}

function isSlow(open: OpenSharp): boolean {
  return 'emscripten' in open.versions
}

/** Of a file without an alpha channel; others are not compared to the end. */
function isLossyWebp(bytes: Uint8Array): boolean {
  const name = (at: number) => Buffer.from(bytes.subarray(at, at + 4)).toString('latin1')
  const length = (at: number) => Buffer.from(bytes.subarray(at + 4, at + 8)).readUInt32LE(0)
  for (let at = 12; at + 8 <= bytes.length; at += 8 + length(at) + (length(at) % 2)) {
    if (name(at) === 'VP8 ') return true
    if (name(at) === 'VP8L') return false
  }
  return false
}

interface Guess {
  pixels: Pixels
  off: number
}

function nearest(guesses: readonly Guess[]): Guess | undefined {
  return guesses.toSorted((one, other) => one.off - other.off)[0]
}

/** What the common encoders take when they are not told, then whatever the sizes tell. */
const usualWebp = [80, 75]
const webpTries = 7

async function* likeWebp(open: OpenSharp, file: SavedFile, pixels: Pixels): AsyncGenerator<Pixels> {
  const sizes = new Map<number, number>()
  const guesses: Guess[] = []
  for (let tried = 0; tried < webpTries; tried++) {
    const quality = usualWebp[tried] ?? nextQuality(sizes, file.bytes.length)
    if (quality === null) break
    const guess = await through(open, pixels, (picture) => picture.webp({ quality }))
    sizes.set(quality, guess.size)
    guesses.push({ pixels: guess.pixels, off: meanOff(guess.pixels, file.pixels) })
    if ((guesses.at(-1)?.off ?? 0) <= asGood) break
  }
  const best = nearest(guesses)
  if (best !== undefined) yield best.pixels
}

/** Quick and thorough; the latter is what sharp takes when it is not told. */
const efforts = { quick: 2, usual: 4 }
const tries = { quick: 4, usual: 4 }
/** A thorough file's size as a share of the quick one's. */
const thorough = { mean: 0.85, least: 0.65, most: 1 }
/** What sharp takes when it is not told. */
const usualAvif = 50

/** Thorough encodings take seconds, so the sizes of quick ones tell which of them are worth it. */
async function* likeAvif(
  open: OpenSharp,
  file: SavedFile,
  pixels: Pixels,
  chromaSubsampling: string,
): AsyncGenerator<Pixels> {
  const sizes = { quick: new Map<number, number>(), usual: new Map<number, number>() }
  const guesses: Guess[] = []
  const isFound = async (quality: number | null, how: keyof typeof efforts): Promise<boolean> => {
    if (quality === null || sizes[how].has(quality)) return false
    const options: AvifOptions = { quality, effort: efforts[how], chromaSubsampling }
    const guess = await through(open, pixels, (picture) => picture.avif(options))
    sizes[how].set(quality, guess.size)
    const off = meanOff(guess.pixels, file.pixels)
    guesses.push({ pixels: guess.pixels, off })
    return off <= asGood
  }
  const search = async (): Promise<void> => {
    const { length } = file.bytes
    if (await isFound(usualAvif, 'quick')) return
    const share = length / (sizes.quick.get(usualAvif) ?? length)
    const isUsual = share > thorough.least && share < thorough.most
    if (isUsual && (await isFound(usualAvif, 'usual'))) return
    while (sizes.quick.size < tries.quick) {
      const quality = nextQuality(sizes.quick, length)
      if (quality === null) break
      if (await isFound(quality, 'quick')) return
    }
    if (isSlow(open)) return
    if (await isFound(nextQuality(sizes.quick, length / thorough.mean), 'usual')) return
    while (sizes.usual.size > 0 && sizes.usual.size < tries.usual) {
      const quality = nextQuality(sizes.usual, length)
      if (quality === null || (await isFound(quality, 'usual'))) return
    }
  }
  await search()
  const best = nearest(guesses)
  if (best !== undefined) yield best.pixels
}
