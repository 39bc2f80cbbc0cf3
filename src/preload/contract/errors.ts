import { assessmentConflicts, assessmentsUnknown } from './assessmentErrors.ts'
import { complaintConflicts, complaintsUnknown } from './complaintErrors.ts'

/**
 * What can go wrong, in one closed list. `code` tells a program how to react; `reason` names the
 * sentence a person reads (`words.errors[reason]`, a test proves each has one).
 */
export const reasonsByCode = {
  /** The call itself is wrong: unknown name or malformed input. A defect, not the person's fault. */
  invalid: ['call.unknown', 'call.input', 'call.cancelled'],
  /** The thing named does not exist (any more). */
  'not-found': [
    'images.unknown-batch',
    'images.unknown-check',
    'images.unknown',
    'people.unknown',
    'days.unknown-holiday',
    'days.unknown-import',
    'reference.unknown',
    'accounts.unknown',
    'accounts.unknown-snapshot',
    'posts.unknown',
    'posts.unknown-version',
    'posts.unknown-comment',
    'posts.unknown-publication',
    'posts.unknown-correction',
    'posts.unknown-result',
    'posts.unknown-import',
    'cycles.unknown',
    'compliance.unknown',
    'compliance.unknown-version',
    'compliance.unknown-control',
    'cycles.unknown-phase',
    'planning.unknown-note',
    'planning.unknown-term',
    'planning.unknown-hold',
    'attachments.unknown',
    'attachments.unknown-redaction',
    'posts.unknown-decision',
    'posts.unknown-view',
    'posts.unknown-template',
    'posts.unknown-series',
    'posts.unknown-series-change',
    'backups.unknown',
    ...complaintsUnknown,
    ...assessmentsUnknown,
  ],
  /** It exists, but its present state does not allow this. */
  conflict: [
    'gate.already-created',
    'gate.already-open',
    'gate.not-begun',
    'people.name-taken',
    'people.last-active',
    'days.already-listed',
    'days.already-removed',
    'days.not-removed',
    'days.nothing-shipped',
    'days.too-long',
    'days.import-undone',
    'people.last-administrator',
    'people.no-pin',
    'images.batch-running',
    'images.not-keepable',
    'images.already-kept',
    'images.not-a-repeat',
    'images.repeats-library',
    'images.file-changed',
    'images.file-gone',
    'images.fix-unreadable',
    'images.fix-over-limit',
    'images.fix-not-written',
    'images.fix-over-original',
    'images.not-a-result',
    'images.not-undoable',
    'images.in-trash',
    'images.original-gone',
    'images.target-full',
    'images.target-read-only',
    'reference.fixed',
    'reference.name-taken',
    'reference.not-editable',
    'reference.not-shipped',
    'reference.order-outdated',
    'accounts.handle-taken',
    'accounts.unknown-channel',
    'accounts.unusable-image',
    'accounts.unknown-operator',
    'accounts.day-taken',
    'accounts.day-in-future',
    'posts.changed-meanwhile',
    'posts.in-trash',
    'posts.not-in-trash',
    'posts.not-from-here',
    'posts.not-held',
    'posts.reason-missing',
    'posts.unknown-key',
    'posts.unknown-account',
    'posts.unknown-person',
    'posts.unknown-phase',
    'posts.unknown-image',
    'posts.no-account',
    'posts.nobody-approves',
    'posts.all-held',
    'posts.held-that-day',
    'posts.text-missing',
    'posts.not-in-review',
    'posts.other-text',
    'posts.own-work',
    'posts.not-your-step',
    'posts.already-decided',
    'posts.comment-missing',
    'posts.not-your-comment',
    'posts.published-locked',
    'posts.route-locked',
    /** `parts`: what is missing, comma-separated; `count` of the posts that lack something. */
    'posts.not-complete',
    'posts.signed-before-text',
    'posts.typed-by-author',
    'posts.signer-known',
    'posts.outsider-not-asked',
    'posts.not-last-decision',
    'posts.comment-not-removed',
    'posts.not-allowed-in-blackout',
    'posts.not-ready',
    'posts.not-published',
    'posts.already-published',
    'posts.account-recorded',
    'posts.account-skipped',
    'posts.day-in-future',
    'posts.not-on-account',
    'posts.result-taken',
    /** `rules`: what stops, by the names of the rules; `posts`: which, by their titles. */
    'posts.stopped-by-rules',
    /** `title` of the period. */
    'posts.in-blackout',
    'posts.term-not-checked',
    'posts.no-example',
    'posts.history-loaded',
    'posts.import-undone',
    'sheets.unreadable',
    'sheets.empty',
    'sheets.too-long',
    'sheets.too-wide',
    'sheets.too-large',
    'sheets.open-quote',
    'compliance.shipped',
    'compliance.removed',
    'compliance.title-taken',
    'compliance.draft-there',
    'compliance.no-draft',
    'compliance.only-draft',
    'compliance.not-discarded',
    'compliance.heading-weight',
    'compliance.already-retired',
    'compliance.not-retired',
    'compliance.end-of-section',
    'compliance.nothing-changed',
    'compliance.nothing-asked',
    'cycles.too-short',
    'cycles.ends-before-start',
    /** `number` of the phase. */
    'cycles.phase-in-the-way',
    'cycles.unknown-owner',
    'cycles.unknown-target',
    'cycles.history-loaded',
    'planning.not-removed',
    'planning.term-taken',
    'planning.already-held',
    'planning.not-held',
    'posts.view-name-taken',
    ...complaintConflicts,
    ...assessmentConflicts,
    'posts.template-name-taken',
    'posts.template-not-removed',
    'posts.view-not-removed',
    'posts.series-needs-day',
    'posts.series-without-days',
    'posts.in-series-already',
    'posts.not-in-series',
    'posts.series-complete',
    'posts.series-changed-since',
    /** `names`: as they stand in the template. */
    'posts.unknown-placeholder',
    'posts.not-on-paper',
    'attachments.already-there',
    'attachments.not-removed',
    'attachments.no-picture',
    'attachments.not-redacted',
    'attachments.empty',
    /** `limit` in megabytes. */
    'attachments.too-large',
    'attachments.not-accepted',
    /** `kind` of file, and what to save it as (`to`). */
    'attachments.convert-first',
    'attachments.unreadable',
    'attachments.changed',
    'attachments.damaged',
    'attachments.original-gone',
    'backups.folder-inside',
    'backups.folder-missing',
    'backups.folder-unwritable',
    'backups.folder-full',
    'backups.no-second-folder',
    /** Not before work that changes much at once: the workspace stays as it is. */
    'backups.not-made',
    'backups.damaged',
    /** A workspace on a server is backed up there. */
    'backups.not-here',
  ],
  /** Not allowed as things stand: locked, or the wrong secret. */
  refused: [
    'gate.locked',
    'gate.wrong-passphrase',
    'gate.wrong-recovery-code',
    'gate.recovery-code-mistyped',
    'gate.weak-passphrase',
    'gate.no-safe-storage',
    'gate.screen-locked',
    'people.nobody-chosen',
    /** `roles`: who may, comma-separated. */
    'people.not-allowed',
    /** `roles`: who may, comma-separated. */
    'posts.plan-not-yours',
    'people.wrong-pin',
    /** `seconds` until the next try. */
    'people.pin-wait',
    'people.wrong-proof',
    'images.pasted-too-large',
    'backups.secret-needed',
  ],
  /** The data cannot be opened. */
  database: [
    'database.newer',
    'database.older',
    'database.foreign',
    'database.damaged',
    'database.busy',
    'database.migration-failed',
    'database.key-file-damaged',
    'database.key-file-missing',
    'database.missing',
    'database.folder-unwritable',
    'database.full',
    /** `folder`. */
    'database.folder-network',
    /** `folder` and `service`. */
    'database.folder-synced',
  ],
  /** The workspace process is gone or restarting; the same call may work in a moment. */
  unavailable: [
    'workspace.crashed',
    'workspace.stopped',
    'images.worker-unavailable',
    'print.took-too-long',
    'print.page-ended',
    'print.kept-changing',
  ],
  /** Anything nobody foresaw. `details.reference` finds it in the log. */
  unexpected: ['unexpected'],
} as const

export type ErrorCode = keyof typeof reasonsByCode
export type Reason = (typeof reasonsByCode)[ErrorCode][number]

/** Values that fill the placeholders of the sentence; never personal data. */
export type ErrorDetails = Readonly<Record<string, string | number>>

/** An expected failure. Thrown in the workspace, carried over the port, thrown again in the page. */
export class WorkspaceError extends Error {
  readonly code: ErrorCode
  readonly reason: Reason
  readonly details: ErrorDetails

  constructor(reason: Reason, details: ErrorDetails = {}) {
    super(reason)
    this.name = 'WorkspaceError'
    this.code = codeOf(reason)
    this.reason = reason
    this.details = details
  }
}

/** The code a reason belongs to. */
export function codeOf(reason: Reason): ErrorCode {
  for (const [code, reasons] of Object.entries(reasonsByCode)) {
    if ((reasons as readonly string[]).includes(reason)) return code as ErrorCode
  }
  return 'unexpected'
}

export function isReason(value: unknown): value is Reason {
  return Object.values(reasonsByCode).some((reasons) => reasons.some((one) => one === value))
}
