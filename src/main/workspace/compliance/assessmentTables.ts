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
  /** Since when nothing is answered any more, whatever stage that is. */
  closed_at: string | null
  closed_by: string | null
  removed_at: string | null
  /** `open`, `prepared`, `reviewed`, `approved`, or `closed` before there was a route. */
  stage: string
  revision: number
}

/** One deed on the way to approval; never changed. */
export interface StepRow {
  id: string
  assessment_id: string
  /** From 0, over all revisions. */
  place: number
  revision: number
  deed: string
  by_id: string
  /** Name and post of that day. */
  by_name: string
  by_post: string
  at: string
  remark: string
  /** JSON: `Signature`. */
  signature: string | null
  /** JSON: `QualityMark[]`. */
  warnings: string
  /** Of what the assessment said then; null of a deed that opens it again. */
  content_hash: string | null
}

/** What an approved revision said; never changed. */
export interface SnapshotRow {
  id: string
  assessment_id: string
  revision: number
  /** Canonical JSON: `AssessmentReport`. */
  body: string
  hash: string
  at: string
  by_id: string
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

/** That a person answered a control by hand, since when; once for each of them. */
export interface AnswererRow {
  id: string
  assessment_id: string
  control_key: string
  person_id: string
  at: string
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

/** What was measured of one control for an assessment, and why a person answered otherwise. */
export interface MeasureRow {
  id: string
  assessment_id: string
  control_key: string
  /** `MeasureVerdict`: by it lists tell how an answer stands, without reading the figures. */
  verdict: string
  /** JSON: `Measured`. */
  measured: string
  at: string
  by_id: string
  /** Empty where nobody said one. */
  reason: string
  reason_at: string | null
  reason_by: string | null
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
