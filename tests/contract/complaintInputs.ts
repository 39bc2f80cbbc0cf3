import type { complaintClocks } from '#contract/complaintClocks'
import type { complaintAnswers } from '#contract/complaintAnswers'
import type { BreachFields, complaintBreaches } from '#contract/complaintBreaches'
import type { complaintClosing } from '#contract/complaintClosing'
import type { complaintDisposals } from '#contract/complaintDisposals'
import type { complaintFlags } from '#contract/complaintFlags'
import type { complaintHolds } from '#contract/complaintHolds'
import type { complaintForwarding } from '#contract/complaintForwarding'
import type { complaintDecisions } from '#contract/complaintDecisions'
import type { complaintGroupAnswers } from '#contract/complaintGroupAnswers'
import type { complaintGroups } from '#contract/complaintGroups'
import type { complaintLeaving } from '#contract/complaintLeaving'
import type { complaintImports, ComplaintImportId } from '#contract/complaintImports'
import type { RegisterView, SavedRegisterView, complaintViews } from '#contract/complaintViews'
import type { complaintRequests } from '#contract/complaintRequests'
import { shippedLadder, type complaintLadder } from '#contract/complaintLadder'
import type { complaintWarnings } from '#contract/complaintWarnings'
import type { complaintOverview } from '#contract/complaintOverview'
import type { complaintPosts } from '#contract/complaintPosts'
import type { complaintOfficers } from '#contract/complaintOfficers'
import type { complaintRepeats } from '#contract/complaintRepeats'
import type { ComplainantId } from '#contract/complaintFields'
import type { ComplaintEvent } from '#contract/complaintEvents'
import type { Complaint, complaints } from '#contract/complaints'
import { Instant, PlainDate } from '#contract/values'
import { complaintFields, complaintFilter } from '../support/complaints.ts'
import type { InputsOf } from './commandInputs.ts'
import type { FurnishedCases } from './furnishCases.ts'
import { marker } from './marker.ts'

/** Complaints that the commands can work on. */
export interface FurnishedComplaints {
  readonly complaint: Complaint
  readonly anonymousComplaint: Complaint
  /** Acknowledged, and its clocks stand still. */
  readonly waitingComplaint: Complaint
  readonly complaintNote: ComplaintEvent
  readonly removedComplaintNote: ComplaintEvent
  /** Two told apart; two in a group, the first its master; a duplicate. */
  readonly apartComplaints: readonly [Complaint, Complaint]
  readonly groupedComplaints: readonly [Complaint, Complaint]
  readonly repeatingComplaint: Complaint
  readonly ownRegisterView: SavedRegisterView
  readonly sharedRegisterView: SavedRegisterView
  readonly removedRegisterView: SavedRegisterView
  readonly removedSharedRegisterView: SavedRegisterView
  /** People of the register: two, and a third that is the second. */
  readonly complainantIds: readonly [ComplainantId, ComplainantId, ComplainantId]
  readonly cases: FurnishedCases
  readonly registerImportId: ComplaintImportId
}

/** The late ones, the first due first. */
export const registerView: RegisterView = {
  filter: complaintFilter({ late: true }),
  ...{ order: 'due', descending: false, text: '' },
}

const contact = {
  ...{ name: `Nama ${marker}`, phone: '', email: '', address: '', identityNumber: '' },
}

function breachFields(): BreachFields {
  return {
    ...{ what: `Fail dihantar kepada orang lain ${marker}`, people: 3, fields: ['name'] },
    ...{ from: Instant.parse('2026-11-20T01:00:00.000Z'), to: null, harm: true },
    ...{ knownAt: Instant.parse('2026-11-20T02:00:00.000Z'), consequences: marker },
    ...{ measures: marker, personId: null, numbers: [] },
  }
}

