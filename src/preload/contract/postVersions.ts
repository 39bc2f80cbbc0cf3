import { z } from 'zod'
import { Instant, PersonId, Sha256 } from './values.ts'

/** One save of a post. */
export const PostVersion = z.object({
  number: z.number().int().positive(),
  what: z.enum(['added', 'saved', 'moved', 'restored', 'bulk']),
  contentHash: Sha256,
  byId: PersonId,
  byName: z.string(),
  at: Instant,
})
export type PostVersion = z.infer<typeof PostVersion>

/** Words that stayed, went or came, in the order in which they are read. */
export const DifferencePart = z.object({
  kind: z.enum(['same', 'gone', 'come']),
  text: z.string(),
})
export type DifferencePart = z.infer<typeof DifferencePart>

/**
 * One field that differs between two contents. `field` is a name of `PostContent`, or
 * - `programme.<part>`: of the programme;
 * - `altText:<id>`: the words of one picture;
 * - `account:<id>`: the text of one account, `own:<id>` whether it has one, `slot:<id>` its day
 *   and time.
 *
 * Texts come word by word. What is chosen from a list comes as one part for each choice: an id, a
 * key, a day, as it stands in the content; the window has the words for it.
 */
export const FieldDifference = z.object({
  field: z.string(),
  parts: z.array(DifferencePart),
})
export type FieldDifference = z.infer<typeof FieldDifference>
