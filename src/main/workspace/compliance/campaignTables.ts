export interface CampaignRow {
  id: string
  name: string
  /** `Recurrence`. */
  recurrence: string
  responsible_id: string
  /** JSON: `CampaignSubjects`. */
  subjects: string
  /** JSON: `ControlScope[]`. */
  scopes: string
  started_at: string
  started_by: string
  /** The same moment stands at the assessments that went with it. */
  removed_at: string | null
}

export interface CampaignRoundRow {
  id: string
  campaign_id: string
  /** Counted from 1. */
  number: number
  version_id: string
  period_from: string
  period_to: string
  due: string
  started_at: string
  started_by: string
}

/** An assessment that belongs to a round. */
export interface CampaignAssessmentRow {
  id: string
  round_id: string
  assessment_id: string
  place: number
}

/** One time a round was measured anew. */
export interface CampaignMeasuringRow {
  id: string
  round_id: string
  /** JSON: `BeforeMeasuring[]`; empty of all but the last of a round. */
  before: string
  at: string
  by_id: string
  undone_at: string | null
}
