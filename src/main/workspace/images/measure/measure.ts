import { basename } from 'node:path'
import type { Metadata } from 'sharp'
import type { Sha256 } from '#contract/values'
import { openSharp } from '../../media/sharp.ts'
import { jpegQuality as jpegQualityOf } from '../quality/compression.ts'
import { drawSmall } from './drawSmall.ts'
import { exifFacts } from './exif.ts'
import { contentOf } from './format.ts'
import type { Content } from './format.ts'
import { heldWhole } from './heldWhole.ts'
import { inTurn } from './inTurn.ts'
import { inMega, inPixels, mega, unreadable } from './measurement.ts'
import type { Measured, Measurement, PictureFormat, Unreadable, Wanted } from './measurement.ts'
import { personalDetails, saysWhere } from './personal.ts'
import { takenOf } from './taken.ts'
import { readSource } from './read.ts'
import type { PictureSource, Read } from './read.ts'

/** Sizes above which a file is not decoded: `SizeRules.limits`. */
export interface MeasureLimits {
  readonly megapixels: number
  readonly megabytes: number
  /** Of a video: `defaultVideoMegabytes` where it is not said. */
  readonly videoMegabytes?: number | undefined
}

/**
 * Everything that can be known of one file without knowing any other. Decodes it whole, because a
 * header promises what the rest of the file may not hold. Never throws for what a file contains;
 * how long it may take is for the caller to limit.
 */
export async function measure(
  source: PictureSource,
  limits: MeasureLimits,
  wanted: Wanted = { thumbnail: true, parts: false, quality: true },
): Promise<Measured> {
  return measureRead(source, await readSource(source, limits.megabytes), limits, wanted)
}

/** The same of a file that was read already; its bytes are released. */
export async function measureRead(
  source: PictureSource,
  read: Read,
  limits: MeasureLimits,
  wanted: Wanted,
): Promise<Measured> {
  if (!read.ok) return { kind: 'unreadable', unreadable: read.unreadable }
  try {
    return await measureBytes(source, read, limits, wanted)
  } finally {
    read.release()
  }
}

async function measureBytes(
  source: PictureSource,
  { bytes, bytesHash }: Extract<Read, { ok: true }>,
  limits: MeasureLimits,
  wanted: Wanted,
): Promise<Measured> {
  const known = { byteSize: bytes.length, bytesHash }
  const content = await contentOf(bytes)
  if (content.kind === 'other') {
    return no('unsupported-format', { ...known, measured: content.name, required: readable })
  }
  const header = await headerOf(bytes)
  if (content.kind === 'heic' || header?.compression === 'hevc') {
    return no('heic-not-supported', { ...known, ...sizeOf(header), measured: 'HEIC' })
  }
  const format = content.format ?? (header?.compression === 'av1' ? 'avif' : null)
  if (header === null || format === null) return no('damaged', known)
  const pixels = header.width * (header.pageHeight ?? header.height)
  if (pixels > limits.megapixels * mega) {
    const required = inMega(limits.megapixels * mega, 'MP')
    const size = sizeOf(header)
    const measured = `${inPixels(size.width, size.height)} = ${inMega(pixels, 'MP')}`
    return no('too-many-pixels', { ...known, ...size, measured, required })
  }
  const held = await heldWhole(bytes, format, header, pixels)
  if (held.pixels > held.pixelsAtMost) {
    const code = withoutProgression.has(format) ? 'progressive-too-large' : 'format-too-large'
    const measured = `${format.toUpperCase()} ${inMega(held.pixels, 'MP')}`
    // Down to what it would pass at.
    const required = `${Math.floor((held.pixelsAtMost / mega) * 10) / 10} MP`
    return no(code, { ...known, ...sizeOf(header), measured, required })
  }
  const go = () => decode(source, bytes, { content, format, header, bytesHash, limits, wanted })
  return held.bytes < aloneFrom ? go() : inTurn(go)
}

/** What needs this much memory, in bytes, is decoded while nothing else is that does. */
const aloneFrom = 60 * mega

/** Formats that can also be saved row by row. */
const withoutProgression: ReadonlySet<PictureFormat> = new Set(['jpeg', 'png'])

