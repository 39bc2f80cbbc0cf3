import { z } from 'zod'
import { blockSteps } from './compression.ts'
import { greyOf, shownWidth } from './detail.ts'
import type { Detail } from './detail.ts'
import { edgeWidth } from './edges.ts'
import { interpolation } from './enlargement.ts'
import { exposure } from './exposure.ts'
import { contentShare } from './information.ts'
import { textFacts } from './text.ts'

const current = 1

/**
 * What was measured of a picture's quality; judged in `rules/quality.ts`. Null is "cannot be told of
 * this picture". `version` grows whenever a number comes to mean something else: rows of another
 * version count as not measured.
 */
export const Quality = z.object({
  version: z.literal(current),
  /** Width of the sharpest edges, in pixels of the picture, or of its copy 1 200 px long. */
  edgeWidth: z.number().nullable(),
  /** How regularly sharpness comes and goes; see `enlargement.ts`. */
  interpolation: z.number().nullable(),
  /** Per cent of places between 8×8 blocks that show a step; see `compression.ts`. */
  blockSteps: z.number().nullable(),
  /** 1–100, as last saved; null for other formats. */
  jpegQuality: z.number().nullable(),
  /** 0–1: what 99 % of the picture do not exceed. */
  brightest: z.number(),
  /** 0–1: the share without drawing at the white end. */
  burnt: z.number(),
  /** 0–1: the share in which anything is drawn. */
  content: z.number(),
  /** Of the smallest writing's body, in pixels of a picture 1 200 px wide. */
  letterHeight: z.number().nullable(),
  /** 1–21 (WCAG), of the faintest writing. */
  textContrast: z.number().nullable(),
})
export type Quality = z.infer<typeof Quality>

export interface Measurable {
  readonly detail: Detail
  /** Of the picture itself, after EXIF rotation. */
  readonly size: { readonly width: number; readonly height: number }
  /** The 256×256 grey samples of the sketch. */
  readonly sketch: Uint8Array
  readonly jpegQuality: number | null
  /** False for what a camera took: writing in the street is not ours to judge. */
  readonly mayHaveText: boolean
}

/** Interpolation softens; it is not looked for in pictures sharper than this (edge width, px). */
const softFrom = 1.6
/** Narrower details do not show small writing. */
const textFrom = 800

/** Some milliseconds for a poster; the costs are in docs/decisions/0006-quality.md. */
export function measureQuality(picture: Measurable): Quality {
  const { detail, size, sketch, jpegQuality, mayHaveText } = picture
  const native = detail.width === size.width && detail.height === size.height
  const grey = greyOf(detail)
  const width = edgeWidth(grey)
  const text = mayHaveText && detail.width >= textFrom ? textFacts(detail, grey) : null
  return {
    version: current,
    edgeWidth: width === null ? null : shown(width, picture),
    interpolation: native && width !== null && width >= softFrom ? interpolation(grey) : null,
    blockSteps: native ? blockSteps(grey) : null,
    jpegQuality,
    ...exposure(sketch),
    content: contentShare(sketch),
    letterHeight: text?.letterHeight ?? null,
    textContrast: text?.contrast ?? null,
  }
}

/**
 * Networks show pictures at most `shownWidth` long, and smaller ones as they are. A step between two
 * pixels is 1 wide and counts as 0: no picture can be sharper.
 */
function shown(width: number, { detail, size }: Measurable): number {
  const beyond = Math.sqrt(Math.max(0, width * width - 1))
  const long = Math.min(shownWidth, Math.max(size.width, size.height))
  return (beyond * long) / Math.max(detail.width, detail.height)
}
