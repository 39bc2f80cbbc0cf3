import { z } from 'zod'
import { command, job } from './call.ts'
import { ComplaintId } from './complaintFields.ts'
import { ComplaintFilter } from './complaints.ts'
import { Instant, Language, Passage } from './values.ts'

export const TakeoutId = z.uuid().brand<'TakeoutId'>()
export type TakeoutId = z.infer<typeof TakeoutId>

/**
 * As what complaints leave the register: a case on paper, the register on paper, as a file, or the
 * records themselves to the national archives.
 */
export const TakeoutKind = z.enum(['case-file', 'register', 'xlsx', 'csv', 'transfer'])
export type TakeoutKind = z.infer<typeof TakeoutKind>

/** Most complaints that are chosen one by one to leave together. */
export const mostChosen = 1_000

/** Which complaints: what a filter leaves of the register or, unless null, was chosen of it. */
export const RegisterChoice = z.object({
  filter: ComplaintFilter,
  ids: z.array(ComplaintId).min(1).max(mostChosen).nullable(),
})
export type RegisterChoice = z.infer<typeof RegisterChoice>

/** That complaints left with nothing covered: by whom, when, as what and why. */
export const Takeout = z.object({
  id: TakeoutId,
  what: TakeoutKind,
  at: Instant,
  byName: z.string(),
  reason: z.string(),
  /** How many complaints. */
  cases: z.number().int().min(0),
})
export type Takeout = z.infer<typeof Takeout>

export const complaintLeaving = {
  /**
   * Leave to print or save these complaints with nothing covered, for the person who asks, for an
   * hour. Why, and which complaints, is kept.
   * @throws `complaints.unknown`, `complaints.nothing-to-take`
   */
  takeOut: command(
    z.object({ what: TakeoutKind, choice: RegisterChoice, reason: Passage.min(1) }),
    Takeout,
  ),
  /**
   * Writes complaints to the file a person named, one a row, by number: CSV safe to open in a
   * spreadsheet, or a workbook of one sheet. Covered but for those that `takeoutId` is about.
   * @throws `complaints.unknown-takeout`; what the disk refuses (`images.…`)
   */
  exportRegister: job(
    z.object({
      choice: RegisterChoice,
      format: z.enum(['xlsx', 'csv']),
      language: Language,
      path: z.string().min(1),
      takeoutId: TakeoutId.nullable(),
    }),
    z.object({ path: z.string(), cases: z.number().int() }),
    z.object({ done: z.number().int(), total: z.number().int() }),
  ),
}
