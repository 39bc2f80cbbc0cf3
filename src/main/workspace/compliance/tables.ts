import type {
  ActionRow,
  AnswererRow,
  AnswerRow,
  AssessmentRow,
  CarryRow,
  EvidenceRow,
  EvidenceUseRow,
  FindingRow,
  SnapshotRow,
  StepRow,
  MeasureRow,
} from './assessmentTables.ts'
import type {
  CampaignAssessmentRow,
  CampaignMeasuringRow,
  CampaignRoundRow,
  CampaignRow,
} from './campaignTables.ts'

export interface ComplianceTables {
  framework: FrameworkRow
  framework_version: FrameworkVersionRow
  framework_control: FrameworkControlRow
  assessment: AssessmentRow
  assessment_answer: AnswerRow
  assessment_answerer: AnswererRow
  assessment_carry: CarryRow
  assessment_measure: MeasureRow
  evidence: EvidenceRow
  evidence_use: EvidenceUseRow
  assessment_finding: FindingRow
  corrective_action: ActionRow
  campaign: CampaignRow
  campaign_round: CampaignRoundRow
  campaign_assessment: CampaignAssessmentRow
  campaign_measuring: CampaignMeasuringRow
  assessment_step: StepRow
  assessment_snapshot: SnapshotRow
}

/** A checklist. What it says stands with its versions. */
export interface FrameworkRow {
  id: string
  /** Key of the file it came with; null for the office's own. */
  shipped_key: string | null
  /** The version it was copied from. */
  copied_from: string | null
  place: number
  removed_at: string | null
  created_at: string
}

export interface FrameworkVersionRow {
  id: string
  framework_id: string
  /** `draft`, `published` or `discarded`. */
  state: string
  /** Null until published; a shipped version has the number of its file. */
  number: number | null
  title_ms: string
  title_en: string
  source: string
  /** SHA-256 of the canonical JSON; null until published. */
  hash: string | null
  published_at: string | null
  published_by: string | null
  created_at: string
}

/** A control as one version has it. */
export interface FrameworkControlRow {
  id: string
  version_id: string
  control_key: string
  parent_key: string | null
  place: number
  clause: string
  section_ms: string
  section_en: string
  question_ms: string
  question_en: string
  evidence_ms: string
  evidence_en: string
  weight: number
  scope: string
  measurement: string | null
  note_ms: string | null
  note_en: string | null
  /** JSON: keys of controls of the sources. */
  stands_for: string
  supersedes: string
  retired_reason: string | null
}
