import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import { ResultId, type PostId } from '#contract/postIds'
import type { Result, ResultFields, postPublication } from '#contract/postPublication'
import type { CommandContext, Contexts } from '../../context.ts'
import { malaysianTime } from '../../days/rules/malaysianTime.ts'
import {
  findResult,
  insertResults,
  listResults,
  resultColumns,
  updateResult,
} from '../queries/results.ts'
import { present, refuseElsewhere } from './saving.ts'

type ResultCalls = Pick<
  typeof postPublication,
  'results' | 'addResult' | 'changeResult' | 'removeResult' | 'bringBackResult'
>

/** Reach, likes, shares and comments of a post, one row an account and day. */
export const resultHandlers: SliceHandlers<ResultCalls, Contexts> = {
  results: ({ db }, { id }) => listResults(db, id),

  async addResult(context, { postId, result }) {
    const { writer, newId, clock, actor, record } = context
    const post = await present(context, postId)
    if (post.status !== 'published' && post.status !== 'archived') {
      throw new WorkspaceError('posts.not-published')
    }
    refuseElsewhere(post, result.accountId)
    await refuseUnsound(context, postId, result, null)
    const id = ResultId.parse(newId())
    const columns = resultColumns(result)
    await insertResults(writer, [
      {
        ...{ id, post_id: postId, ...columns },
        ...{ recorded_by: actor.id, recorded_at: clock.now(), removed_at: null },
      },
    ])
    record('post_result', id, ['post_id', ...Object.keys(columns)])
    return there(context, id)
  },

  async changeResult(context, { id, result }) {
    const { postId, accountId } = await there(context, id)
    // An account the post had then, and has no longer, keeps what it reached.
    if (result.accountId !== accountId) {
      refuseElsewhere(await present(context, postId), result.accountId)
    }
    await refuseUnsound(context, postId, result, id)
    const columns = resultColumns(result)
    await updateResult(context.writer, id, columns)
    context.record('post_result', id, Object.keys(columns))
    return there(context, id)
  },

  async removeResult(context, { id }) {
    await there(context, id)
    await updateResult(context.writer, id, { removed_at: context.clock.now() })
    context.record('post_result', id, ['removed_at'])
    return { id }
  },

  async bringBackResult(context, { id }) {
    const found = await findResult(context.db, id)
    if (found === null) throw new WorkspaceError('posts.unknown-result')
    await refuseUnsound(context, found.result.postId, found.result, id)
    await updateResult(context.writer, id, { removed_at: null })
    context.record('post_result', id, ['removed_at'])
    return there(context, id)
  },
}

async function there({ db }: CommandContext, id: ResultId): Promise<Result> {
  const found = await findResult(db, id)
  if (found === null || found.removed) throw new WorkspaceError('posts.unknown-result')
  return found.result
}

/** One row an account and day, and none of a day that has not come. */
async function refuseUnsound(
  { db, clock }: CommandContext,
  postId: PostId,
  { accountId, day }: Pick<ResultFields, 'accountId' | 'day'>,
  own: ResultId | null,
): Promise<void> {
  if (day > malaysianTime(clock.now()).day) throw new WorkspaceError('posts.day-in-future')
  const others = (await listResults(db, postId)).filter(({ id }) => id !== own)
  if (others.some((each) => each.accountId === accountId && each.day === day)) {
    throw new WorkspaceError('posts.result-taken')
  }
}
