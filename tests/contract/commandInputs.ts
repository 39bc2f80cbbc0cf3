import type { z } from 'zod'
import type { Account, AccountFields, Snapshot } from '#contract/accounts'
import type { Command, Slice } from '#contract/call'
import type { Cycle } from '#contract/cycles'
import type { Holiday } from '#contract/days'
import { defaultFixPresets } from '#contract/fixPresets'
import type { Contract } from '#contract/index'
import type { LibraryImage, CheckedImage } from '#contract/images'
import type { SizeRules } from '#contract/imageRules'
import type { Person } from '#contract/people'
import type { Comment } from '#contract/postApproval'
import { blankContent, PostContent } from '#contract/postContent'
import type { PostId } from '#contract/postIds'
import type {
  Correction,
  CorrectionFields,
  Publication,
  PublicationFields,
  Result,
  ResultFields,
} from '#contract/postPublication'
import type { Post } from '#contract/posts'
import { defaultPlanningSettings, type CalendarNote, type SensitiveTerm } from '#contract/planning'
import type { ReferenceLists } from '#contract/reference'
import { PlainDate, type BatchId } from '#contract/values'
import { present } from '../support/present.ts'

/** What the commands of a furnished workspace can work on. */
export interface Furnished {
  /** Sits at the keyboard. */
  readonly person: Person
  readonly holiday: Holiday
  /** Of the shipped list, changed by the office. */
  readonly changedHoliday: Holiday
  readonly removedHoliday: Holiday
  readonly withPin: Person
  readonly rules: SizeRules
  readonly check: CheckedImage
  /** Its first repeat waits for a person's word. */
  readonly repeated: CheckedImage
  readonly kept: LibraryImage
  readonly trashed: LibraryImage
  readonly spareBatch: BatchId
  /** Made from another picture. */
  readonly result: CheckedImage
  readonly account: Account
  readonly retired: Account
  readonly snapshot: Snapshot
  readonly removedSnapshot: Snapshot
  readonly post: Post
  readonly heldPost: Post
  readonly trashedPost: Post
  /** Will be put in the trash. */
  readonly spentPost: Post
  /** Saved once more after it was added. */
  readonly savedPost: Post
  readonly cycle: Cycle
  readonly archivedCycle: Cycle
  readonly note: CalendarNote
  readonly removedNote: CalendarNote
  readonly term: SensitiveTerm
  readonly removedTerm: SensitiveTerm
  /** Posts with a text, each at another point on its way to being published on `account`. */
  readonly approval: Readonly<
    Record<'unasked' | 'withdrawn' | 'decided' | 'onPaper' | 'ready' | 'skipped', Post>
  >
  readonly comment: Comment
  readonly removedComment: Comment
  /** A published post with what was recorded of it; `publication` is of another one. */
  readonly published: {
    readonly id: PostId
    readonly publication: Publication
    readonly correction: Correction
    readonly removedCorrection: Correction
    readonly result: Result
    readonly removedResult: Result
  }
  /** The segments in their order; the last was removed. */
  readonly segments: ReferenceLists['segments']
}

type InputsOf<S extends Slice> = {
  readonly [K in keyof S as S[K] extends Command ? K : never]: (
    furnished: Furnished,
  ) => z.input<S[K]['input']>
}

type Inputs = { readonly [S in keyof Contract]: InputsOf<Contract[S]> }

/** In every text a person types in the inputs below, so that it is known when seen again. */
export const marker = 'Rahsia'

