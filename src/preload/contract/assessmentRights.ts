import { assessors, commenters } from './roleGroups.ts'

/** Who may work on assessments; everybody reads them. */
export const assessmentRights = {
  startAssessment: assessors,
  closeAssessment: assessors,
  reopenAssessment: assessors,
  removeAssessment: assessors,
  bringBackAssessment: assessors,
  answerControl: assessors,
  addEvidence: assessors,
  reuseEvidence: assessors,
  removeEvidence: assessors,
  bringBackEvidence: assessors,
  addFinding: assessors,
  changeFinding: assessors,
  closeFinding: assessors,
  reopenFinding: assessors,
  removeFinding: assessors,
  bringBackFinding: assessors,
  addAction: assessors,
  changeAction: assessors,
  // Whoever is to put something right says how far they are; of others' actions the service refuses.
  moveAction: commenters,
  checkAction: assessors,
  removeAction: assessors,
  bringBackAction: assessors,
  carryOver: assessors,
  undoCarry: assessors,
} as const
