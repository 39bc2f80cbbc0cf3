import type { OutputInfo } from 'sharp'
import { openSharp } from '../../media/sharp.ts'
import { lookOf } from '../events/look.ts'
import { measureQuality } from '../quality/quality.ts'
import type { Quality } from '../quality/quality.ts'
import { fingerprintOf } from '../repeats/fingerprint.ts'
import { partsOf } from '../repeats/parts/parts.ts'
import {
  chromaOf,
  greyOf,
  greySide,
  isSqueezable,
  sketchFrom,
  sketchOfDetail,
} from '../repeats/sketch.ts'
import type { Sketch } from '../repeats/sketch.ts'
import { detailSize } from './detailSize.ts'
import type { PictureFormat, Thumbnail, Wanted } from './measurement.ts'
import { letGo } from './readBuffers.ts'

/** Longest side of a thumbnail in pixels. */
const thumbnailSide = 320

/** What is drawn from the one decoding of a picture. */
export interface Small {
  readonly thumbnail: Thumbnail | null
  readonly fingerprint: Uint8Array
  readonly parts: Uint8Array | null
  readonly sketch: Uint8Array
  readonly blank: boolean
  /** Anything behind it would show through somewhere; an alpha channel alone does not say so. */
  readonly transparent: boolean
  readonly quality: Quality | null
  /** See `events/look.ts`. */
  readonly look: Uint8Array
}

interface Size {
  readonly width: number
  readonly height: number
}

/** What is known of the file before it is decoded. */
export interface Drawable {
  readonly bytes: Buffer
  readonly format: PictureFormat
  /** The picture's own, after EXIF rotation. */
  readonly size: Size
  readonly jpegQuality: number | null
  readonly mayHaveText: boolean
}

/**
 * Decodes a picture whole, and keeps only a copy of a size that costs nothing more; its quality is
 * measured on that, and thumbnail and sketch are made from it.
 * @throws Error when the file is damaged. Warnings of the decoders count: only they tell of bytes
 * changed within a JPEG, which has no checksums.
 */
export async function drawSmall(
  drawable: Drawable,
  megapixels: number,
  wanted: Wanted,
): Promise<Small> {
  const { bytes, format, size } = drawable
  const { data, info } = await openSharp()(bytes, {
    limitInputPixels: Math.floor(megapixels * 1_000_000),
    failOn: 'warning',
  })
    .autoOrient()
    .resize({ ...detailSize(size, smallSize(size), format), fit: 'fill' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  try {
    return await smallOf(data, info, drawable, wanted)
  } finally {
    letGo(data)
  }
}

async function smallOf(
  data: Buffer,
  info: OutputInfo,
  { size, jpegQuality, mayHaveText }: Drawable,
  wanted: Wanted,
): Promise<Small> {
  const sketch = await sketchOf(data, info, size)
  const transparent = !sketch.opaque
  return {
    thumbnail: wanted.thumbnail ? await thumbnailOf(data, info, transparent) : null,
    fingerprint: fingerprintOf(sketch),
    parts: wanted.parts ? partsOf(sketch) : null,
    look: lookOf(sketch),
    sketch: sketch.samples,
    blank: isFlat(sketch),
    transparent,
    quality: wanted.quality
      ? measureQuality({
          detail: { data, ...info },
          size,
          sketch: greyOf(sketch),
          jpegQuality,
          mayHaveText,
        })
      : null,
  }
}

/**
 * Small enough to be quick, and in both directions at least what thumbnail and sketch need, unless
 * the picture itself is smaller or very long.
 */
function smallSize({ width, height }: Size): Size {
  const enough = Math.max(
    thumbnailSide / Math.max(width, height),
    Math.min((greySide * 1.125) / Math.min(width, height), 2048 / Math.max(width, height)),
  )
  const scale = Math.min(1, enough)
  return {
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
  }
}

function again(data: Buffer, { width, height, channels }: OutputInfo) {
  return openSharp()(data, { raw: { width, height, channels } })
}

async function sketchOf(data: Buffer, info: OutputInfo, size: Size): Promise<Sketch> {
  if (isSqueezable(info)) return sketchOfDetail({ data, ...info }, size)
  const samples = await again(data, info)
    .resize({ width: greySide, height: greySide, fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer()
  const sketch = sketchFrom(samples, size)
  letGo(samples)
  return sketch
}

async function thumbnailOf(
  data: Buffer,
  info: OutputInfo,
  transparent: boolean,
): Promise<Thumbnail> {
  const small = again(data, info).resize({
    width: thumbnailSide,
    height: thumbnailSide,
    fit: 'inside',
    withoutEnlargement: true,
  })
  return transparent
    ? { bytes: owned(await small.webp({ quality: 80 }).toBuffer()), contentType: 'image/webp' }
    : { bytes: owned(await small.jpeg({ quality: 82 }).toBuffer()), contentType: 'image/jpeg' }
}

/** A copy in memory of its own: what WebAssembly hands out cannot be sent to another process. */
export function owned(bytes: Buffer): Uint8Array {
  return new Uint8Array(bytes)
}

/** Levels (of 256) that a flat colour may waver by after compression. */
const flatWithin = 2

function isFlat(sketch: Sketch): boolean {
  const chroma = chromaOf(sketch)
  const half = chroma.length / 2
  return [greyOf(sketch), chroma.subarray(0, half), chroma.subarray(half)].every(hardlyVaries)
}

function hardlyVaries(samples: Uint8Array): boolean {
  let lowest = 255
  let highest = 0
  // By index: through an iterator this takes four times as long.
  for (let at = 0; at < samples.length; at++) {
    const sample = samples[at] ?? 0
    if (sample < lowest) lowest = sample
    if (sample > highest) highest = sample
    if (highest - lowest > flatWithin) return false
  }
  return true
}
