import { basename } from 'node:path'
import type { PersonalDetail } from '#contract/imageMetadata'
import { defaultVideoMegabytes } from '#contract/imageRules'
import { inMega, mega, unreadable } from '../measure/measurement.ts'
import type { Unreadable } from '../measure/measurement.ts'
import type { MeasureLimits } from '../measure/measure.ts'
import type { PictureSource } from '../measure/read.ts'
import { FileMoved, withBytes } from '../../files/byteRange.ts'
import type { ByteRange } from '../../files/byteRange.ts'
import { boxedFormats, detailsIn, toldBoxes } from './boxes.ts'
import { readDocument } from './documentFile.ts'
import type { MediumFacts } from './facts.ts'
import type { OtherMedium } from './sniff.ts'
import { videoFormatOf } from './sniff.ts'
import { readVideo } from './videoFile.ts'
import type { ReadVideo } from './videoFile.ts'

export type UnhashedFacts = Omit<MediumFacts, 'bytesHash'>

export type ReadMedium =
  | { readonly kind: 'read'; readonly facts: UnhashedFacts }
  | { readonly kind: 'unreadable'; readonly unreadable: Unreadable }

/**
 * What a video or a PDF says of itself. Never throws for what a file contains; how long it may take
 * is for the caller to limit.
 */
export async function readMedium(
  source: PictureSource,
  medium: OtherMedium,
  limits: MeasureLimits,
): Promise<ReadMedium> {
  try {
    return await withBytes(source, (bytes) => readOpened(source, medium, bytes, limits))
  } catch (error) {
    if (error instanceof FileMoved) return no('changed-while-reading')
    return no('damaged')
  }
}

async function readOpened(
  source: PictureSource,
  medium: OtherMedium,
  bytes: ByteRange,
  limits: MeasureLimits,
): Promise<ReadMedium> {
  const byteSize = bytes.size
  if (byteSize === 0) return no('empty-file', { byteSize })
  const limit = megabytesFor(medium, limits) * mega
  if (byteSize > limit) {
    const required = inMega(limit, 'MB')
    return no('too-many-bytes', { byteSize, measured: inMega(byteSize, 'MB'), required })
  }
  const read =
    medium === 'video'
      ? withDetails(await readVideo(bytes), await detailsOf(bytes))
      : await readDocument(await bytes.read(0, bytes.size))
  await bytes.proveUnmoved()
  if (read.kind === 'read') {
    return { kind: 'read', facts: { ...read.content, ...nameOf(source), medium, byteSize } }
  }
  if (read.kind === 'sound') {
    const format = videoFormatOf(await bytes.read(0, 1_024))?.toUpperCase() ?? null
    return no('unsupported-format', { byteSize, measured: format, required: readable })
  }
  return no(medium === 'video' ? 'damaged-video' : 'damaged-document', { byteSize })
}

function withDetails(read: ReadVideo, personal: PersonalDetail[]): ReadVideo {
  return read.kind === 'read' ? { ...read, content: { ...read.content, personal } } : read
}

async function detailsOf(bytes: ByteRange): Promise<PersonalDetail[]> {
  if (!boxedFormats.has(videoFormatOf(await bytes.read(0, 1_024)) ?? '')) return []
  const boxes = await toldBoxes(bytes)
  return boxes === null ? [] : detailsIn(bytes, boxes)
}

const readable = 'JPEG, PNG, WebP, MP4, PDF'

/** A document is held in memory while it is read, as a picture is. */
export function megabytesFor(medium: OtherMedium, limits: MeasureLimits): number {
  return medium === 'video' ? (limits.videoMegabytes ?? defaultVideoMegabytes) : limits.megabytes
}

function nameOf(source: PictureSource): Pick<MediumFacts, 'name' | 'nameReadable'> {
  if (source.kind === 'bytes') return { name: source.name, nameReadable: true }
  return { name: basename(source.path), nameReadable: source.rawPath === null }
}

function no(code: Unreadable['code'], known: Partial<Omit<Unreadable, 'code'>> = {}): ReadMedium {
  return { kind: 'unreadable', unreadable: unreadable(code, known) }
}
