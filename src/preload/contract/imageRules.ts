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
  }),
})
export type SizeRules = z.infer<typeof SizeRules>
