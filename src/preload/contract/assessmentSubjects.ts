import { z } from 'zod'
import { AccountId } from './accounts.ts'
import { Line, PersonId, PlainDate } from './values.ts'

/** What an assessment or a measurement is about. A unit is named as the register of accounts does. */
export const AssessmentSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('account'), accountId: AccountId }),
  z.object({ kind: z.literal('unit'), unit: Line }),
  z.object({ kind: z.literal('operator'), personId: PersonId }),
  z.object({ kind: z.literal('bureau') }),
])
export type AssessmentSubject = z.infer<typeof AssessmentSubject>

/** Whole days of the office; the first and the last belong to it. */
export const AssessmentPeriod = z
  .object({ from: PlainDate, to: PlainDate })
  .refine(({ from, to }) => from <= to, { path: ['to'] })
export type AssessmentPeriod = z.infer<typeof AssessmentPeriod>

/**
 * What a control is answered with. That nobody has answered yet, or that there is nothing to measure,
 * is no result: neither met nor unmet.
 */
export const AssessmentResult = z.enum(['met', 'partly', 'not-met', 'not-applicable'])
export type AssessmentResult = z.infer<typeof AssessmentResult>
