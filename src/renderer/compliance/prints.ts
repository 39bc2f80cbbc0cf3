import { printDocument, type PrintDocument } from '../print/printDocument'

/** What is printed of checklists and assessments. */
export const compliancePrints: readonly PrintDocument[] = [
  printDocument(
    'assessment',
    'compliance',
    'assessmentPaper',
    () => import('./assess/print/AssessmentSheet.vue'),
  ),
  printDocument(
    'assessment-batch',
    'compliance',
    'assessmentBatch',
    () => import('./assess/print/AssessmentBatch.vue'),
  ),
  printDocument(
    'assessment-history',
    'compliance',
    'historyPaper',
    () => import('./assess/history/HistorySheet.vue'),
  ),
  printDocument(
    'campaign-round',
    'compliance',
    'roundPaper',
    () => import('./campaigns/RoundBook.vue'),
  ),
  printDocument('follow-ups', 'compliance', 'followUps', () => import('./follow/FollowSheet.vue')),
  printDocument(
    'blank-checklist',
    'compliance',
    'blankChecklist',
    () => import('./BlankSheet.vue'),
  ),
]
