import { printDocument, type PrintDocument } from '../print/printDocument'

/** What is printed of complaints. */
export const complaintPrints: readonly PrintDocument[] = [
  printDocument(
    'complaint-clock',
    'complaints',
    'explainClock',
    () => import('./clocks/print/ClockSheet.vue'),
  ),
  printDocument(
    'complaint-letter',
    'complaints',
    'letter',
    () => import('./answers/print/LetterSheet.vue'),
  ),
  printDocument(
    'complaint-case',
    'complaints',
    'casePaper',
    () => import('./papers/print/CaseSheet.vue'),
  ),
  printDocument(
    'complaint-register',
    'complaints',
    'registerPaper',
    () => import('./papers/print/RegisterSheet.vue'),
  ),
  printDocument(
    'complaint-handover',
    'complaints',
    'handoverPaper',
    () => import('./papers/print/HandoverSheet.vue'),
  ),
  printDocument(
    'complaint-escalation',
    'complaints',
    'escalationPaper',
    () => import('./papers/print/EscalationSheet.vue'),
  ),
]
