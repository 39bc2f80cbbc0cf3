import type { Complaint, ComplaintEvent, complaints } from '#contract/complaints'
import { Instant } from '#contract/values'
import { complaintFields } from '../support/complaints.ts'
import type { InputsOf } from './commandInputs.ts'
import { marker } from './marker.ts'

/** Complaints that the commands can work on. */
export interface FurnishedComplaints {
  readonly complaint: Complaint
  readonly anonymousComplaint: Complaint
  readonly complaintNote: ComplaintEvent
  readonly removedComplaintNote: ComplaintEvent
}

const contact = {
  ...{ name: `Nama ${marker}`, phone: '', email: '', address: '', identityNumber: '' },
}

/** A valid input for every command of the register. */
export const complaintInputs: InputsOf<typeof complaints> = {
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
  reveal: ({ complaint: { id } }) => ({ id }),
  keepDraft: () => ({ content: { what: marker } }),
  dropDraft: () => ({}),
}
