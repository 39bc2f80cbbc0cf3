import { z } from 'zod'
import { query } from './call.ts'
import { StateCode } from './states.ts'

/** Letters of a place that are looked at. */
export const longestPlace = 500

const Count = z.number().int().min(0)

/** How many urgent complaints wait for JKR at a place; numbers alone, so everybody may know them. */
export const UrgentAt = z.object({
  /** In the whole state. */
  inState: Count,
  /** Of them in districts that the words of the place name. */
  here: Count,
  /** These districts, as the register has them, the one with most of them first. */
  districts: z.array(z.string()),
})
export type UrgentAt = z.infer<typeof UrgentAt>

export const complaintPlaces = {
  /** `place` is in anybody's words: `Dewan Komuniti, Kota Bharu`. */
  urgentAt: query(z.object({ state: StateCode, place: z.string().max(longestPlace) }), UrgentAt),
}
