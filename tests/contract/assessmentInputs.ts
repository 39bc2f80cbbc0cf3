import type { assessmentCarrying } from '#contract/assessmentCarrying'
import type { assessmentEvidence } from '#contract/assessmentEvidence'
import type { assessmentFindings } from '#contract/assessmentFindings'
import type { AssessmentId } from '#contract/assessmentIds'
import type { assessmentReviews } from '#contract/assessmentReviews'
import type { assessments } from '#contract/assessments'
import type { campaignMeasuring } from '#contract/campaignMeasuring'
import type { campaigns } from '#contract/campaigns'
import { PlainDate } from '#contract/values'
import { secondHalf } from '../support/assessments.ts'
import type { InputsOf } from './commandInputs.ts'
import { marker } from './marker.ts'

type Calls = typeof assessments &
  typeof assessmentEvidence &
  typeof assessmentFindings &
  typeof assessmentCarrying &
  typeof campaigns &
  typeof campaignMeasuring &
  typeof assessmentReviews

const due = PlainDate.parse('2026-12-31')
const finding = { severity: 'minor' as const, text: `Penemuan ${marker}` }

function step(id: AssessmentId, base: number) {
  return { id, base, remark: `Catatan ${marker}`, signature: null }
}

/** A valid input for every command about assessments; each changes something. */
export const assessmentInputs: InputsOf<Calls> = {
  startAssessment: ({ checklists: { shippedVersion } }) => ({
    ...{ versionId: shippedVersion, subject: { kind: 'unit', unit: `Unit ${marker}` } },
    ...{ period: secondHalf, scopes: ['post'], beside: false, carry: null },
  }),
  prepareAssessment: ({ assessed: { complete, warnings } }) => ({
    ...{ ...step(complete, 0), acknowledged: warnings },
  }),
  reviewAssessment: ({ assessed: { prepared } }) => step(prepared, 1),
  approveAssessment: ({ assessed: { reviewed } }) => step(reviewed, 2),
  sendBackAssessment: ({ assessed: { returnable } }) => ({
    ...{ id: returnable, base: 1, remark: `Pulang ${marker}` },
  }),
  reopenAssessment: ({ assessed: { approved } }) => ({ id: approved, reason: `Lagi ${marker}` }),
  removeAssessment: ({ assessed: { removable } }) => ({ id: removable }),
  bringBackAssessment: ({ assessed: { removed } }) => ({ id: removed }),
  answerControl: ({ assessed: { open, key } }) => ({
    ...{ id: open, key, base: 0 },
    answer: { result: 'partly', progress: 'done', note: `Catatan ${marker}` },
  }),
  addEvidence: ({ assessed: { open, key } }) => ({
    ...{ id: open, key },
    evidence: { kind: 'link', title: `Portal ${marker}`, url: 'https://www.jkr.gov.my' },
  }),
  reuseEvidence: ({ assessed: { open, otherKey, evidence } }) => ({
    ...{ id: open, key: otherKey, evidenceId: evidence.evidence.id },
  }),
  removeEvidence: ({ assessed: { evidence } }) => ({ useId: evidence.useId }),
  bringBackEvidence: ({ assessed: { removedEvidence } }) => ({ useId: removedEvidence.useId }),
  addFinding: ({ assessed: { open, key } }) => ({ id: open, key, fields: finding }),
  changeFinding: ({ assessed: { plain } }) => ({ id: plain, base: 1, fields: finding }),
  closeFinding: ({ assessed: { plain } }) => ({ id: plain, how: `Siap ${marker}` }),
  reopenFinding: ({ assessed: { settled } }) => ({ id: settled }),
  removeFinding: ({ assessed: { spare } }) => ({ id: spare }),
  bringBackFinding: ({ assessed: { removedFinding } }) => ({ id: removedFinding }),
  addAction: ({ assessed: { working }, person }) => ({
    ...{ id: working, fields: { what: `Tindakan ${marker}`, ownerId: person.id, due } },
  }),
  changeAction: ({ assessed: { action }, person }) => ({
    ...{ id: action, base: 1, fields: { what: `Lain ${marker}`, ownerId: person.id, due } },
  }),
  moveAction: ({ assessed: { movable } }) => ({ id: movable, base: 1, progress: 'in-work' }),
  checkAction: ({ assessed: { done } }) => ({ id: done, base: 2, remark: `Berkesan ${marker}` }),
  removeAction: ({ assessed: { goneSoon } }) => ({ id: goneSoon }),
  bringBackAction: ({ assessed: { removedAction } }) => ({ id: removedAction }),
  carryOver: ({ assessed: { carrying } }) => ({ ...carrying }),
  undoCarry: ({ assessed: { carried } }) => ({ id: carried }),
  changeCampaign: ({ held: { campaign }, person }) => ({
    id: campaign,
    fields: { name: `Kempen ${marker}`, recurrence: 'year', responsibleId: person.id },
  }),
  changeDue: ({ held: { round } }) => ({ id: round, due }),
  undoMeasureRound: ({ held: { round, measuring } }) => ({ id: round, measuring }),
  removeCampaign: ({ held: { removable } }) => ({ id: removable }),
  bringBackCampaign: ({ held: { removed } }) => ({ id: removed }),
}
