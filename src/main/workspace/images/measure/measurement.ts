import { z } from 'zod'
import { FindingCode } from '#contract/findings'
import { PersonalDetail } from '#contract/imageMetadata'
import { Sha256 } from '#contract/values'
import { Quality } from '../quality/quality.ts'
import { Taken } from './taken.ts'

/** The formats that are read. AVIF is HEIF with AV1 inside; HEIF with HEVC (HEIC) is not read. */
export const PictureFormat = z.enum(['jpeg', 'png', 'webp', 'gif', 'tiff', 'avif', 'svg'])
export type PictureFormat = z.infer<typeof PictureFormat>

/** What is known of a picture that could be decoded. Plain values: it is stored as JSON. */
export const Measurement = z.object({
  /** The file's own name, without folders. */
  name: z.string(),
  /** False when the name on disk is not valid UTF-8 and `name` therefore only looks like it. */
  nameReadable: z.boolean(),
  format: PictureFormat,
  /** In pixels, after EXIF rotation, of one frame or page. */
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  byteSize: z.number().int().positive(),
  bytesHash: Sha256,
  /** Frames of an animation or pages of a document; 1 for a plain picture. */
  pages: z.number().int().positive(),
  animated: z.boolean(),
  colour: z.enum(['rgb', 'grey', 'cmyk', 'other']),
  bitsPerChannel: z.number().int().positive(),
  /** Something behind the picture would show through; an alpha channel alone is not enough. */
  transparent: z.boolean(),
  /** EXIF says which camera took it. */
  fromCamera: z.boolean(),
  /** EXIF or XMP says where it was taken. */
  hasLocation: z.boolean(),
  /** One flat colour from edge to edge, or nothing but transparency. */
  blank: z.boolean(),
  /** What the file says of persons, for the person's eyes only: never logged or audited. */
  personal: z.array(PersonalDetail).catch([]),
  /** For putting photos of one event together. */
  taken: Taken.catch({ at: null, place: null }),
  /** Base64 of how it looks from far: `events/look.ts`; null where an earlier version measured. */
  look: z.string().nullable().catch(null),
  /** Null where it was not asked for, and for what was measured by an earlier version. */
  quality: Quality.nullable().catch(null),
})
export type Measurement = z.infer<typeof Measurement>

/** Why a file could not be measured, with what is known of it all the same. */
export const Unreadable = z.object({
  code: FindingCode.extract([
    'not-found',
    'no-permission',
    'not-a-regular-file',
    'empty-file',
    'too-many-bytes',
    'too-many-pixels',
    'progressive-too-large',
    'format-too-large',
    'unsupported-format',
    'heic-not-supported',
    'damaged',
    'took-too-long',
    'changed-while-reading',
    'damaged-video',
    'damaged-document',
  ]),
  measured: z.string().nullable(),
  required: z.string().nullable(),
  byteSize: z.number().int().nonnegative().nullable(),
  bytesHash: Sha256.nullable(),
  width: z.number().int().positive().nullable(),
  height: z.number().int().positive().nullable(),
})
export type Unreadable = z.infer<typeof Unreadable>

/** A small picture for the screen: no metadata, sRGB. */
export interface Thumbnail {
  readonly bytes: Uint8Array
  readonly contentType: 'image/jpeg' | 'image/webp'
}

/** What is made besides, where somebody will look at it. */
export interface Wanted {
  readonly thumbnail: boolean
  /** See `repeats/parts/parts.ts`. */
  readonly parts: boolean
  /** Not wanted where a picture is only looked up: the measurement's `quality` is then null. */
  readonly quality: boolean
}

/** Everything one look at a file yields. */
export type Measured =
  | {
      readonly kind: 'measured'
      readonly measurement: Measurement
      /** Null where none was asked for. */
      readonly thumbnail: Thumbnail | null
      /** What later comparisons see of the picture; see `repeats/`. */
      readonly fingerprint: Uint8Array
      readonly sketch: Uint8Array
      /** See `repeats/parts/parts.ts`; null where none were asked for. */
      readonly parts: Uint8Array | null
    }
  | { readonly kind: 'unreadable'; readonly unreadable: Unreadable }

type UnreadableCode = Unreadable['code']

export function unreadable(
  code: UnreadableCode,
  known: Partial<Omit<Unreadable, 'code'>> = {},
): Unreadable {
  return {
    code,
    measured: null,
    required: null,
    byteSize: null,
    bytesHash: null,
    width: null,
    height: null,
    ...known,
  }
}

/** `560×315 px` */
export function inPixels(width: number, height: number): string {
  return `${width}×${height} px`
}

/** A megabyte is 1,000,000 bytes, a megapixel 1,000,000 pixels. */
export const mega = 1_000_000

/** `12.4 MB`, `100 MP`: rounded away from a limit it exceeds only slightly. */
export function inMega(amount: number, unit: 'MB' | 'MP'): string {
  return `${Math.ceil((amount / mega) * 10) / 10} ${unit}`
}
