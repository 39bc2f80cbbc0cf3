/** What of an assessment is not there. */
export const assessmentsUnknown = [
  'compliance.unknown-assessment',
  'compliance.unknown-evidence',
  'compliance.unknown-finding',
  'compliance.unknown-action',
  'compliance.unknown-campaign',
  'compliance.unknown-round',
  'compliance.unknown-revision',
] as const

/** What the present state of an assessment does not allow. */
export const assessmentConflicts = [
  /** `count` of the assessments that use the checklist. */
  'compliance.in-use',
  'compliance.not-published',
  /** `from` and `to` of the period of the other. */
  'compliance.assessment-there',
  'compliance.assessment-closed',
  /** It waits for somebody's review or approval. */
  'compliance.assessment-in-review',
  'compliance.assessment-approved',
  /** `count` of what stops it. */
  'compliance.quality-errors',
  /** `count` of the warnings that nobody acknowledged. */
  'compliance.quality-unseen',
  'compliance.not-this-step',
  'compliance.own-step',
  'compliance.own-answers',
  'compliance.changed-since',
  'compliance.assessment-open',
  'compliance.assessment-removed',
  'compliance.assessment-not-removed',
  'compliance.nothing-for-subject',
  'compliance.not-asked',
  'compliance.answered-meanwhile',
  'compliance.disagree-reason',
  'compliance.evidence-there',
  /** No assessment that is worked on rests on it. */
  'compliance.evidence-frozen',
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
  'compliance.measuring-passed',
  'compliance.campaign-removed',
  'compliance.campaign-not-removed',
  'compliance.no-subjects',
  'compliance.round-there',
  'compliance.due-early',
] as const
