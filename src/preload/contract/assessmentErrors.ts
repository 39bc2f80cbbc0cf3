/** What of an assessment is not there. */
export const assessmentsUnknown = [
  'compliance.unknown-assessment',
  'compliance.unknown-evidence',
  'compliance.unknown-finding',
  'compliance.unknown-action',
] as const

/** What the present state of an assessment does not allow. */
export const assessmentConflicts = [
  /** `count` of the assessments that use the checklist. */
  'compliance.in-use',
  'compliance.not-published',
  /** `from` and `to` of the period of the other. */
  'compliance.assessment-there',
  'compliance.assessment-closed',
  'compliance.assessment-open',
  'compliance.assessment-removed',
  'compliance.assessment-not-removed',
  'compliance.nothing-for-subject',
  'compliance.not-asked',
  'compliance.answered-meanwhile',
  'compliance.evidence-there',
  'compliance.evidence-not-removed',
  'compliance.finding-closed',
  'compliance.finding-open',
  'compliance.finding-not-removed',
  'compliance.actions-open',
  'compliance.action-not-done',
  'compliance.action-not-removed',
  'compliance.own-action',
  'compliance.not-your-action',
  'compliance.not-newer',
  'compliance.carry-passed',
] as const
