import type { AccountId } from '#contract/accounts'
import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { PostContent } from '#contract/postContent'
import { stopsReady } from '#contract/postFindings'
import { PublicationId, type PostId } from '#contract/postIds'
import type { Publication, PublicationFields, postPublication } from '#contract/postPublication'
import type { Post } from '#contract/posts'
import type { PlainDate } from '#contract/values'
import { findAccount } from '../../accounts/queries.ts'
import type { CommandContext, Contexts } from '../../context.ts'
import { instantsOf, malaysianTime } from '../../days/rules/malaysianTime.ts'
import { holdAt } from '../../planning/queries/holds.ts'
import { notesBetween } from '../../planning/queries/notes.ts'
import { itemsOf } from '../../reference/queries.ts'
import { listAllowances } from '../queries/allowances.ts'
import { removeDraft } from '../queries/drafts.ts'
import {
  findPublication,
  insertPublication,
  listPublications,
  updatePublication,
} from '../queries/publications.ts'
import { forbiddingBlackout, moodOf } from '../rules/blackout.ts'
import { statesConcerned } from './checking.ts'
import { refuseStopped } from './findings.ts'
import { openRuleBook } from './ruleBook.ts'
import { addPost, present } from './saving.ts'
import { settlePublished } from './settling.ts'

type PublicationCalls = Pick<
  typeof postPublication,
  | 'publications'
  | 'publish'
  | 'skipAccount'
  | 'changePublication'
  | 'removePublication'
  | 'addPublished'
>

/** The application is offline: people post by hand and record here what they posted. */
export const publicationHandlers: SliceHandlers<PublicationCalls, Contexts> = {
  publications: ({ db }, { id }) => listPublications(db, id),

  async publish(context, { id, accountId, publication }) {
    const post = await readyPost(context, id, accountId)
    await refuseStopped(context, await openRuleBook(context.db), [post], stopsReady)
    await refuseMoment(context, post, accountId, publication)
    const recorded = await insert(context, id, accountId, publication, '')
    await settlePublished(context, id)
    return known(context, recorded)
  },

  async skipAccount(context, { id, accountId, reason }) {
    await readyPost(context, id, accountId)
    // Not to publish is no publication: a hold does not forbid it.
    const { day, time } = malaysianTime(context.clock.now())
    const nobody = { day, time, url: '', byId: null }
    const recorded = await insert(context, id, accountId, nobody, reason)
    await settlePublished(context, id)
    return known(context, recorded)
  },

  async changePublication(context, { id, publication }) {
    const { postId, accountId, skippedReason, ...was } = await known(context, id)
    const { content } = await present(context, postId)
    if (skippedReason !== '') throw new WorkspaceError('posts.account-skipped')
    if (was.day !== publication.day || was.time !== publication.time) {
      await refuseMoment(context, { id: postId, content }, accountId, publication)
    }
    const { byId, ...rest } = publication
    const changes = { ...rest, published_by: byId }
    await updatePublication(context.writer, id, changes)
    context.record('post_publication', id, Object.keys(changes))
    return known(context, id)
  },

  async removePublication(context, { id }) {
    const { postId } = await known(context, id)
    await updatePublication(context.writer, id, { removed_at: context.clock.now() })
    context.record('post_publication', id, ['removed_at'])
    await present(context, postId)
    await settlePublished(context, postId)
    return { id }
  },

  async addPublished(context, { content, publication }) {
    if (content.accounts.length === 0) throw new WorkspaceError('posts.no-account')
    for (const { accountId } of content.accounts) {
      await refuseMoment(context, { id: null, content }, accountId, publication)
    }
    const { day, time } = publication
    const id = await addPost(context, { ...content, day, time }, 'published')
    for (const { accountId } of content.accounts) {
      await insert(context, id, accountId, publication, '')
    }
    await removeDraft(context.writer, context.actor.id, null)
    return { id }
  },
}

async function known({ db }: CommandContext, id: PublicationId): Promise<Publication> {
  const publication = await findPublication(db, id)
  if (publication === null) throw new WorkspaceError('posts.unknown-publication')
  return publication
}

/** Nothing is recorded but of a ready post, on an account of its that has no record yet. */
async function readyPost(context: CommandContext, id: PostId, accountId: AccountId): Promise<Post> {
  const post = await present(context, id)
  if (post.status !== 'ready') throw new WorkspaceError('posts.not-ready')
  if (!post.content.accounts.some((each) => each.accountId === accountId)) {
    throw new WorkspaceError('posts.not-on-account')
  }
  const recorded = await listPublications(context.db, id)
  if (recorded.some((each) => each.accountId === accountId)) {
    throw new WorkspaceError('posts.already-published')
  }
  return post
}

/** Null: of a post that was never on the plan. */
interface GoingOut {
  readonly id: PostId | null
  readonly content: PostContent
}

type Moment = Pick<PublicationFields, 'day' | 'time'>

/**
 * Nothing comes out in the future, while everything is held, or, where it is cheerful, in a blackout
 * that holds it. What counts is when it came out, not when it is recorded.
 */
async function refuseMoment(
  context: CommandContext,
  post: GoingOut,
  accountId: AccountId,
  moment: Moment,
): Promise<void> {
  refuseFuture(context, moment)
  await refuseHeld(context, moment)
  await refuseBlackout(context, post, accountId, moment.day)
}

async function refuseHeld({ db }: CommandContext, { day, time }: Moment): Promise<void> {
  const hold = await holdAt(db, day, time)
  if (hold === null) return
  const { first, last } = instantsOf(day, null)
  // Part of the day was free: only the time can say whether it came out then.
  const isPart = hold.since > first || (hold.resumedAt !== null && hold.resumedAt <= last)
  throw new WorkspaceError(time === null && isPart ? 'posts.held-that-day' : 'posts.all-held')
}

async function refuseBlackout(
  { db }: CommandContext,
  { id, content }: GoingOut,
  accountId: AccountId,
  day: PlainDate,
): Promise<void> {
  const account = await findAccount(db, accountId)
  const states = statesConcerned(content, account === null ? [] : [account])
  const notes = await notesBetween(db, day, day)
  const mood = moodOf(content.category, await itemsOf(db, 'wave-categories', true))
  const allowed = id === null ? [] : await listAllowances(db, id)
  const blackout = forbiddingBlackout(notes, mood, { day, states }, allowed)
  if (blackout !== null) throw new WorkspaceError('posts.in-blackout', { title: blackout.title })
}

function refuseFuture({ clock }: CommandContext, { day, time }: Moment): void {
  const now = malaysianTime(clock.now())
  if (day > now.day || (day === now.day && time !== null && time > now.time)) {
    throw new WorkspaceError('posts.day-in-future')
  }
}

async function insert(
  { writer, newId, clock, actor, record }: CommandContext,
  postId: PostId,
  accountId: AccountId,
  { byId, ...publication }: PublicationFields,
  skippedReason: string,
): Promise<PublicationId> {
  const id = PublicationId.parse(newId())
  await insertPublication(writer, {
    ...{ id, post_id: postId, account_id: accountId, ...publication, published_by: byId },
    ...{ skipped_reason: skippedReason, recorded_by: actor.id, recorded_at: clock.now() },
    removed_at: null,
  })
  record('post_publication', id, ['post_id', 'account_id', 'day', 'time', 'url'])
  return id
}
