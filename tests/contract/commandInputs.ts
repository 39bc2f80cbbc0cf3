import type { z } from 'zod'
import type { Account, AccountFields, Snapshot } from '#contract/accounts'
import type { RedactionId } from '#contract/attachmentRedaction'
import type { Attachment } from '#contract/attachments'
import type { Command, Slice } from '#contract/call'
import type { Cycle } from '#contract/cycles'
import type { Holiday } from '#contract/days'
import type { HolidayImportId } from '#contract/holidayImports'
import { defaultFixPresets } from '#contract/fixPresets'
import type { Contract } from '#contract/index'
import type { LibraryImage, CheckedImage, KeptDecision } from '#contract/images'
import type { SizeRules } from '#contract/imageRules'
import type { Person } from '#contract/people'
import { defaultPlanningSettings, type CalendarNote, type SensitiveTerm } from '#contract/planning'
import type { ReferenceLists } from '#contract/reference'
import { PlainDate, type BatchId } from '#contract/values'
import { present } from '../support/present.ts'
import { complaintInputs, type FurnishedComplaints } from './complaintInputs.ts'
import type { FurnishedCampaigns } from './furnishCampaigns.ts'
import type { FurnishedAssessments } from './furnishAssessments.ts'
import { frameworkInputs } from './frameworkInputs.ts'
import type { FurnishedFrameworks } from './furnishFrameworks.ts'
import { marker } from './marker.ts'
import { postInputs, type FurnishedPosts } from './postInputs.ts'

/** What the commands of a furnished workspace can work on. */
export interface Furnished extends FurnishedPosts, FurnishedComplaints {
  /** Sits at the keyboard. */
  readonly person: Person
  readonly holiday: Holiday
  /** Of the shipped list, changed by the office. */
  readonly changedHoliday: Holiday
  readonly removedHoliday: Holiday
  readonly importedHolidays: HolidayImportId
  readonly withPin: Person
  readonly rules: SizeRules
  readonly check: CheckedImage
  /** Its first repeat waits for a person's word. */
  readonly repeated: CheckedImage
  readonly kept: LibraryImage
  /** Words on pairs, as kept in the library; the second was taken back. */
  readonly keptDecision: KeptDecision
  readonly forgottenDecision: KeptDecision
  readonly trashed: LibraryImage
  readonly spareBatch: BatchId
  /** Made from another picture. */
  readonly result: CheckedImage
  readonly account: Account
  readonly retired: Account
  readonly snapshot: Snapshot
  readonly removedSnapshot: Snapshot
  readonly attachment: Attachment
  readonly removedAttachment: Attachment
  readonly checklists: FurnishedFrameworks
  readonly assessed: FurnishedAssessments
  readonly held: FurnishedCampaigns
  readonly redactedPhoto: Attachment
  /** Its redacted copy was taken away. */
  readonly barePhoto: { readonly id: Attachment['id']; readonly redactionId: RedactionId }
  readonly cycle: Cycle
  readonly archivedCycle: Cycle
  readonly note: CalendarNote
  readonly removedNote: CalendarNote
  /** Goes on; `savedPost` has an exception from it. */
  readonly usedNote: CalendarNote
  readonly term: SensitiveTerm
  readonly removedTerm: SensitiveTerm
  /** Goes on being listed; checked by a person in `savedPost`. */
  readonly usedTerm: SensitiveTerm
  /** The segments in their order; the last was removed. */
  readonly segments: ReferenceLists['segments']
}

export type InputsOf<S extends Slice> = {
  readonly [K in keyof S as S[K] extends Command ? K : never]: (
    furnished: Furnished,
  ) => z.input<S[K]['input']>
}

type Inputs = { readonly [S in keyof Contract]: InputsOf<Contract[S]> }