/** A valid input for every command of the register. */
export const complaintInputs: InputsOf<
  typeof complaints &
    typeof complaintClocks &
    typeof complaintOfficers &
    typeof complaintRepeats &
    typeof complaintGroups &
    typeof complaintGroupAnswers &
    typeof complaintDecisions &
    typeof complaintViews &
    typeof complaintWarnings &
    typeof complaintLadder &
    typeof complaintAnswers &
    typeof complaintForwarding &
    typeof complaintClosing &
    typeof complaintFlags &
    typeof complaintHolds &
    typeof complaintDisposals &
    typeof complaintRequests &
    typeof complaintBreaches &
    typeof complaintOverview &
    typeof complaintPosts &
    typeof complaintLeaving &
    typeof complaintImports
> = {
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
  changeLadder: () => ({ ...shippedLadder, shares: { ...shippedLadder.shares, 'used-50': 40 } }),
  resetLadder: () => ({}),
  keepWarnings: ({ apartComplaints: [{ id }] }) => ({ given: [{ id, mark: 'late' }] }),
  pause: ({ anonymousComplaint: { id } }) => ({
    ...{ id, reason: `Menunggu ${marker}`, expected: null },
  }),
  resumeClocks: ({ waitingComplaint: { id } }) => ({ id }),
  chooseClockSet: ({ complaint: { id } }) => ({ id, set: 'kkr', reason: `Sebab ${marker}` }),
  reveal: ({ complaint: { id } }) => ({ id }),
  takeOut: ({ complaint: { id } }) => ({
    ...{ what: 'register', choice: { filter: complaintFilter(), ids: [id] } },
    reason: `Sebab ${marker}`,
  }),
  tellApart: ({ complaint, anonymousComplaint }) => ({
    ...{ id: complaint.id, otherIds: [anonymousComplaint.id] },
  }),
  takeBackApart: ({ apartComplaints: [one, other] }) => ({ id: one.id, otherId: other.id }),
  group: ({ complaint, anonymousComplaint }) => ({
    ...{ ids: [anonymousComplaint.id], masterId: complaint.id },
  }),
  ungroup: ({ groupedComplaints: [, member] }) => ({ ids: [member.id] }),
  markRepeat: ({ apartComplaints: [one, other] }) => ({
    ...{ ids: [other.id], ofId: one.id, reason: `Sama ${marker}` },
  }),
  unmarkRepeat: ({ repeatingComplaint: { id } }) => ({ ids: [id] }),
  joinPeople: ({ complainantIds: [one, other] }) => ({ id: one, asId: other }),
  partPeople: ({ complainantIds: [, , joined] }) => ({ id: joined }),
  saveView: () => ({ name: `Paparan ${marker}`, definition: registerView }),
  shareView: () => ({ name: `Paparan semua ${marker}`, definition: registerView }),
  removeView: ({ ownRegisterView: { id } }) => ({ id }),
  removeSharedView: ({ sharedRegisterView: { id } }) => ({ id }),
  restoreView: ({ removedRegisterView: { id } }) => ({ id }),
  restoreSharedView: ({ removedSharedRegisterView: { id } }) => ({ id }),
  keepDraft: () => ({ content: { what: marker } }),
  dropDraft: () => ({}),
  beginAnswer: ({ complaint: { id } }) => ({ id, kind: 'registered', language: 'ms' }),
  writeAnswer: ({ cases }) => ({ id: cases.draft, base: 1, text: `Jawapan ${marker}` }),
  removeAnswer: ({ cases }) => ({ id: cases.spare }),
  bringBackAnswer: ({ cases }) => ({ id: cases.removed }),
  reviewAnswer: ({ cases }) => ({ id: cases.waiting, base: 1 }),
  unreviewAnswer: ({ cases }) => ({ id: cases.reviewed }),
  takeAnswer: ({ cases }) => ({ id: cases.ready }),
  printAnswer: ({ cases }) => ({ id: cases.ready }),
  sendAnswer: ({ cases }) => ({
    ...{ id: cases.toSend, base: 1, at: Instant.parse('2026-11-22T01:00:00.000Z') },
    ...{ way: 'facebook', url: 'https://www.facebook.com/jkr' },
  }),
  unsendAnswer: ({ cases }) => ({ id: cases.sent }),
  addDecision: ({ cases: { leading } }) => ({
    ...{ complaintId: leading, metOn: PlainDate.parse('2026-11-20'), text: `Tampal ${marker}` },
    ...{ personId: null, dueOn: null },
  }),
  changeDecision: ({ cases }) => ({
    ...{ id: cases.decisions.standing, text: `Tampal semula ${marker}` },
    ...{ personId: null, dueOn: PlainDate.parse('2026-12-01') },
  }),
  finishDecision: ({ cases }) => ({ id: cases.decisions.standing }),
  resumeDecision: ({ cases }) => ({ id: cases.decisions.done }),
  removeDecision: ({ cases }) => ({ id: cases.decisions.spare }),
  bringBackDecision: ({ cases }) => ({ id: cases.decisions.removed }),
  beginReplies: ({ cases: { leading } }) => ({
    ...{ id: leading, ids: [leading], kind: null, language: 'ms', text: `Teks ${marker}` },
  }),
  writeReplies: ({ cases }) => ({ id: cases.together, text: `Teks baharu ${marker}` }),
  removeReplies: ({ cases }) => ({ ids: [cases.replies.spare] }),
  bringBackReplies: ({ cases }) => ({ ids: [cases.replies.removed] }),
  reviewReplies: ({ cases }) => ({ answers: [{ id: cases.waitingTogether, base: 1 }] }),
  unreviewReplies: ({ cases }) => ({ ids: [cases.reviewedTogether] }),
  printReplies: ({ cases }) => ({ ids: [cases.replies.draft] }),
  sendReplies: ({ cases }) => ({
    answers: [{ id: cases.replies.toSend, base: 1 }],
    ...{ at: Instant.parse('2026-11-22T01:00:00.000Z'), way: null },
  }),
  unsendReplies: ({ cases }) => ({ ids: [cases.replies.sent] }),
  forward: ({ cases }) => ({
    ...{ ids: [cases.forForwarding], agency: 'kkr', outside: false, language: 'ms' },
    text: `Aduan {nombor} ${marker}`,
  }),
  unforward: ({ cases }) => ({ ids: [cases.toTakeBack] }),
  remindAgency: ({ cases }) => ({ id: cases.toRemind, language: 'ms', text: `${marker} {nombor}` }),
  takeReminder: ({ cases }) => ({ id: cases.reminder }),
  printReminder: ({ cases }) => ({ id: cases.reminder }),
  recordOutcome: ({ cases }) => ({ id: cases.forwarding, outcome: 'answered', note: marker }),
  takeBackOutcome: ({ cases }) => ({ id: cases.answeredForwarding }),
  takeForwarding: ({ cases }) => ({ id: cases.answeredForwarding }),
  printForwarding: ({ cases }) => ({ id: cases.answeredForwarding }),
  confirmCheck: ({ cases }) => ({ id: cases.settled, key: 'verified', met: true }),
  completeCase: ({ cases }) => ({
    ...{ id: cases.incomplete, base: 1, state: 'MY-06', place: `Pasar ${marker}` },
    ...{ answers: {}, confirmed: ['verified'] },
  }),
  recordSatisfaction: ({ cases }) => ({
    ...{ id: cases.settled, score: 4, unsolved: false, way: 'phone', note: marker },
  }),
  removeSatisfaction: ({ cases }) => ({ id: cases.satisfaction }),
  setPhotoRole: ({ cases }) => ({
    ...{ id: cases.settled, attachmentId: cases.photo, role: 'before' },
  }),
  askFlag: ({ cases }) => ({
    complainantId: cases.unflagged,
    ...{ reason: `Sebab ${marker}`, reviewOn: PlainDate.parse('2027-05-01') },
  }),
  approveFlag: ({ cases }) => ({ id: cases.askedFlag }),
  keepFlag: ({ cases }) => ({ id: cases.flag, reviewOn: PlainDate.parse('2027-06-01') }),
  endFlag: ({ cases }) => ({ id: cases.flag }),
  bringBackFlag: ({ cases }) => ({ id: cases.endedFlag }),
  addRequest: ({ cases }) => ({
    ...{ complainantId: cases.unflagged, kind: 'access', asked: `Salinan ${marker}` },
    receivedOn: PlainDate.parse('2026-11-20'),
  }),
  extendRequest: ({ cases }) => ({ id: cases.request, reason: `Banyak rekod ${marker}` }),
  answerRequest: ({ cases }) => ({
    ...{ id: cases.request, outcome: 'answered', on: PlainDate.parse('2026-11-21') },
    answer: `Diserahkan ${marker}`,
  }),
  reopenRequest: ({ cases }) => ({ id: cases.answeredRequest }),
  openAccessFile: ({ cases }) => ({ id: cases.answeredRequest }),
  correctPerson: ({ complaint: { id } }) => ({
    ...{ complaintId: id, contact: { ...contact, phone: '013-3456789' }, why: `Salah ${marker}` },
  }),
  annexNote: ({ cases }) => ({ complainantId: cases.unflagged, text: `Tidak benar ${marker}` }),
  addDisclosure: ({ complaint: { id } }) => ({
    ...{ complaintId: id, toWhom: `PDRM ${marker}`, on: PlainDate.parse('2026-11-21') },
    ...{ what: `Nama ${marker}`, basis: `Akta ${marker}` },
  }),
  removeDisclosure: ({ cases }) => ({ id: cases.disclosure }),
  bringBackDisclosure: ({ cases }) => ({ id: cases.removedDisclosure }),
  addBreach: ({ person }) => ({ ...breachFields(), personId: person.id }),
  changeBreach: ({ cases }) => ({ ...breachFields(), id: cases.breach, base: 1 }),
  removeBreach: ({ cases }) => ({ id: cases.spareBreach }),
  bringBackBreach: ({ cases }) => ({ id: cases.removedBreach }),
  tellBreach: ({ cases }) => ({
    ...{ id: cases.breach, party: 'commissioner', outcome: 'told' },
    ...{ at: Instant.parse('2026-11-22T01:00:00.000Z'), how: `Portal ${marker}`, reference: '' },
  }),
  removeBreachNotice: ({ cases }) => ({ id: cases.breachNotice }),
  bringBackBreachNotice: ({ cases }) => ({ id: cases.removedBreachNotice }),
  setHold: ({ complaint: { id } }) => ({
    ...{ id, reason: `Saman ${marker}`, reviewOn: PlainDate.parse('2027-05-01') },
  }),
  keepHold: ({ cases }) => ({ id: cases.hold, reviewOn: PlainDate.parse('2027-06-01') }),
  endHold: ({ cases }) => ({ id: cases.hold, reason: `Selesai ${marker}` }),
  bringBackHold: ({ cases }) => ({ id: cases.endedHold }),
  changeRetention: () => ({ kind: 'policy', years: 10, schedule: `JPR ${marker}` }),
  proposeDisposal: ({ cases }) => ({
    ...{ ids: [cases.disposable], series: `Aduan ${marker}`, security: 'restricted' },
    ...{ location: `Bilik ${marker}`, reason: `Tamat ${marker}` },
  }),
  withdrawDisposal: ({ cases }) => ({ id: cases.spareDisposal }),
  approveDisposal: ({ cases }) => ({
    ...{ id: cases.proposedDisposal, reference: `ANM ${marker}` },
    referenceOn: PlainDate.parse('2026-11-20'),
  }),
  certifyDisposal: ({ cases }) => ({
    ...{ id: cases.clearedDisposal, on: PlainDate.parse('2026-11-22') },
  }),
  changeKindOfficer: ({ person }) => ({ kind: 'policy', personId: person.id }),
  changeRiseRule: () => ({ minimum: 4, stretch: 1_000 }),
  tiePost: ({ post, complaint: { id } }) => ({ id, postId: post.id }),
  untiePost: ({ cases }) => ({ id: cases.ties.spare }),
  bringBackPost: ({ cases }) => ({ id: cases.ties.removed }),
  keepExplanation: ({ post }) => ({
    ...{ postId: post.id, filter: complaintFilter({ district: marker }), count: 5 },
    subject: { about: 'district', state: null, district: marker },
  }),
  undoRegisterImport: ({ registerImportId }) => ({
    ...{ id: registerImportId, reason: `Sebab ${marker}` },
  }),
  undoStep: ({ cases }) => ({ ids: [cases.stepped], to: 'in-progress' }),
}
