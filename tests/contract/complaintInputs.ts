import type { complaintClocks } from '#contract/complaintClocks'
import type { Complaint, ComplaintEvent, complaints } from '#contract/complaints'
import { Instant } from '#contract/values'
import { complaintFields } from '../support/complaints.ts'
import type { InputsOf } from './commandInputs.ts'
import { marker } from './marker.ts'

/** Complaints that the commands can work on. */
export interface FurnishedComplaints {
  readonly complaint: Complaint
  readonly anonymousComplaint: Complaint
  /** Acknowledged, and its clocks stand still. */
  readonly waitingComplaint: Complaint
  readonly complaintNote: ComplaintEvent
  readonly removedComplaintNote: ComplaintEvent
}

const contact = {
  ...{ name: `Nama ${marker}`, phone: '', email: '', address: '', identityNumber: '' },
}

/** A valid input for every command of the register. */
export const complaintInputs: InputsOf<typeof complaints & typeof complaintClocks> = {
  add: () => ({
    fields: complaintFields({ what: `Lubang besar ${marker}` }),
    complainant: { kind: 'new', contact },
  }),
  change: ({ complaint: { id, version } }) => ({
    ...{ id, base: version },
    fields: complaintFields({
      what: `Lubang ${marker}`,
      receivedAt: Instant.parse('2026-11-20T01:00:00.000Z'),
    }),
  }),
  changeComplainant: ({ anonymousComplaint: { id, version } }) => ({
    ...{ id, base: version, complainant: { kind: 'new', contact } },
  }),
  changeContact: ({ complaint: { id } }) => ({ id, contact: { ...contact, phone: '012-3456789' } }),
  setStatus: ({ complaint: { id } }) => ({
    ...{ ids: [id], to: 'needs-information', reason: `Tempat ${marker}` },
  }),
  assign: ({ complaint: { id }, person }) => ({ ids: [id], personId: person.id }),
  addNote: ({ complaint: { id } }) => ({ id, text: `Nota ${marker}` }),
  removeNote: ({ complaintNote }) => ({ eventId: complaintNote.id }),
  bringBackNote: ({ removedComplaintNote }) => ({ eventId: removedComplaintNote.id }),
  meetClock: ({ complaint: { id } }) => ({
    ...{
      id,
      clock: 'respond',
      at: Instant.parse('2026-11-22T01:00:00.000Z'),
      how: `Telefon ${marker}`,
    },
  }),
  unmeetClock: ({ waitingComplaint: { id } }) => ({ id, clock: 'acknowledge' }),
  pause: ({ anonymousComplaint: { id } }) => ({
    ...{ id, reason: `Menunggu ${marker}`, expected: null },
  }),
  resumeClocks: ({ waitingComplaint: { id } }) => ({ id }),
  chooseClockSet: ({ complaint: { id } }) => ({ id, set: 'kkr', reason: `Sebab ${marker}` }),
  reveal: ({ complaint: { id } }) => ({ id }),
  keepDraft: () => ({ content: { what: marker } }),
  dropDraft: () => ({}),
}
