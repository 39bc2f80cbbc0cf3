import { z } from 'zod'
import { AccountId } from './accounts.ts'
import { CorrectiveAction, Finding, Severity } from './assessmentFindings.ts'
import { AssessmentId } from './assessmentIds.ts'
import { AssessmentPeriod, AssessmentSubject } from './assessmentSubjects.ts'
import { query } from './call.ts'
import { DueToday } from './reminders.ts'
import { StateCode } from './states.ts'
import { Language, PersonId, PlainDate } from './values.ts'

/**
 * What an open finding waits for: an action that is late, due within seven days or later; somebody
 * to find that what was done works; its settling, as all of it works; or its first action.
 */
export const FollowWait = z.enum(['late', 'soon', 'verify', 'settle', 'unplanned', 'going'])
export type FollowWait = z.infer<typeof FollowWait>

/** An open finding of some assessment, and one of its actions where it is that which waits. */
export const FollowUp = Finding.pick({ key: true, severity: true, text: true }).extend({
  findingId: Finding.shape.id,
  assessmentId: AssessmentId,
  clause: z.string(),
  subject: AssessmentSubject,
  /** As lists of assessments show it; empty for the bureau. */
  subjectName: z.string(),
  period: AssessmentPeriod,
  wait: FollowWait,
  /** Null where the finding itself waits. */
  action: CorrectiveAction.pick({
    ...({ id: true, what: true, ownerId: true, ownerName: true, due: true } as const),
    ...({ progress: true } as const),
  }).nullable(),
})
export type FollowUp = z.infer<typeof FollowUp>

export const FollowFilter = z.object({
  wait: FollowWait.nullable(),
  /** What the person at the keyboard is to do: their actions, and what they may confirm or settle. */
  mine: z.boolean(),
  ownerId: PersonId.nullable(),
  accountId: AccountId.nullable(),
  severity: Severity.nullable(),
})
export type FollowFilter = z.infer<typeof FollowFilter>

/** What was asked for, in names, and what there is of it: the most urgent first. */
export const FollowUps = z.object({
  day: PlainDate,
  filter: FollowFilter,
  /** Of the owner and the account that were asked for. */
  owner: z.string().nullable(),
  account: z.string().nullable(),
  /** How many wait for what, whichever of them is shown. */
  counts: z.record(FollowWait, z.number().int().min(0)),
  rows: z.array(FollowUp),
})
export type FollowUps = z.infer<typeof FollowUps>

const Table = z.object({ filter: FollowFilter, language: Language })

export const assessmentFollowUps = {
  /** Of all assessments that were not withdrawn. */
  followUps: query(FollowFilter, FollowUps),
  followUpsCsv: query(Table, z.object({ csv: z.string() })),
  followUpsXlsx: query(Table, z.object({ bytes: z.instanceof(Uint8Array) })),
  /** What waits for the person at the keyboard now: nothing that is due later than in seven days. */
  ownFollowUps: query(z.object({}), z.array(FollowUp)),
  /** The same in numbers; what is due today stands apart from what is due soon. */
  followUpsDue: query(z.object({ state: StateCode }), DueToday),
}
