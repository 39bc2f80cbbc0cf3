import { z } from 'zod'

/** What a picture is for; each kind has size rules of its own. Unsure counts as a poster. */
export const ImageKind = z.enum(['poster', 'photo', 'avatar', 'header'])
export type ImageKind = z.infer<typeof ImageKind>

/** What sort of file it is: a picture, a video, or a document of pages (PDF). */
export const Medium = z.enum(['picture', 'video', 'document'])
export type Medium = z.infer<typeof Medium>

export const Verdict = z.enum(['pass', 'warn', 'reject', 'unreadable'])
export type Verdict = z.infer<typeof Verdict>

/** `info` is told, but does not change the verdict. */
export const Severity = z.enum(['info', 'warn', 'reject', 'unreadable'])
export type Severity = z.infer<typeof Severity>

/** Every finding has a sentence in both languages: `findingWords.ts`. */
export const FindingCode = z.enum([
  'not-found',
  'no-permission',
  'not-a-regular-file',
  'name-not-readable',
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
  'below-minimum',
  'not-recommended-size',
  'wrong-extension',
  'colour-cmyk',
  'deep-colour',
  'animated',
  'several-pages',
  'vector',
  'blank',
  'location-data',
  'personal-data',
  'blurred',
  'dark',
  'overexposed',
  'little-content',
  'odd-shape',
  'heavy-compression',
  'enlarged',
  'small-text',
  'faint-text',
  'duplicate-bytes',
  'duplicate-pixels',
  'repeated-certain',
  'repeated-likely',
  'repeated-part',
  'video-details',
  'video-not-understood',
  'damaged-video',
  'document-details',
  'document-locked',
  'damaged-document',
])
export type FindingCode = z.infer<typeof FindingCode>

/** The one best thing to do about a finding, as a code with words. */
export const Remedy = z.enum([
  'scale-down',
  'scale-up',
  'crop-or-pad',
  'use-larger-original',
  'export-again',
  'export-as-jpeg-or-png',
  'save-without-progressive',
  'convert-to-rgb',
  'rename',
  'remove-location',
  'remove-personal-data',
  'use-sharper-original',
  'brighten',
  'expose-less',
  'choose-usual-shape',
  'use-less-compressed-original',
  'enlarge-text',
  'strengthen-text',
  'choose-one-frame',
  'use-the-kept-one',
  'decide',
  'check-file',
  'export-as-mp4',
  'unlock-document',
])
export type Remedy = z.infer<typeof Remedy>

export const Finding = z.object({
  code: FindingCode,
  severity: Severity,
  /** What was measured, ready to print: `560×315 px`, `.jpg`. */
  measured: z.string().nullable(),
  /** What is asked for, in the same form. */
  required: z.string().nullable(),
  /** The source's clause ("Melaka 13.5"), or null where the rule is ours. */
  clause: z.string().nullable(),
  remedy: Remedy.nullable(),
  /** What it repeats: a path within the batch, or the name of a library picture. */
  of: z.string().optional(),
})
export type Finding = z.infer<typeof Finding>
