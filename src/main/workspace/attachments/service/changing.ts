import type { attachments } from '#contract/attachments'
import type { SliceHandlers } from '#contract/call'
import { WorkspaceError } from '#contract/errors'
import type { Contexts } from '../../context.ts'
import { updateAttachment } from '../queries.ts'
import { changeable, existing, type AttachmentParts } from './parts.ts'

type Changes = Pick<typeof attachments, 'change' | 'remove' | 'restore'>

/** What is done with a file that is attached; its bytes never change. */
export function changeHandlers(parts: AttachmentParts): SliceHandlers<Changes, Contexts> {
  return {
    async change(context, { id, title, note }) {
      const { db, writer, record } = context
      const before = await changeable(parts, context, id)
      if (before.removedAt !== null) throw new WorkspaceError('attachments.unknown')
      await updateAttachment(writer, id, { title, note })
      record('attachment', id, ['title', 'note'])
      return existing(db, id)
    },

    async remove(context, { id }) {
      const { db, writer, clock, record } = context
      const before = await changeable(parts, context, id)
      if (before.removedAt !== null) throw new WorkspaceError('attachments.unknown')
      await updateAttachment(writer, id, { removed_at: clock.now() })
      record('attachment', id, ['removed_at'])
      return existing(db, id)
    },

    async restore(context, { id }) {
      const { db, writer, record } = context
      const before = await changeable(parts, context, id)
      if (before.removedAt === null) throw new WorkspaceError('attachments.not-removed')
      await updateAttachment(writer, id, { removed_at: null })
      record('attachment', id, ['removed_at'])
      return existing(db, id)
    },
  }
}
