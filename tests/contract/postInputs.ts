import type { Account } from '#contract/accounts'
import type { Contract } from '#contract/index'
import type { Comment } from '#contract/postApproval'
import { blankContent, PostContent } from '#contract/postContent'
import type { ImportId } from '#contract/postImports'
import type { DecisionId, PostId, SeriesChangeId } from '#contract/postIds'
import type {
  Correction,
  CorrectionFields,
  Publication,
  PublicationFields,
  Result,
  ResultFields,
} from '#contract/postPublication'
import type { SeriesRule } from '#contract/postSeries'
import { PostFilter, type Post } from '#contract/posts'
import type { PostTemplate, TemplateFields } from '#contract/postTemplates'
import type { SavedView, ViewDefinition } from '#contract/postViews'
import { PlainDate } from '#contract/values'
import { present } from '../support/present.ts'
import type { InputsOf } from './commandInputs.ts'
import { marker } from './marker.ts'

/** What the commands of posts can work on. */
export interface FurnishedPosts {
  /** Goes on being used while other accounts are retired. */
  readonly usedAccount: Account
  readonly post: Post
  readonly heldPost: Post
  readonly trashedPost: Post
  /** Will be put in the trash. */
  readonly spentPost: Post
  /** Saved once more after it was added. */
  readonly savedPost: Post
  readonly ownView: SavedView
  readonly sharedView: SavedView
  readonly removedView: SavedView
  readonly removedSharedView: SavedView
  readonly template: PostTemplate
  readonly removedTemplate: PostTemplate
  /** Posts with a text, each at another point on its way to being published on `account`. */
  readonly approval: Readonly<
    Record<
      'unasked' | 'withdrawn' | 'decided' | 'onPaper' | 'ready' | 'skipped' | 'takenBack',
      Post
    >
  >
  /** Posts that come again: one for each thing that is done to them. */
  readonly series: Readonly<Record<'changed' | 'saved' | 'ended' | 'left' | 'extended', Post>>
  readonly dated: Post
  readonly undoneSeries: SeriesChangeId
  /** Two posts that came in together. */
  readonly imported: ImportId
  /** Results of a published post that came in from a sheet. */
  readonly importedResults: ImportId
  /** A decision of a post that was signed on paper. */
  readonly takenBack: DecisionId
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
}

