import { z } from 'zod'
import { command, job, query } from './call.ts'
import { ImageKind, Verdict } from './findings.ts'
import { zoomAtMost } from './fixGeometry.ts'
import { ReferenceKey } from './reference.ts'
import { SaveTo } from './saving.ts'
import { BatchId, CheckId, ImageId, Instant, Line } from './values.ts'

/** Sides of what is made, in pixels. */
export const fixSides = { from: 16, to: 8_000 } as const
/** Limits on what is made, in bytes; a kilobyte is 1,000 of them. */
export const fixBytes = { from: 5_000, to: 100_000_000 } as const

const Side = z.number().int().min(fixSides.from).max(fixSides.to)
const ByteLimit = z.number().int().min(fixBytes.from).max(fixBytes.to)
const Share = z.number().min(0).max(1)

/**
 * `fill`: the frame is filled and what does not fit is cut off. `pad`: the whole picture, with edges
 * added. `fit`: the whole picture without edges, so that one side may stay below the frame's.
 */
export const FixWay = z.enum(['fill', 'pad', 'fit'])
export type FixWay = z.infer<typeof FixWay>

/** `#0b3d91`, in lower case. */
export const Colour = z.string().regex(/^#[0-9a-f]{6}$/)

/** What stands in added edges: one colour, the picture's own colour at its edge, or itself blurred. */
export const Backdrop = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('colour'), colour: Colour }),
  z.object({ kind: z.literal('edge') }),
  z.object({ kind: z.literal('blur') }),
])
export type Backdrop = z.infer<typeof Backdrop>

/** Where the window lies: `WindowPlace` of `fixGeometry.ts`. */
export const Crop = z.object({ x: Share, y: Share, zoom: z.number().min(1).max(zoomAtMost) })
export type Crop = z.infer<typeof Crop>

const MadeFormat = z.enum(['jpeg', 'png'])
export type MadeFormat = z.infer<typeof MadeFormat>

/** `auto`: whichever loses least and stays under the limit. */
export const FixFormat = z.enum(['auto', ...MadeFormat.options])
export type FixFormat = z.infer<typeof FixFormat>

/** Choices that serve any number of pictures. */
export const FixChoices = z.object({
  width: Side,
  height: Side,
  way: FixWay,
  backdrop: Backdrop,
  format: FixFormat,
  maxBytes: ByteLimit.nullable(),
})
export type FixChoices = z.infer<typeof FixChoices>

/** A size worth a name, with what goes with it. */
export const FixPreset = z.object({
  /** A word of ours, or a UUID. */
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** Null where the words of the language name it, by its id. */
  name: Line.max(60).nullable(),
  /** By whose rules what is made is then checked. */
  kind: ImageKind,
  width: Side,
  height: Side,
  way: FixWay,
  backdrop: Backdrop,
  maxBytes: ByteLimit.nullable(),
  /** Whose limit and format it takes as well; null: no channel's. A key of the reference data. */
  channel: ReferenceKey.nullable().default(null),
})
export type FixPreset = z.infer<typeof FixPreset>

export const FixPresets = z
  .array(FixPreset)
  .min(1)
  .max(30)
  .refine((presets) => new Set(presets.map(({ id }) => id)).size === presets.length)
export type FixPresets = z.infer<typeof FixPresets>

/** What a channel takes: how large a file, and in which format. */
export const FixChannel = z.object({
  channel: ReferenceKey,
  maxBytes: ByteLimit.nullable(),
  format: FixFormat,
})
export type FixChannel = z.infer<typeof FixChannel>

export const FixChannels = z
  .array(FixChannel)
  .max(100)
  .refine((all) => new Set(all.map(({ channel }) => channel)).size === all.length)
export type FixChannels = z.infer<typeof FixChannels>

/** The picture something is made from. */
export const FixOf = z.discriminatedUnion('where', [
  z.object({ where: z.literal('check'), checkId: CheckId }),
  z.object({ where: z.literal('library'), imageId: ImageId }),
])
export type FixOf = z.infer<typeof FixOf>

