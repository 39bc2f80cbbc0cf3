export interface AssessmentRow {
  id: string
  version_id: string
  /** Of the version, when it was bound to it. */
  hash: string
  /** `account`, `unit`, `operator` or `bureau`. */
  subject_kind: string
  account_id: string | null
  unit: string | null
  person_id: string | null
  /** The first and the last day. */
  period_from: string
  period_to: string
  /** JSON: `ControlScope[]`. */
  scopes: string
  started_at: string
  started_by: string
  closed_at: string | null
  closed_by: string | null
  removed_at: string | null
}

/** There is none of a control that nobody touched. */
export interface AnswerRow {
  id: string
  assessment_id: string
  control_key: string
  result: string | null
  progress: string
  note: string
  version: number
  changed_at: string
  changed_by: string
}

/** That answers were carried to a newer version, and what stood before. */
export interface CarryRow {
  id: string
  assessment_id: string
  from_version: string
  from_hash: string
  to_version: string
  /** JSON: `CarriedBefore[]`. */
  before: string
  at: string
  by_id: string
  undone_at: string | null
}

/** A piece of evidence; which columns it has depends on its kind. */
export interface EvidenceRow {
  id: string
  kind: string
  title: string | null
  url: string | null
  post_id: string | null
  complaint_number: string | null
  image_id: string | null
  added_at: string
  added_by: string
}

export interface EvidenceUseRow {
  id: string
  evidence_id: string
  assessment_id: string
  control_key: string
  added_at: string
  added_by: string
  removed_at: string | null
}

export interface FindingRow {
  id: string
  assessment_id: string
  control_key: string
  severity: string
  finding: string
  version: number
  raised_at: string
  raised_by: string
  closing: string | null
  closed_at: string | null
  closed_by: string | null
  removed_at: string | null
}

export interface ActionRow {
  id: string
  finding_id: string
  what: string
  owner_id: string
  due: string
  progress: string
  version: number
  added_at: string
  /** How it was found to work. */
  remark: string | null
  checked_at: string | null
  checked_by: string | null
  removed_at: string | null
}
