import type { SliceHandlers } from '#contract/call'
import type { posts } from '#contract/posts'
import type { Contexts } from '../../context.ts'
import { listDrafts, removeDraft, writeDraft } from '../queries/drafts.ts'
import { present } from './saving.ts'

type DraftCalls = Pick<typeof posts, 'drafts' | 'keepDraft' | 'dropDraft'>

/** Half-typed content; each person sees their own only. */
export const draftHandlers: SliceHandlers<DraftCalls, Contexts> = {
  drafts: async ({ db, actor }) => (actor === null ? [] : listDrafts(db, actor.id)),

  async keepDraft(context, { postId, baseVersion, content }) {
    const { writer, newId, clock, actor } = context
    if (postId !== null) await present(context, postId)
    const savedAt = clock.now()
    await writeDraft(writer, {
      ...{ id: newId(), person_id: actor.id, post_id: postId, base_version: baseVersion },
      ...{ content: JSON.stringify(content), saved_at: savedAt },
    })
    return { savedAt }
  },

  async dropDraft({ writer, actor }, { postId }) {
    await removeDraft(writer, actor.id, postId)
    return {}
  },
}