/** A valid input for every command of the contract; each changes something. */
export const commandInputs: Inputs = {
  gate: {},
  attachments: {
    change: ({ attachment }) => ({
      ...{ id: attachment.id, title: `Surat ${marker}`, note: `Nota ${marker}` },
    }),
    remove: ({ attachment }) => ({ id: attachment.id }),
    restore: ({ removedAttachment }) => ({ id: removedAttachment.id }),
    removeRedaction: ({ redactedPhoto }) => ({ id: redactedPhoto.id }),
    restoreRedaction: ({ barePhoto: { id, redactionId } }) => ({ id, redactionId }),
  },
  complaints: complaintInputs,
  backups: { chooseFolder: () => ({ folder: null }) },
  office: {
    change: () => ({
      unitName: `Unit ${marker}`,
      letterhead: [`Jabatan ${marker}`],
      logo: null,
      language: 'en',
    }),
    changeScreenLock: () => ({ idleSeconds: 1_200 }),
    changeReminders: () => ({
      ...{ on: true, morning: '09:00', minutesBefore: 20, state: 'MY-03' },
    }),
  },
  people: {
    add: () => ({ name: `Nama ${marker}`, post: `Jawatan ${marker}` }),
    change: ({ person }) => ({ ...person, name: `Nama baharu ${marker}` }),
    resetPin: ({ withPin }) => ({ id: withPin.id }),
    remember: () => ({ name: 'calendar', value: { search: marker } }),
  },
  days: {
    addHoliday: () => ({
      date: PlainDate.parse('2026-12-04'),
      name: `Cuti ${marker}`,
      nameEn: `Holiday ${marker}`,
      kind: 'special',
      states: ['MY-14', 'MY-16'],
      reference: `Surat ${marker}`,
    }),
    changeHoliday: ({ holiday }) => ({ ...holiday, name: `Cuti baharu ${marker}` }),
    removeHoliday: ({ holiday }) => ({ id: holiday.id }),
    restoreHoliday: ({ removedHoliday }) => ({ id: removedHoliday.id }),
    resetHoliday: ({ changedHoliday }) => ({ id: changedHoliday.id }),
    undoHolidayImport: ({ importedHolidays }) => ({ id: importedHolidays }),
  },
  reference: {
    add: () => ({ list: 'channels', fields: { ms: `Saluran ${marker}`, en: `Channel ${marker}` } }),
    change: ({ segments }) => ({
      id: present(segments[1]).id,
      fields: { ms: `Segmen ${marker}`, en: `Segment ${marker}` },
    }),
    remove: ({ segments }) => ({ id: present(segments[2]).id }),
    bringBack: ({ segments }) => ({ id: present(segments.at(-1)).id }),
    restoreShipped: ({ segments }) => ({ id: present(segments[1]).id }),
    reorder: ({ segments }) => ({ list: 'segments', ids: segments.map(({ id }) => id).reverse() }),
  },
  accounts: {
    add: () => ({ ...accountOf('facebook'), handle: marker }),
    change: ({ account }) => ({ ...accountOf(account.channel), id: account.id }),
    retire: ({ account }) => ({ id: account.id }),
    bringBack: ({ retired }) => ({ id: retired.id }),
    addSnapshot: ({ account }) => ({
      accountId: account.id,
      numbers: { day: PlainDate.parse('2026-11-01'), followers: 12_345, likes: null },
    }),
    changeSnapshot: ({ snapshot }) => ({
      id: snapshot.id,
      numbers: { day: PlainDate.parse('2026-10-02'), followers: 12_346, likes: 1 },
    }),
    removeSnapshot: ({ snapshot }) => ({ id: snapshot.id }),
    bringBackSnapshot: ({ removedSnapshot }) => ({ id: removedSnapshot.id }),
  },
  posts: postInputs,
  compliance: frameworkInputs,
  cycles: {
    add: () => ({
      ...{ name: `Kitaran ${marker}`, nameEn: `Cycle ${marker}`, note: `Nota ${marker}` },
      ...{ startsOn: PlainDate.parse('2027-01-01'), endsOn: PlainDate.parse('2027-12-31') },
    }),
    change: ({ cycle }) => ({
      ...{ id: cycle.id, name: `Kitaran ${marker}`, nameEn: `Cycle ${marker}`, note: marker },
    }),
    changePhase: ({ cycle, person }) => ({
      ...present(cycle.phases[0]),
      ...{ name: `Fasa ${marker}`, objective: `Objektif ${marker}`, ownerId: person.id },
      ...{ endsOn: PlainDate.parse('2026-04-10'), colour: 'purple' },
      targets: [{ kind: 'piece', key: 'infographic', wanted: 4 }],
      others: [{ ...present(cycle.phases[1]), startsOn: PlainDate.parse('2026-04-11') }],
    }),
    archive: ({ cycle }) => ({ id: cycle.id }),
    bringBack: ({ archivedCycle }) => ({ id: archivedCycle.id }),
    loadHistory: () => ({}),
  },
  planning: {
    addNote: () => noteOf('2026-12-01'),
    changeNote: ({ note }) => ({ id: note.id, fields: noteOf('2026-12-02') }),
    removeNote: ({ note }) => ({ id: note.id }),
    restoreNote: ({ removedNote }) => ({ id: removedNote.id }),
    holdAll: () => ({ reason: `Sebab ${marker}` }),
    resume: () => ({ note: `Nota ${marker}` }),
    addTerm: () => termOf('kata'),
    changeTerm: ({ term }) => ({ ...termOf('istilah'), id: term.id }),
    removeTerm: ({ term }) => ({ id: term.id }),
    restoreTerm: ({ removedTerm }) => ({ id: removedTerm.id }),
    changeSettings: () => ({ ...defaultPlanningSettings, leadWorkingDays: 7 }),
  },
  images: {
    removeBatch: ({ spareBatch }) => ({ batchId: spareBatch }),
    setKind: ({ check }) => ({ ids: [check.id], kind: 'avatar' }),
    decideRepeat: ({ repeated }) => ({
      pairs: pairsOf(repeated),
      outcome: 'repeat',
      reason: `Sebab ${marker}`,
    }),
    undecideRepeat: ({ repeated }) => ({ pairs: pairsOf(repeated) }),
    forgetDecision: ({ keptDecision }) => ({ id: keptDecision.id }),
    recallDecision: ({ forgottenDecision }) => ({ id: forgottenDecision.id }),
    override: ({ check }) => ({ id: check.id, reason: `Pengecualian ${marker}` }),
    pickBest: ({ check, repeated }) => ({ best: [repeated.id], others: [check.id] }),
    unpick: ({ check, repeated }) => ({ ids: [check.id, repeated.id] }),
    reviewPhoto: ({ check }) => ({
      id: check.id,
      answers: {
        offTopic: true,
        hurtsImage: false,
        badAngle: true,
        emptyVenue: false,
        repeatedScene: false,
      },
    }),
    describe: ({ kept }) => ({
      ids: [kept.id],
      name: `Fail ${marker}.png`,
      kind: 'photo',
      caption: {
        programme: `Program ${marker}`,
        date: PlainDate.parse('2026-11-20'),
        time: `Masa ${marker}`,
        place: `Tempat ${marker}`,
        guests: `Tetamu ${marker}`,
      },
      altText: `Huraian ${marker}`,
      source: `Sumber ${marker}`,
      rights: `Hak ${marker}`,
      tags: [`Tag ${marker}`],
    }),
    trash: ({ kept }) => ({ ids: [kept.id] }),
    restore: ({ trashed }) => ({ ids: [trashed.id] }),
    changeFixPresets: () => [
      { ...present(defaultFixPresets[0]), id: 'poster', name: `Saiz ${marker}` },
    ],
    changeFixChannels: () => [{ channel: `saluran-${marker}`, maxBytes: 700_000, format: 'jpeg' }],
    discardFixed: ({ result }) => ({ ids: [result.id] }),
    changeRules: ({ rules }) => ({ ...rules, limits: { ...rules.limits, megabytes: 123 } }),
  },
}