/** A valid input for every command of posts. */
export const postInputs: InputsOf<Contract['posts']> = {
  add: () => ({ content: contentOf(`Hantaran ${marker}`), status: 'idea' }),
  save: ({ post }) => ({
    ...{ id: post.id, base: post.version },
    content: { ...contentOf(`Hantaran ${marker}`), text: marker, notes: marker },
  }),
  move: ({ post }) => ({
    moves: [{ id: post.id, day: PlainDate.parse('2026-12-01'), time: null }],
  }),
  // Whoever saves the same words at the same instant is taken for an author: not of what is asked.
  moveSlots: ({ approval: { skipped } }) => ({
    ...{ id: skipped.id, accountIds: skipped.content.accounts.map((each) => each.accountId) },
    ...{ day: PlainDate.parse('2026-12-02'), time: null },
  }),
  shift: ({ post }) => ({ ids: [post.id], days: 7 }),
  setPhase: ({ post }) => ({ posts: [{ id: post.id, phaseId: null }] }),
  changeMany: ({ post }) => ({ ids: [post.id], changes: { category: 'info-rakyat' } }),
  restoreMany: ({ heldPost: { id, version } }) => ({
    posts: [{ id, base: version, number: 1 }],
  }),
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
    ...{ comment: marker, signedBy: person.id, signedOn: PlainDate.parse('2026-11-23') },
  }),
  takeBackPaperDecision: ({ takenBack }) => ({ id: takenBack }),
  confirmTerm: ({ post, usedTerm }) => ({
    ...{ id: post.id, term: usedTerm.term, passage: marker, reason: `Sebab ${marker}` },
  }),
  unconfirmTerm: ({ savedPost, usedTerm }) => ({
    ...{ id: savedPost.id, term: usedTerm.term, passage: usedTerm.term },
  }),
  allowInBlackout: ({ post, usedNote }) => ({
    ...{ id: post.id, noteId: usedNote.id, reason: `Sebab ${marker}` },
  }),
  withdrawAllowance: ({ savedPost, usedNote }) => ({ id: savedPost.id, noteId: usedNote.id }),
  addComment: ({ post }) => ({ postId: post.id, text: `Ulasan ${marker}` }),
  changeComment: ({ comment }) => ({ id: comment.id, text: `Ulasan ${marker}` }),
  settleComment: ({ comment }) => ({ id: comment.id }),
  reopenComment: ({ comment }) => ({ id: comment.id }),
  removeComment: ({ comment }) => ({ id: comment.id }),
  bringBackComment: ({ removedComment }) => ({ id: removedComment.id }),
  publish: ({ approval: { ready }, usedAccount }) => ({
    ...{ id: ready.id, accountId: usedAccount.id, publication: publicationOf() },
  }),
  skipAccount: ({ approval: { skipped }, usedAccount }) => ({
    ...{ id: skipped.id, accountId: usedAccount.id, reason: `Sebab ${marker}` },
  }),
  changePublication: ({ published }) => ({
    ...{ id: published.publication.id, publication: publicationOf() },
  }),
  comparePublication: ({ published }) => ({
    ...{ id: published.publication.id, postedText: `Teks ${marker}` },
  }),
  removePublication: ({ published }) => ({ id: published.publication.id }),
  addPublished: ({ usedAccount }) => ({
    content: { ...contentOf(`Lama ${marker}`), accounts: [accountIn(usedAccount)] },
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
  loadHistory: () => ({}),
  saveView: () => ({ name: `Paparan ${marker}`, definition: viewOf(marker) }),
  shareView: () => ({ name: `Paparan semua ${marker}`, definition: viewOf(marker) }),
  removeView: ({ ownView }) => ({ id: ownView.id }),
  removeSharedView: ({ sharedView }) => ({ id: sharedView.id }),
  restoreView: ({ removedView }) => ({ id: removedView.id }),
  restoreSharedView: ({ removedSharedView }) => ({ id: removedSharedView.id }),
  addTemplate: () => templateOf(`Templat ${marker}`),
  changeTemplate: ({ template }) => ({ id: template.id, fields: templateOf(`Lain ${marker}`) }),
  removeTemplate: ({ template }) => ({ id: template.id }),
  restoreTemplate: ({ removedTemplate }) => ({ id: removedTemplate.id }),
  keepDraft: ({ post }) => ({
    ...{ postId: post.id, baseVersion: post.version, content: { text: marker } },
  }),
  dropDraft: ({ post }) => ({ postId: post.id }),
  makeSeries: ({ dated }) => ({ id: dated.id, rule: weekly(3) }),
  changeSeries: ({ series }) => ({ id: series.changed.id, rule: weekly(2) }),
  saveInSeries: ({ series: { saved } }) => ({
    ...{ id: saved.id, base: saved.version, scope: 'all' },
    content: { ...saved.content, notes: `Nota ${marker}` },
  }),
  endSeries: ({ series }) => ({ id: series.ended.id }),
  leaveSeries: ({ series }) => ({ id: series.left.id }),
  extendSeries: ({ series }) => ({
    ...{ ids: [present(series.extended.series).id], further: true },
  }),
  undoSeries: ({ undoneSeries }) => ({ id: undoneSeries }),
  undoImport: ({ imported }) => ({ id: imported }),
  undoResultImport: ({ importedResults }) => ({ id: importedResults }),
  duplicate: ({ post }) => ({
    ...{ ids: [post.id], shiftDays: 7, workingDays: false, toPhase: null },
  }),
}

function contentOf(title: string): PostContent {
  return PostContent.parse(blankContent(title, 'text'))
}

/** Every week; so many times, or for ever. */
export function weekly(count: number | null): SeriesRule {
  return {
    repeat: { unit: 'week', every: 1, weekdays: ['tuesday'] },
    end: count === null ? { by: 'never' } : { by: 'count', count },
  }
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

/** A view of posts that hold a word. */
export function viewOf(search: string): ViewDefinition {
  return { view: 'list', filter: PostFilter.parse({ search }) }
}

export function templateOf(name: string): TemplateFields {
  return {
    ...{ name, phaseNumber: 1, content: contentOf(name) },
    ...{ slot: { days: -5, unit: 'working' }, time: null, requested: null, delivered: null },
  }
}
