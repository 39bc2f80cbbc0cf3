import type { BreachDeed, BreachField } from '#contract/complaintBreaches'

const contact = ['name', 'phone', 'email', 'identityNumber', 'address'] as const
const everything: readonly BreachField[] = [...contact, 'what', 'files']

/**
 * Calls by which data of persons is seen uncovered or leaves, as the audit log names them. What is
 * only read covered stands in no log.
 */
export const breachCalls: Readonly<Record<string, BreachDeed>> = {
  'complaints.reveal': 'shown',
  'complaints.takeOut': 'taken-out',
  'complaints.exportRegister': 'saved',
  'complaints.openAccessFile': 'access-file',
  'attachments.saveCopy': 'file',
  'complaints.saveAccessFiles': 'file',
  'complaints.transferDisposal': 'saved',
  'complaints.takeAnswer': 'answer-copied',
  'complaints.printAnswer': 'answer-printed',
  'complaints.printReplies': 'answer-printed',
  'complaints.takeForwarding': 'letter-copied',
  'complaints.printForwarding': 'letter-printed',
  'complaints.takeReminder': 'letter-copied',
  'complaints.printReminder': 'letter-printed',
}

/**
 * What can be read of the persons: a case on paper has its files, the register in a list has not;
 * letters and answers name whoever complains and say what about.
 */
export const deedFields: Readonly<Record<BreachDeed, readonly BreachField[]>> = {
  shown: [...contact, 'what'],
  'taken-out': [...contact, 'what'],
  saved: [...contact, 'what'],
  // Rules cover who somebody is; what happened stands as it was told.
  covered: [],
  'access-file': everything,
  file: ['files'],
  'answer-copied': ['name', 'what'],
  'answer-printed': ['name', 'address', 'what'],
  'letter-copied': ['name', 'what'],
  'letter-printed': ['name', 'what'],
}

/** What a case on paper shows: its files too. */
export const caseFileFields = everything
