import { z } from 'zod'
import { AccountId, OptionalEmail, OptionalWebsite } from './accounts.ts'
import { Difficulty, Severity } from './complaintWeight.ts'
import { ReferenceKey } from './reference.ts'
import { Metres, RoadCode } from './roads.ts'
import { StateCode } from './states.ts'
import { Instant } from './values.ts'

export const ComplaintId = z.uuid().brand<'ComplaintId'>()
export type ComplaintId = z.infer<typeof ComplaintId>

export const ComplainantId = z.uuid().brand<'ComplainantId'>()
export type ComplainantId = z.infer<typeof ComplainantId>

/** By year, without gaps: `ADU-2026-000123`. The first letters are those of "aduan". */
export const ComplaintNumber = z
  .string()
  .regex(/^ADU-\d{4}-\d{6,}$/)
  .brand<'ComplaintNumber'>()
export type ComplaintNumber = z.infer<typeof ComplaintNumber>

/** Characters in which a complaint tells what happened. Ours. */
export const longestReport = 10_000

const Short = z.string().trim().max(300)

/** Who somebody is and how to reach them; only the name must be there. */
export const Contact = z.object({
  name: z.string().trim().min(1).max(200),
  phone: z.string().trim().max(40),
  email: OptionalEmail,
  address: z.string().trim().max(500),
  /** Identity card or passport, where the person gave it. */
  identityNumber: z.string().trim().max(30),
})
export type Contact = z.infer<typeof Contact>

/** Who complains: nobody who gave a name, somebody the register knows, or somebody new. */
export const ComplainantChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('anonymous') }),
  z.object({ kind: z.literal('known'), id: ComplainantId }),
  z.object({ kind: z.literal('new'), contact: Contact }),
])
export type ComplainantChoice = z.infer<typeof ComplainantChoice>

/** What is kept of a complaint besides who made it (KKS F1: full details). */
export const ComplaintFields = z
  .object({
    /** Key of a complaint channel of the reference data. */
    channel: ReferenceKey,
    /** The account of ours on which it came in; null where the channel has none. */
    accountId: AccountId.nullable(),
    /** What the channel calls it, such as the number of SISPAA; empty where it gives none. */
    reference: z.string().trim().max(100),
    /** The public comment; empty where there is none. */
    link: OptionalWebsite,
    receivedAt: Instant,
    /** Key of a kind (KKS H). */
    kind: ReferenceKey,
    subKind: ReferenceKey.nullable(),
    what: z.string().trim().min(1).max(longestReport),
    /** By the keys of the sub-kind's questions; one without an answer is left out. */
    answers: z.record(ReferenceKey, z.string().trim().min(1).max(500)),
    state: StateCode.nullable(),
    district: z.string().trim().max(100),
    road: RoadCode.nullable(),
    /** Along the road: a place, or from there up to `toMetres`. */
    fromMetres: Metres.nullable(),
    toMetres: Metres.nullable(),
    /** In words: a junction, a school, a housing estate. */
    place: Short,
    /** Key of an urgent kind: somebody is in danger now. */
    urgent: ReferenceKey.nullable(),
    /** Null: nobody has weighed it. So the next. */
    severity: Severity.nullable().default(null),
    difficulty: Difficulty.nullable().default(null),
  })
  .refine(({ road, fromMetres }) => road !== null || fromMetres === null)
  .refine(
    ({ fromMetres, toMetres }) =>
      toMetres === null || (fromMetres !== null && toMetres > fromMetres),
  )
export type ComplaintFields = z.infer<typeof ComplaintFields>

/** A person of the register with their data covered: enough to tell two of them apart. */
export const CoveredComplainant = z.object({
  id: ComplainantId,
  /** `S••• A•••`. */
  name: z.string(),
  /** `•••• 6789`; empty where none is kept. So all that follow. */
  phone: z.string(),
  email: z.string(),
  address: z.string(),
  identityNumber: z.string(),
  /** How many complaints they made. */
  complaints: z.number().int(),
})
export type CoveredComplainant = z.infer<typeof CoveredComplainant>
