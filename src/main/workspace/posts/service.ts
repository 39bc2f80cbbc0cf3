import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { posts } from '#contract/posts'
import type { postViews } from '#contract/postViews'
import type { Contexts } from '../context.ts'
import { malaysianTime } from '../days/rules/malaysianTime.ts'
import { draftHandlers } from './drafts.ts'
import { moveHandlers } from './moves.ts'
import { countChoices, pageOfPosts, unplannedPosts } from './queries/list.ts'
import { findPost } from './queries/rows.ts'
import { tilesBetween } from './queries/tiles.ts'
import { addPost, present, saveContent } from './saving.ts'
import { statusHandlers } from './status.ts'
import { versionHandlers } from './versions.ts'
import { viewHandlers } from './views.ts'
import { removeDraft } from './queries/drafts.ts'

export const postHandlers: SliceHandlers<typeof posts & typeof postViews, Contexts> = {
  async get({ db, clock }, { id }) {
    const post = await findPost(db, id, malaysianTime(clock.now()))
    if (post === null) throw new WorkspaceError('posts.unknown')
    return post
  },

  between: ({ db, clock }, { filter, ...period }) =>
    tilesBetween(db, period, filter, malaysianTime(clock.now())),
  unplanned: ({ db, clock }, { filter }) => unplannedPosts(db, filter, malaysianTime(clock.now())),
  list: ({ db, clock }, page) => pageOfPosts(db, page, malaysianTime(clock.now())),
  counts: ({ db, clock }, { period, filter }) =>
    countChoices(db, period, filter, malaysianTime(clock.now())),

  async add(context, { content, status }) {
    const id = await addPost(context, content, status)
    await removeDraft(context.writer, context.actor.id, null)
    return present(context, id)
  },

  async save(context, { id, base, content }) {
    const before = await present(context, id)
    if (before.version !== base) throw new WorkspaceError('posts.changed-meanwhile')
    await saveContent(context, before, content, 'saved')
    await removeDraft(context.writer, context.actor.id, id)
    return present(context, id)
  },

  ...moveHandlers,
  ...statusHandlers,
  ...versionHandlers,
  ...draftHandlers,
  ...viewHandlers,
}
