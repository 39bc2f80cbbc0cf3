import { z } from 'zod'
import { PersonalDetail } from '#contract/imageMetadata'
import { Sha256 } from '#contract/values'
import type { Measured } from '../measure/measurement.ts'

/** What is known of a video or a PDF. Plain values: it is stored as JSON. */
export const MediumFacts = z.object({
  medium: z.enum(['video', 'document']),
  /** The file's own name, without folders. */
  name: z.string(),
  /** False when the name on disk is not valid UTF-8 and `name` therefore only looks like it. */
  nameReadable: z.boolean(),
  /** The usual extension of the content, without its dot: `mp4`, `pdf`. */
  format: z.string(),
  /**
   * In pixels: of a video as it is shown (rotated, square pixels), of a PDF's first page at 96 to
   * the inch. Null where it could not be read.
   */
  width: z.number().int().positive().nullable(),
  height: z.number().int().positive().nullable(),
  byteSize: z.number().int().positive(),
  bytesHash: Sha256,
  /** In seconds; null for a PDF and where it could not be read. */
  duration: z.number().nonnegative().nullable(),
  /** As people know it: `H.264`; null for a PDF and where it could not be read. */
  codec: z.string().nullable(),
  /** Null for a video and where it could not be read. */
  pages: z.number().int().positive().nullable(),
  /** A PDF that asks for a password before it shows anything. */
  locked: z.boolean(),
  /** What the file says of persons, for the person's eyes only: never logged or audited. */
  personal: z.array(PersonalDetail).default([]),
})
export type MediumFacts = z.infer<typeof MediumFacts>

/** What one look at any file yields. */
export type Looked = Measured | LookedMedium

export interface LookedMedium {
  readonly kind: 'medium'
  readonly facts: MediumFacts
}

/** What reading the content tells, before its bytes were hashed. */
export type Content = Pick<
  MediumFacts,
  'format' | 'width' | 'height' | 'duration' | 'codec' | 'pages' | 'locked' | 'personal'
>

/** Nothing is known but the format. */
export function onlyFormat(format: string): Content {
  return {
    format,
    width: null,
    height: null,
    duration: null,
    codec: null,
    pages: null,
    locked: false,
    personal: [],
  }
}