function pairsOf({ id, repeats }: CheckedImage) {
  return repeats.map(({ of }) => ({
    checkId: id,
    of: of.where === 'batch' ? of.checkId : of.imageId,
  }))
}

function noteOf(day: string) {
  return {
    ...{ title: `Nota ${marker}`, text: `Teks ${marker}`, kind: 'blackout' as const },
    ...{ startsOn: PlainDate.parse(day), endsOn: PlainDate.parse('2026-12-31') },
    ...{ reason: 'mourning' as const, effect: 'hold' as const, states: ['MY-08' as const] },
  }
}

function termOf(term: string) {
  return { term: `${term} ${marker}`, why: `Sebab ${marker}`, suggestion: `Ganti ${marker}` }
}

function accountOf(channel: string): AccountFields {
  return {
    ...{ channel, handle: `Akaun${marker}`, name: `Nama ${marker}`, unit: `Unit ${marker}` },
    ...{ state: 'MY-01', purpose: `Tujuan ${marker}`, quota: { min: 1, max: 2 }, textLimit: 900 },
    ...{ biography: `Biografi ${marker}`, avatarId: null, headerId: null },
    website: `https://${marker.toLowerCase()}.gov.my`,
    ...{ officialEmail: `${marker}@jkr.gov.my`, operators: [] },
  }
}
