import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { Comment, postApproval } from '#contract/postApproval'
import { CommentId } from '#contract/postIds'
import type { CommandContext, Contexts } from '../../context.ts'
import {
  findComment,
  insertComment,
  listComments,
  openComments,
  updateComment,
} from '../queries/comments.ts'
import { present } from './saving.ts'

type CommentCalls = Pick<
  typeof postApproval,
  | 'comments'
  | 'openComments'
  | 'addComment'
  | 'changeComment'
  | 'settleComment'
  | 'reopenComment'
  | 'removeComment'
  | 'bringBackComment'
>

/** What people say about a post; settled ones stay readable. */
export const commentHandlers: SliceHandlers<CommentCalls, Contexts> = {
  comments: ({ db }, { id }) => listComments(db, id),
  openComments: ({ db }) => openComments(db),

  async addComment(context, { postId, text }) {
    const { writer, newId, clock, actor, record } = context
    await present(context, postId)
    const id = CommentId.parse(newId())
    await insertComment(writer, {
      ...{ id, post_id: postId, body: text, written_by: actor.id, written_at: clock.now() },
      ...{ edited_at: null, settled_by: null, settled_at: null, removed_at: null },
    })
    record('post_comment', id, ['post_id', 'body'])
    return there(context, id)
  },

  async changeComment(context, { id, text }) {
    await own(context, id)
    await updateComment(context.writer, id, { body: text, edited_at: context.clock.now() })
    context.record('post_comment', id, ['body', 'edited_at'])
    return there(context, id)
  },

  async settleComment(context, { id }) {
    await there(context, id)
    await updateComment(context.writer, id, {
      ...{ settled_by: context.actor.id, settled_at: context.clock.now() },
    })
    context.record('post_comment', id, ['settled_by', 'settled_at'])
    return there(context, id)
  },

  async reopenComment(context, { id }) {
    await there(context, id)
    await updateComment(context.writer, id, { settled_by: null, settled_at: null })
    context.record('post_comment', id, ['settled_by', 'settled_at'])
    return there(context, id)
  },

  async removeComment(context, { id }) {
    await own(context, id)
    await updateComment(context.writer, id, { removed_at: context.clock.now() })
    context.record('post_comment', id, ['removed_at'])
    return { id }
  },

  async bringBackComment(context, { id }) {
    const found = await findComment(context.db, id)
    if (found === null) throw new WorkspaceError('posts.unknown-comment')
    refuseOthers(context, found.comment)
    if (!found.removed) throw new WorkspaceError('posts.comment-not-removed')
    await updateComment(context.writer, id, { removed_at: null })
    context.record('post_comment', id, ['removed_at'])
    return there(context, id)
  },
}

async function there({ db }: CommandContext, id: CommentId): Promise<Comment> {
  const found = await findComment(db, id)
  if (found === null || found.removed) throw new WorkspaceError('posts.unknown-comment')
  return found.comment
}

/** Nobody changes the words of another. */
async function own(context: CommandContext, id: CommentId): Promise<void> {
  refuseOthers(context, await there(context, id))
}

function refuseOthers({ actor }: CommandContext, { byId }: Comment): void {
  if (byId !== actor.id) throw new WorkspaceError('posts.not-your-comment')
}
