import type { AccountId } from '#contract/accounts'
import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import { stopsReady } from '#contract/postFindings'
import { PublicationId, type PostId } from '#contract/postIds'
import type { Publication, PublicationFields, postPublication } from '#contract/postPublication'
import type { Post } from '#contract/posts'
import type { CommandContext, Contexts } from '../../context.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import { removeDraft } from '../queries/drafts.ts'
import {
  findPublication,
  insertPublication,
  listPublications,
  updatePublication,
} from '../queries/publications.ts'
import { refuseStopped } from './findings.ts'
import { refuseMoment } from './moments.ts'
import { openRuleBook } from './ruleBook.ts'
import { comparePublication, publicationDifference } from './posted.ts'
import { addPost, present } from './saving.ts'
import { settlePublished } from './settling.ts'

type PublicationCalls = Pick<
  typeof postPublication,
  | 'publications'
  | 'publish'
  | 'skipAccount'
  | 'changePublication'
  | 'comparePublication'
  | 'publicationDifference'
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
    const recorded = await recordPublication(context, id, accountId, publication, '')
    await settlePublished(context, id)
    return known(context, recorded)
  },

  async skipAccount(context, { id, accountId, reason }) {
    await readyPost(context, id, accountId)
    // Not to publish is no publication: a hold does not forbid it.
    const { day, time } = malaysianTime(context.clock.now())
    const nobody = { day, time, url: '', byId: null }
    const recorded = await recordPublication(context, id, accountId, nobody, reason)
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

  comparePublication,
  publicationDifference,

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
      await recordPublication(context, id, accountId, publication, '')
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

/** Notes on a post that it came out on an account, or that the account was left out. */
export async function recordPublication(
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
    ...{ removed_at: null, posted_text: null, compared_by: null, compared_at: null },
  })
  record('post_publication', id, ['post_id', 'account_id', 'day', 'time', 'url'])
  return id
}
