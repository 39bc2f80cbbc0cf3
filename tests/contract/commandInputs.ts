import type { z } from 'zod'
import type { Account, AccountFields, Snapshot } from '#contract/accounts'
import type { Command, Slice } from '#contract/call'
import type { Holiday } from '#contract/days'
import { defaultFixPresets } from '#contract/fixPresets'
import type { Contract } from '#contract/index'
import type { LibraryImage, CheckedImage } from '#contract/images'
import type { SizeRules } from '#contract/imageRules'
import type { Person } from '#contract/people'
import { blankContent, PostContent } from '#contract/postContent'
import { PostFilter, type Post } from '#contract/posts'
import type { SavedView, ViewDefinition } from '#contract/postViews'
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
  readonly ownView: SavedView
  readonly sharedView: SavedView
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
    keepDraft: ({ post }) => ({
      ...{ postId: post.id, baseVersion: post.version, content: { text: marker } },
    }),
    dropDraft: ({ post }) => ({ postId: post.id }),
    saveView: () => ({ name: `Paparan ${marker}`, definition: viewOf(marker) }),
    shareView: () => ({ name: `Paparan semua ${marker}`, definition: viewOf(marker) }),
    removeView: ({ ownView }) => ({ id: ownView.id }),
    removeSharedView: ({ sharedView }) => ({ id: sharedView.id }),
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

/** A view of posts that hold a word. */
export function viewOf(search: string): ViewDefinition {
  return { view: 'list', filter: PostFilter.parse({ search }) }
}