/** A valid input for every command of the contract; each changes something. */
export const commandInputs: Inputs = {
  gate: {},
  office: {
    change: () => ({
      unitName: `Unit ${marker}`,
      letterhead: [`Jabatan ${marker}`],
      logo: null,
      language: 'en',
    }),
    changeScreenLock: () => ({ idleSeconds: 1_200 }),
  },
  people: {
    add: () => ({ name: `Nama ${marker}`, post: `Jawatan ${marker}` }),
    change: ({ person }) => ({ ...person, name: `Nama baharu ${marker}` }),
    resetPin: ({ withPin }) => ({ id: withPin.id }),
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
  posts: {
    add: () => ({ content: contentOf(`Hantaran ${marker}`), status: 'idea' }),
    save: ({ post }) => ({
      ...{ id: post.id, base: post.version },
      content: { ...contentOf(`Hantaran ${marker}`), text: marker, notes: marker },
    }),
    move: ({ post }) => ({
      moves: [{ id: post.id, day: PlainDate.parse('2026-12-01'), time: null }],
    }),
    setPhase: ({ post }) => ({ posts: [{ id: post.id, phaseId: null }] }),
    setStatus: ({ post }) => ({ ids: [post.id], to: 'on-hold', reason: `Sebab ${marker}` }),
    resume: ({ heldPost }) => ({ ids: [heldPost.id] }),
    trash: ({ spentPost }) => ({ ids: [spentPost.id] }),
    restore: ({ trashedPost }) => ({ ids: [trashedPost.id] }),
    restoreVersion: ({ savedPost }) => ({
      ...{ id: savedPost.id, base: savedPost.version, number: 1 },
    }),
    changeApprovalRoutes: () => ({
      routes: [
        {
          ...{ name: `Laluan ${marker}`, kinds: [], phases: [] },
          steps: [{ name: `Peringkat ${marker}`, need: 'any', people: [] }],
        },
      ],
    }),
    askApproval: ({ approval }) => ({ ids: [approval.unasked.id] }),
    withdrawApproval: ({ approval }) => ({ id: approval.withdrawn.id }),
    decide: ({ approval: { decided } }) => ({
      ...{ id: decided.id, contentHash: decided.contentHash },
      ...{ decision: 'changes', comment: `Pinda ${marker}` },
    }),
    enterPaperDecision: ({ approval: { onPaper }, person }) => ({
      ...{ id: onPaper.id, contentHash: onPaper.contentHash, decision: 'approve' },
      ...{ comment: marker, signedBy: person.id, signedOn: PlainDate.parse('2026-11-20') },
    }),
    addComment: ({ post }) => ({ postId: post.id, text: `Ulasan ${marker}` }),
    changeComment: ({ comment }) => ({ id: comment.id, text: `Ulasan ${marker}` }),
    settleComment: ({ comment }) => ({ id: comment.id }),
    reopenComment: ({ comment }) => ({ id: comment.id }),
    removeComment: ({ comment }) => ({ id: comment.id }),
    bringBackComment: ({ removedComment }) => ({ id: removedComment.id }),
    publish: ({ approval: { ready }, account }) => ({
      ...{ id: ready.id, accountId: account.id, publication: publicationOf() },
    }),
    skipAccount: ({ approval: { skipped }, account }) => ({
      ...{ id: skipped.id, accountId: account.id, reason: `Sebab ${marker}` },
    }),
    changePublication: ({ published }) => ({
      ...{ id: published.publication.id, publication: publicationOf() },
    }),
    removePublication: ({ published }) => ({ id: published.publication.id }),
    addPublished: ({ account }) => ({
      content: { ...contentOf(`Lama ${marker}`), accounts: [accountIn(account)] },
      publication: publicationOf(),
    }),
    addCorrection: ({ published }) => ({ postId: published.id, correction: correctionOf(marker) }),
    changeCorrection: ({ published }) => ({
      ...{ id: published.correction.id, correction: correctionOf(marker) },
    }),
    removeCorrection: ({ published }) => ({ id: published.correction.id }),
    bringBackCorrection: ({ published }) => ({ id: published.removedCorrection.id }),
    addResult: ({ published }) => ({ postId: published.id, result: resultOf('2026-11-10', 5) }),
    changeResult: ({ published }) => ({
      ...{ id: published.result.id, result: resultOf('2026-11-11', 6) },
    }),
    removeResult: ({ published }) => ({ id: published.result.id }),
    bringBackResult: ({ published }) => ({ id: published.removedResult.id }),
    keepDraft: ({ post }) => ({
      ...{ postId: post.id, baseVersion: post.version, content: { text: marker } },
    }),
    dropDraft: ({ post }) => ({ postId: post.id }),
  },
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

function contentOf(title: string): PostContent {
  return PostContent.parse(blankContent(title, 'text'))
}

/** A post's place on an account, with everything as the post has it. */
export function accountIn({ id }: Account) {
  return { accountId: id, text: null, day: null, time: null }
}

export function publicationOf(): PublicationFields {
  return { day: PlainDate.parse('2026-11-12'), time: null, url: '', byId: null }
}

export function correctionOf(text: string): CorrectionFields {
  return {
    ...{ accountId: null, wrong: text, posted: text, apology: text },
    ...{ day: PlainDate.parse('2026-11-13'), time: null, url: '' },
  }
}

export function resultOf(day: string, reach: number): ResultFields {
  const numbers = { reach, likes: null, shares: null, comments: null }
  return { accountId: null, day: PlainDate.parse(day), ...numbers }
}
