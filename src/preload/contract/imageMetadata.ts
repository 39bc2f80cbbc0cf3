import { z } from 'zod'
import { query } from './call.ts'
import { CheckId, ImageId } from './values.ts'

/** What a file may say of persons, beside what is seen in the picture. */
export const PersonalKind = z.enum([
  'location',
  'owner',
  'author',
  'editor',
  'contact',
  'people',
  'serial',
  'title',
  'program',
])
export type PersonalKind = z.infer<typeof PersonalKind>

/** One such detail as the file has it, for the person's eyes only: never logged or audited. */
export const PersonalDetail = z.object({ kind: PersonalKind, value: z.string() })
export type PersonalDetail = z.infer<typeof PersonalDetail>

export const imageMetadata = {
  /** Empty for a file that was not measured, or says nothing. */
  personalDetails: query(
    z.object({
      of: z.discriminatedUnion('where', [
        z.object({ where: z.literal('batch'), checkId: CheckId }),
        z.object({ where: z.literal('library'), imageId: ImageId }),
      ]),
    }),
    z.array(PersonalDetail),
  ),
}
