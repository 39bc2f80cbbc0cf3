import { z } from 'zod'
import { RedactionBox } from '#contract/attachmentRedaction'
import { Medium } from '#contract/findings'
import { Crop, FixChoices, FixPreview } from '#contract/imageFix'
import { Region } from '#contract/images'
import { CopyManner } from '#contract/imageCopies'
import { Shown } from '#contract/postedPictures'
import { Sha256 } from '#contract/values'
import { CopyFormat } from '../copy/format.ts'
import { RedactedFormat } from '../redact/redact.ts'
import { Measurement, Unreadable } from '../measure/measurement.ts'
import { MediumFacts } from '../medium/facts.ts'
import type { Proposal } from '../repeats/candidates.ts'

const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

const Source = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('file'), path: z.string(), rawPath: Bytes.nullable() }),
  z.object({ kind: z.literal('bytes'), name: z.string(), bytes: Bytes }),
])

const Limits = z.object({
  megapixels: z.number(),
  megabytes: z.number(),
  videoMegabytes: z.number().optional(),
})

const OtherMedium = Medium.exclude(['picture'])

/** Where a picture's pixels are, and the hash its bytes must still have. */
const Decodable = z.object({ source: Source, bytesHash: Sha256 })
export type Decodable = z.infer<typeof Decodable>

/** What judging sees of a picture before it looks at pixels; size after EXIF rotation. */
const Sketched = z.object({
  width: z.number().int(),
  height: z.number().int(),
  opaque: z.boolean(),
  samples: Bytes,
  /** Frames or pages, of which the first is compared. */
  frames: z.number().int(),
})
export type Sketched = z.infer<typeof Sketched>

/** How a pair was proposed: our own words, said on one side of the line and taken on the other. */
const Proposals = z.array(
  z.custom<Proposal>((value) => typeof value === 'object' && value !== null && 'relation' in value),
)

/** What an image worker is asked; see `answer.ts` for who answers. */
export const ImageTask = z.discriminatedUnion('name', [
  z.object({
    name: z.literal('measure'),
    source: Source,
    limits: Limits,
    wanted: z.object({ thumbnail: z.boolean(), parts: z.boolean(), quality: z.boolean() }),
  }),
  z.object({ name: z.literal('readMedium'), source: Source, medium: OtherMedium, limits: Limits }),
  z.object({ name: z.literal('hashFile'), source: Source }),
  z.object({ name: z.literal('pixelsHash'), picture: Decodable, limits: Limits }),
  z.object({
    name: z.literal('preview'),
    source: Source,
    expected: Sha256.nullable(),
    maxWidth: z.number().int().positive(),
    limits: Limits,
  }),
  z.object({
    name: z.literal('parts'),
    sketch: z.object({ width: z.number().int(), height: z.number().int(), samples: Bytes }),
  }),
  z.object({
    name: z.literal('judgeSketches'),
    questioned: Sketched,
    kept: z.array(z.object({ sketched: Sketched, proposals: Proposals })),
  }),
  z.object({
    name: z.literal('judgePixels'),
    questioned: Sketched.extend({ picture: Decodable }),
    kept: Sketched.extend({ picture: Decodable }),
    proposals: Proposals,
    limits: Limits,
  }),
  z.object({
    name: z.literal('fix'),
    picture: Decodable,
    choices: FixChoices,
    crop: Crop.nullable(),
    limits: Limits,
  }),
  z.object({
    name: z.literal('shown'),
    picture: Decodable,
    screen: Decodable,
    limits: Limits,
  }),
  z.object({ name: z.literal('copy'), picture: Decodable, format: CopyFormat, limits: Limits }),
  z.object({
    name: z.literal('redact'),
    picture: Decodable,
    format: RedactedFormat,
    boxes: z.array(RedactionBox),
    limits: Limits,
  }),
  z.object({ name: z.literal('copyDocument'), picture: Decodable, limits: Limits }),
])
export type ImageTask = z.infer<typeof ImageTask>

const Drawn = { bytes: Bytes, contentType: z.enum(['image/jpeg', 'image/webp']) }

export const MeasuredResult = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('measured'),
    measurement: Measurement,
    thumbnail: z.object(Drawn).nullable(),
    fingerprint: Bytes,
    sketch: Bytes,
    parts: Bytes.nullable(),
  }),
  z.object({ kind: z.literal('unreadable'), unreadable: Unreadable }),
])

/** A picture measured, or the word that it is something else. */
export const FirstLookResult = z.discriminatedUnion('kind', [
  ...MeasuredResult.options,
  z.object({ kind: z.literal('aside'), medium: OtherMedium }),
])

export const ReadMediumResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('read'), facts: MediumFacts.omit({ bytesHash: true }) }),
  z.object({ kind: z.literal('unreadable'), unreadable: Unreadable }),
])

export const PartsResult = Bytes

export const HashResult = Sha256.nullable()

export const PixelsHashResult = Sha256.nullable()

export const PreviewResult = z
  .object({ ...Drawn, width: z.number().int(), height: z.number().int() })
  .nullable()

export const FixResult = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fixed'), fixed: FixPreview.omit({ fileName: true }) }),
  z.object({ kind: z.literal('failed'), why: z.enum(['gone', 'changed', 'unreadable']) }),
])

export const CopyAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('copied'),
    bytes: Bytes,
    manner: CopyManner.exclude(['as-is', 'cleaned']),
  }),
  z.object({ kind: z.literal('failed'), why: z.enum(['gone', 'changed', 'unreadable']) }),
])

/** Null when one of the two is gone, changed or cannot be decoded. */
export const ShownAnswer = Shown.nullable()

/** Null when the picture is gone, changed or cannot be decoded. */
export const RedactAnswer = Bytes.nullable()

export const DocumentAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cleaned'), bytes: Bytes }),
  z.object({ kind: z.literal('as-is') }),
  z.object({ kind: z.literal('failed'), why: z.enum(['gone', 'changed', 'unreadable']) }),
])

/** One pair judged. `undecided`: the sketches agree, and only the pixels can tell. */
export const Judged = z.object({
  relation: z.enum(['same-pixels', 'certain', 'likely', 'different', 'undecided']),
  mirrored: z.boolean(),
  changed: z.array(Region),
})
export type Judged = z.infer<typeof Judged>

/** To a worker. `id` is unique per line. */
export const Request = z.object({ id: z.number().int(), task: ImageTask })

/** From a worker: `ready` once, then one answer per request. */
export const Reply = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('done'), id: z.number().int(), value: z.unknown() }),
  /** A defect of ours, not of the picture: `message` is for the log. */
  z.object({ kind: z.literal('failed'), id: z.number().int(), message: z.string() }),
])
export type Reply = z.infer<typeof Reply>
