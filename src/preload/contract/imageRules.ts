import { z } from 'zod'

const Pixels = z.number().int().min(1).max(30_000)

/** What size a kind of picture must have, in pixels after EXIF rotation. */
export const SizeRule = z.object({
  minimum: z.object({ width: Pixels, height: Pixels }),
  /** What happens below the minimum. */
  belowMinimum: z.enum(['reject', 'warn']),
  recommended: z.object({ width: Pixels, height: Pixels }),
  /** `exact`: anything but the recommended size warns. `at-least`: only smaller ones do. */
  recommendedMeans: z.enum(['exact', 'at-least']),
  /** True lets a portrait picture be measured as if it lay on its side. */
  anyOrientation: z.boolean(),
})
export type SizeRule = z.infer<typeof SizeRule>

/**
 * From where on the check warns of a picture's quality; 0 says nothing of that kind. All ours: the
 * sources ask for good pictures and clear text (Melaka 13.5, 13.6) without figures. What each
 * number means and how often it is right: docs/decisions/0006-quality.md.
 */
export const QualityRules = z.object({
  /** Width of the sharpest edges, in pixels of the picture, or of its copy 1 200 px long. */
  blur: z.number().min(0).max(40),
  /** Of a photo: brightness that 99 % of it do not exceed, in per cent. */
  dark: z.number().min(0).max(100),
  /** The part of a photo that is burnt out, in per cent. */
  burnt: z.number().min(0).max(100),
  /** The part of the picture in which anything is drawn, in per cent. */
  content: z.number().min(0).max(100),
  /** The longer side over the shorter one. */
  shape: z.number().min(0).max(100),
  /** JPEG quality on the scale of 1–100. */
  jpegQuality: z.number().min(0).max(100),
  /** Places between 8×8 blocks that show a step, in per cent. */
  blockSteps: z.number().min(0).max(100),
  /** How regularly sharpness comes and goes, over what is usual. */
  enlargement: z.number().min(0).max(1_000),
  /** Of small letters' body, in pixels of a picture 1 200 px wide. */
  letterHeight: z.number().min(0).max(100),
  /** Of writing to what it stands on: 1–21 (WCAG 2.2, 1.4.3). */
  textContrast: z.number().min(0).max(21),
})
export type QualityRules = z.infer<typeof QualityRules>

/** What a new workspace, and one from before there were such limits, starts with. */
export const defaultQualityRules: QualityRules = {
  blur: 3.4,
  dark: 30,
  burnt: 35,
  content: 0.5,
  shape: 3,
  jpegQuality: 45,
  blockSteps: 14,
  enlargement: 13,
  letterHeight: 7.5,
  textContrast: 3,
}

/** Videos are large: they have a limit of their own. Ours, like every limit. */
export const defaultVideoMegabytes = 2_000

/** All settings of the image check. Byte and time limits guard against hostile files. */
export const SizeRules = z.object({
  poster: SizeRule,
  photo: SizeRule,
  avatar: SizeRule,
  header: SizeRule,
  limits: z.object({
    /** Megapixels, width times height of the largest frame. */
    megapixels: z.number().min(1).max(1_000),
    megabytes: z.number().min(1).max(1_000),
    secondsPerFile: z.number().min(1).max(600),
    /** Of one video; pictures and documents have `megabytes`. */
    videoMegabytes: z.number().min(1).max(50_000).default(defaultVideoMegabytes),
  }),
  quality: QualityRules.default(defaultQualityRules),
})
export type SizeRules = z.infer<typeof SizeRules>
