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
    'complaint-letters',
    'complaints',
    'letters',
    () => import('./answers/print/LettersSheet.vue'),
  ),
  printDocument(
    'disposal-proposal',
    'complaints',
    'disposal',
    () => import('./disposal/print/DisposalForm.vue'),
  ),
  printDocument(
    'disposal-certificate',
    'complaints',
    'disposal',
    () => import('./disposal/print/DisposalCertificate.vue'),
  ),
  printDocument(
    'access-file',
    'complaints',
    'accessFile',
    () => import('./rights/print/AccessFile.vue'),
  ),
  printDocument(
    'breach-pack',
    'complaints',
    'breachPack',
    () => import('./breaches/print/BreachSheet.vue'),
  ),
  printDocument(
    'complaint-charter',
    'complaints',
    'charterReport',
    () => import('./overview/print/CharterReport.vue'),
  ),
  printDocument(
    'complaint-year',
    'complaints',
    'yearReport',
    () => import('./overview/print/YearReport.vue'),
  ),
  printDocument(
    'complaint-meeting',
    'complaints',
    'meetingPack',
    () => import('./overview/print/MeetingPack.vue'),
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
  printDocument(
    'complaint-escalations',
    'complaints',
    'escalationBatch',
    () => import('./papers/print/EscalationBatch.vue'),
  ),
]
