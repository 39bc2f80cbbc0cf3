import { z } from 'zod'
import { namedKinds } from '../../preload/desktop.ts'
import { reasonsByCode, type Reason } from '../../preload/contract/errors.ts'

/** What pages send about documents, as main takes it; the types are those of `preload/desktop.ts`. */

export const DocumentRequest = z.object({
  name: z.string().regex(/^[a-z][a-z-]{0,60}$/),
  /** JSON; the ids of 5 000 chosen pictures fit. */
  input: z.string().max(500_000),
  language: z.enum(['ms', 'en']),
})
export type DocumentRequest = z.infer<typeof DocumentRequest>

const Failure = z.object({
  kind: z.literal('failed'),
  reason: z.custom<Reason>((value) =>
    Object.values(reasonsByCode).some((reasons) => reasons.some((reason) => reason === value)),
  ),
  details: z.record(z.string(), z.union([z.string(), z.number()])),
})

const Text = z.string().max(500)

export const DrawnDocument = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('drawn'),
    name: z.string().max(200),
    foot: z.object({ lines: z.array(Text).max(4), page: Text }),
    // They stand in a style sheet: one place, or two from one of which to the other pages are counted.
    contents: z
      .array(z.string().regex(/^[a-z][a-z0-9-]{0,80}(?: [a-z][a-z0-9-]{0,80})?$/))
      .max(1_000),
  }),
  Failure,
])
export type DrawnDocument = z.infer<typeof DrawnDocument>

export const FileToSave = z.object({
  name: z.string().max(200),
  kind: z.enum(namedKinds),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
})