const Made = {
  fileName: z.string(),
  format: MadeFormat,
  width: z.number().int(),
  height: z.number().int(),
  byteSize: z.number().int(),
  /** Of a JPEG, 1–100; null for a PNG, which loses nothing. */
  quality: z.number().int().nullable(),
}

/** Exactly what would be written, and what a person should know of it. */
export const FixPreview = z.object({
  ...Made,
  bytes: z.instanceof(Uint8Array),
  formatReason: z.enum(['chosen', 'transparent', 'flat', 'photo']),
  /** False when it stays above the limit even at the lowest quality; it is then not saved. */
  fits: z.boolean(),
  /** Pixels of the result for one of the original, along one side; above 1 it becomes blurred. */
  enlarged: z.number(),
  original: z.object({ width: z.number().int(), height: z.number().int() }),
  /** The window as taken: the one asked for, or the one attention suggests. Null unless cut. */
  crop: Crop.nullable(),
  /** The colour of added edges; null when there are none or they are blurred. */
  edgeColour: Colour.nullable(),
  /** See-through parts of the original were laid on a colour. */
  flattened: z.boolean(),
})
export type FixPreview = z.infer<typeof FixPreview>

/** What came of one picture. */
export const FixResult = z.object({
  of: FixOf,
  made: z
    .object({
      ...Made,
      /** The new checked picture; null when it was only written to disk. */
      checkId: CheckId.nullable(),
      /** Of a picture that was only written to disk: without a look at what it may repeat. */
      verdict: Verdict.nullable(),
      path: z.string().nullable(),
    })
    .nullable(),
  /** A reason of `errors.ts`; null when it was made. */
  refused: z.string().nullable(),
})
export type FixResult = z.infer<typeof FixResult>

/** The other side of a link between an original and what was made from it. */
export const FixLink = z.object({
  name: z.string(),
  /** Where it can be looked at; null when it is neither in the check nor in the library. */
  at: z
    .discriminatedUnion('where', [
      z.object({ where: z.literal('check'), checkId: CheckId, batchId: BatchId }),
      z.object({ where: z.literal('library'), imageId: ImageId }),
    ])
    .nullable(),
  madeAt: Instant,
  byName: z.string(),
})
export type FixLink = z.infer<typeof FixLink>

/** Where what is made goes to; at least one of the two. */
const Save = z
  .object({
    /** Into the check, beside its original. */
    check: z.boolean(),
    disk: SaveTo.nullable(),
  })
  .refine(({ check, disk }) => check || disk !== null)

const Item = z.object({ of: FixOf, crop: Crop.nullable() })

/** Part of the slice `images`: pictures made to a wanted size. */
export const imageFix = {
  fixPresets: query(z.object({}), FixPresets),
  changeFixPresets: command(FixPresets, FixPresets),
  /** Channels without a row here take anything. */
  fixChannels: query(z.object({}), FixChannels),
  changeFixChannels: command(FixChannels, FixChannels),
  /** @throws `images.fix-unreadable`, `images.file-gone`, `images.file-changed` */
  fixPreview: query(Item.extend({ choices: FixChoices }), FixPreview),
  /** Makes one or many, and checks what it made. Originals stay as they are. */
  fix: job(
    z.object({
      items: z.array(Item).min(1).max(5_000),
      choices: FixChoices,
      kind: ImageKind,
      save: Save,
    }),
    z.object({ batchId: BatchId.nullable(), results: z.array(FixResult) }),
    z.object({ done: z.number().int(), total: z.number().int() }),
  ),
  fixLinks: query(
    z.object({ of: FixOf }),
    z.object({
      /** What it was made from, and what was made from it; oldest first. */
      from: z.array(FixLink),
      into: z.array(FixLink),
    }),
  ),
  /** Takes results off the check again; those kept in the library, or files on disk, stay. */
  discardFixed: command(
    z.object({ ids: z.array(CheckId).min(1).max(5_000) }),
    z.object({ discarded: z.array(CheckId) }),
  ),
}