const readable = 'JPEG, PNG, WebP'

interface Recognised {
  readonly content: Content
  readonly format: PictureFormat
  readonly header: Metadata
  readonly bytesHash: Sha256
  readonly limits: MeasureLimits
  readonly wanted: Wanted
}

async function decode(
  source: PictureSource,
  bytes: Buffer,
  { content, format, header, bytesHash, limits, wanted }: Recognised,
): Promise<Measured> {
  try {
    const size = sizeOf(header)
    const facts = factsOf(header)
    const jpegQuality = format === 'jpeg' ? jpegQualityOf(bytes) : null
    const drawable = { bytes, format, size, jpegQuality, mayHaveText: !facts.fromCamera }
    const small = await drawSmall(drawable, limits.megapixels, wanted)
    const measurement: Measurement = {
      ...nameOf(source),
      format,
      ...size,
      byteSize: bytes.length,
      bytesHash,
      ...framesOf(content, format, header),
      ...coloursOf(header),
      ...facts,
      blank: small.blank,
      transparent: small.transparent,
      quality: small.quality,
      taken: takenOf(header.exif),
      look: Buffer.from(small.look).toString('base64'),
    }
    const { thumbnail, fingerprint, sketch, parts } = small
    return { kind: 'measured', measurement, thumbnail, fingerprint, sketch, parts }
  } catch {
    // Whatever the decoder says of it, the person needs to know one thing: the file is not whole.
    return no('damaged', { byteSize: bytes.length, bytesHash, ...sizeOf(header) })
  }
}

/** Null when not even the header makes sense. */
async function headerOf(bytes: Buffer): Promise<Metadata | null> {
  try {
    return await openSharp()(bytes, { limitInputPixels: false }).metadata()
  } catch {
    return null
  }
}

/** After EXIF rotation, of one frame. */
function sizeOf(header: Metadata): { width: number; height: number }
function sizeOf(header: Metadata | null): { width: number | null; height: number | null }
function sizeOf(header: Metadata | null): { width: number | null; height: number | null } {
  if (header === null) return { width: null, height: null }
  const { width, height } = header.autoOrient
  return header.pageHeight === undefined ? { width, height } : { width, height: header.pageHeight }
}

function nameOf(source: PictureSource): Pick<Measurement, 'name' | 'nameReadable'> {
  if (source.kind === 'bytes') return { name: source.name, nameReadable: true }
  return { name: basename(source.path), nameReadable: source.rawPath === null }
}

function framesOf(
  content: Content,
  format: PictureFormat,
  header: Metadata,
): Pick<Measurement, 'pages' | 'animated'> {
  const inPng = content.kind === 'picture' ? content.pngFrames : 1
  const pages = Math.max(1, header.pages ?? 1, inPng)
  return { pages, animated: pages > 1 && format !== 'tiff' && format !== 'svg' }
}

function coloursOf(header: Metadata): Pick<Measurement, 'colour' | 'bitsPerChannel'> {
  return {
    colour: colours[header.space] ?? 'other',
    bitsPerChannel: depths[header.depth] ?? 8,
  }
}

const colours: Readonly<Record<string, Measurement['colour']>> = {
  srgb: 'rgb',
  rgb: 'rgb',
  rgb16: 'rgb',
  scrgb: 'rgb',
  'b-w': 'grey',
  grey16: 'grey',
  cmyk: 'cmyk',
}

const depths: Readonly<Record<string, number>> = {
  ushort: 16,
  short: 16,
  uint: 32,
  int: 32,
  float: 32,
  double: 64,
}

function factsOf(header: Metadata): Pick<Measurement, 'fromCamera' | 'hasLocation' | 'personal'> {
  const { fromCamera, hasLocation } = exifFacts(header.exif)
  const inXmp = header.xmp?.includes('GPSLatitude') ?? false
  const personal = personalDetails(header)
  return { fromCamera, hasLocation: hasLocation || inXmp || saysWhere(personal), personal }
}

function no(code: Unreadable['code'], known: Partial<Omit<Unreadable, 'code'>>): Measured {
  return { kind: 'unreadable', unreadable: unreadable(code, known) }
}
