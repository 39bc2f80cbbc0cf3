import { z } from 'zod'

export const AssessmentId = z.uuid().brand<'AssessmentId'>()
export type AssessmentId = z.infer<typeof AssessmentId>

/** A piece of evidence, wherever it is used. */
export const EvidenceId = z.uuid().brand<'EvidenceId'>()
export type EvidenceId = z.infer<typeof EvidenceId>

/** A piece of evidence at a control of an assessment. */
export const EvidenceUseId = z.uuid().brand<'EvidenceUseId'>()
export type EvidenceUseId = z.infer<typeof EvidenceUseId>

export const FindingId = z.uuid().brand<'FindingId'>()
export type FindingId = z.infer<typeof FindingId>

export const ActionId = z.uuid().brand<'ActionId'>()
export type ActionId = z.infer<typeof ActionId>

export const CampaignId = z.uuid().brand<'CampaignId'>()
export type CampaignId = z.infer<typeof CampaignId>

/** One round of a campaign: its subjects over the days of one period. */
export const RoundId = z.uuid().brand<'RoundId'>()
export type RoundId = z.infer<typeof RoundId>

/** One time a round was measured anew. */
export const MeasuringId = z.uuid().brand<'MeasuringId'>()
export type MeasuringId = z.infer<typeof MeasuringId>
