import type { SliceHandlers } from '#contract/call'
import type { complaints } from '#contract/complaints'
import type { Contexts } from '../../context.ts'
import { findIntakeDraft, removeIntakeDraft, writeIntakeDraft } from '../queries/drafts.ts'

type Calls = Pick<typeof complaints, 'draft' | 'keepDraft' | 'dropDraft'>

/** Half-typed intake; each person sees their own only. */
export const draftHandlers: SliceHandlers<Calls, Contexts> = {
  draft: async ({ db, actor }) => (actor === null ? null : findIntakeDraft(db, actor.id)),

  async keepDraft({ writer, newId, clock, actor }, { content }) {
    const savedAt = clock.now()
    await writeIntakeDraft(writer, {
      ...{ id: newId(), person_id: actor.id },
      ...{ content: JSON.stringify(content), saved_at: savedAt },
    })
    return { savedAt }
  },

  async dropDraft({ writer, actor }) {
    await removeIntakeDraft(writer, actor.id)
    return {}
  },
}
