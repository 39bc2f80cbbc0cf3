import { z } from 'zod'

/** Every rule of a post's text; the window has a sentence for each. */
export const TextRule = z.enum([
  /** `count`, `limit`. */
  'too-long',
  /** `hashtag`. */
  'hashtag-malformed',
  /** `hashtag`. */
  'hashtag-twice',
  /** `count`, `limit`. */
  'too-many-hashtags',
  /** `hashtag`. */
  'hashtag-inside-word',
  'no-capital',
  'no-end-mark',
  'all-capitals',
  /** `marks`. */
  'repeated-marks',
  /** `word`. */
  'short-form',
  /** A photo or a video that tells of no programme at all. */
  'caption-without-programme',
  /** `part`: the record of the programme lacks it. */
  'caption-unknown',
  /** `part`, `value`: known, but the text does not tell it. */
  'caption-untold',
  'identity-card',
  /** `kind`: `mobile` or `landline`. */
  'phone',
  'private-email',
  /** `term`, `why`, `suggestion`, `passage`: the line in which it stands. */
  'sensitive-term',
])
export type TextRule = z.infer<typeof TextRule>

/** `stop`: not to be published so. `warn`: a person has to look. `advice`: could be better. */
export const TextSeverity = z.enum(['stop', 'warn', 'advice'])
export type TextSeverity = z.infer<typeof TextSeverity>

/** What the caption of a photo or a video tells (Melaka 13.5). */
export const CaptionPart = z.enum(['programme', 'date', 'time', 'place', 'guests'])
export type CaptionPart = z.infer<typeof CaptionPart>

const Offset = z.number().int().nonnegative()

/** One thing about a text; the window makes a sentence of rule and params. */
export const TextFinding = z.object({
  rule: TextRule,
  severity: TextSeverity,
  /** The source's clause ("Melaka 13.5"), or `ours`. */
  clause: z.string(),
  /** From and up to (not with) these places of the text, in UTF-16 units, where it has a place. */
  at: z.tuple([Offset, Offset]).optional(),
  /**
   * What the sentence says. Of personal data and sensitive terms also where they stand, if not in the
   * text: `hashtag`, or `imageId`, `place` (from 1) and `found` of an alternative text. May hold the
   * text's own words, so it is never written to a log.
   */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type TextFinding = z.infer<typeof TextFinding>
