import { z } from 'zod'
import { CampaignId, RoundId } from './assessmentIds.ts'
import { AssessmentPeriod, AssessmentSubject } from './assessmentSubjects.ts'
import { MeasuringSteps } from './assessmentMeasures.ts'
import { AssessmentSummary, PinnedVersion } from './assessments.ts'
import { command, job, query } from './call.ts'
import { ControlScope, FrameworkVersionId } from './frameworks.ts'
import { DueToday } from './reminders.ts'
import { StateCode } from './states.ts'
import { Instant, Line, PersonId, PlainDate } from './values.ts'

export const Recurrence = z.enum(['once', 'month', 'quarter', 'year'])
export type Recurrence = z.infer<typeof Recurrence>

/** All accounts in use when a round begins, in the order of the register, or those that were chosen. */
export const CampaignSubjects = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accounts') }),
  z.object({ kind: z.literal('chosen'), subjects: z.array(AssessmentSubject).min(1).max(200) }),
])
export type CampaignSubjects = z.infer<typeof CampaignSubjects>

/** What may be changed while it runs. */
export const CampaignFields = z.object({
  name: Line,
  recurrence: Recurrence,
  /** Who sees to it that the assessments are made, and is reminded. */
  responsibleId: PersonId,
})
export type CampaignFields = z.infer<typeof CampaignFields>

const roundFields = {
  versionId: FrameworkVersionId,
  period: AssessmentPeriod,
  /** The assessments are to be approved on this day at the latest. */
  due: PlainDate,
}

export const NewCampaign = CampaignFields.extend({
  ...roundFields,
  subjects: CampaignSubjects,
  scopes: z.array(ControlScope).min(1),
})
export type NewCampaign = z.infer<typeof NewCampaign>

export const NewRound = z.object({
  id: CampaignId,
  ...roundFields,
  /** Answers by hand of the round before come along, each to be looked at again. */
  carry: z.boolean(),
})
export type NewRound = z.infer<typeof NewRound>

/** Where a round stands, over all of its assessments that were not withdrawn. */
export const CampaignRound = z.object({
  id: RoundId,
  number: z.number().int().positive(),
  period: AssessmentPeriod,
  due: PlainDate,
  pinned: PinnedVersion.pick({ id: true, number: true, title: true }),
  startedAt: Instant,
  startedBy: z.string(),
  assessments: z.number().int().min(0),
  /** No longer open: handed over, on their way, or approved. */
  closed: z.number().int().min(0),
  /** Approved, or closed before there was a route: nobody is waited for any more. */
  done: z.number().int().min(0),
  asked: z.number().int().min(0),
  answered: z.number().int().min(0),
  disagreed: z.number().int().min(0),
  openFindings: z.number().int().min(0),
  /** The mean of the scores of its assessments; null while none has one. */
  score: z.number().min(0).max(1).nullable(),
  /** Its day has passed and not all assessments are done. */
  isLate: z.boolean(),
})
export type CampaignRound = z.infer<typeof CampaignRound>

/** What would come next, as the recurrence proposes it. */
export const ProposedRound = z.object({
  versionId: FrameworkVersionId,
  period: AssessmentPeriod,
  due: PlainDate,
  /** Its period has begun. */
  hasBegun: z.boolean(),
})
export type ProposedRound = z.infer<typeof ProposedRound>

export const CampaignSummary = CampaignFields.extend({
  id: CampaignId,
  responsible: z.string(),
  subjects: CampaignSubjects,
  scopes: z.array(ControlScope),
  startedAt: Instant,
  removed: z.boolean(),
  /** The latest round. */
  round: CampaignRound,
  rounds: z.number().int().positive(),
  /** Null for a campaign held once, one that was withdrawn, or a checklist no longer in use. */
  next: ProposedRound.nullable(),
})
export type CampaignSummary = z.infer<typeof CampaignSummary>

/** A campaign with its rounds, the latest first. */
export const Campaign = CampaignSummary.extend({ all: z.array(CampaignRound) })
export type Campaign = z.infer<typeof Campaign>

/** Why a campaign waits for the person at the keyboard. */
export const CampaignWait = z.enum(['late', 'soon', 'next'])
export type CampaignWait = z.infer<typeof CampaignWait>

export const OwnCampaign = z.object({
  id: CampaignId,
  name: z.string(),
  wait: CampaignWait,
  /** By which the round is due, or on which the next period begins. */
  day: PlainDate,
  /** Assessments that are not done. */
  open: z.number().int().min(0),
})
export type OwnCampaign = z.infer<typeof OwnCampaign>

const One = z.object({ id: CampaignId })
const OneRound = z.object({ id: RoundId })
const Started = z.object({
  id: CampaignId,
  roundId: RoundId,
  assessments: z.number().int().positive(),
})

export const campaigns = {
  /** Those that wait for something first: the earliest day first. */
  campaigns: query(z.object({ removed: z.boolean() }), z.array(CampaignSummary)),
  /** @throws `compliance.unknown-campaign` */
  campaign: query(One, Campaign),
  /** The assessments of a round, in the order in which its subjects were given; withdrawn ones too. */
  roundAssessments: query(OneRound, z.array(AssessmentSummary)),
  /**
   * One assessment for each subject, measured, all of it in one transaction at the end: stopped or
   * failed it leaves nothing.
   * @throws `compliance.no-subjects` where no account is in use
   */
  startCampaign: job(NewCampaign, Started, MeasuringSteps),
  /** @throws `compliance.round-there` where another round has days of the period */
  startRound: job(NewRound, Started, MeasuringSteps),
  changeCampaign: command(One.extend({ fields: CampaignFields }), CampaignSummary),
  changeDue: command(OneRound.extend({ due: PlainDate }), CampaignSummary),
  /** Out of sight, with its assessments that are open; those that were closed stay. */
  removeCampaign: command(One, CampaignSummary),
  /** With the assessments that went with it. */
  bringBackCampaign: command(One, CampaignSummary),
  /** Those that wait for the person at the keyboard, the earliest day first. */
  ownCampaigns: query(z.object({}), z.array(OwnCampaign)),
  /** The same in numbers. */
  campaignsDue: query(z.object({ state: StateCode }), DueToday),
}
